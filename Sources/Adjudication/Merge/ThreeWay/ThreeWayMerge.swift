public import Standoff

/// What two sides have done to a file since they parted, put together annotation by annotation.
///
/// ```swift
/// let merge = try ThreeWayMerge(base: base, ours: ours, theirs: theirs)
/// if merge.openConflicts == 0 { print("merged") }
/// ```
/// Annotations are found again by their stable ids, and what both sides added by what it says.
/// The label, the words, each attribute, each end of a relation and each note merge by themselves:
/// what one side changed is taken, and what both changed otherwise is a ``MergeConflict``. What one
/// side took away goes, unless the other changed it or made something that names it.
///
/// The merged set stays a valid file in which every reading stands, with a `Conflict` line on whatever
/// is disputed. With the sides swapped the file is the same, but for who says what in these lines, as
/// long as both sides are in the form of the clean profile.
public struct ThreeWayMerge: Sendable {
  /// What came of the merge.
  public let merged: AnnotationSet
  /// What could not be settled, in the order of the text.
  public let conflicts: [MergeConflict]
  /// How many conflicts there are of each kind.
  public var conflictCounts: [MergeConflict.Kind: Int] {
    conflicts.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }
  /// How many conflicts stand in the merged file, those that one of the files had already included.
  public let openConflicts: Int
  /// How many annotations both sides have alike.
  public let agreed: Int
  /// How many annotations one side alone made or changed.
  public let settled: Int
  /// What one side took away and the other had left as it was.
  public let dropped: [Dropped]

  /// An annotation that one side took away.
  public struct Dropped: Hashable, Sendable {
    /// The side that still had it.
    public let side: MergeSide
    /// The id.
    public let id: AnnotationID
  }

  /// Merges two sides that come from `base`; where nothing is known of it, it is an empty set.
  ///
  /// Takes time linear in the lines, but for sorting. Of the article nothing is needed but that the
  /// sets are made with it; an empty article will do.
  /// - Throws: `different-articles` where the sets quote other words at the same places;
  ///   `file-too-large` where one is over 2 GiB; `duplicate-id` where what comes of it would use a line that
  ///   neither side uses, for an earlier one has its id.
  public init(
    base: AnnotationSet, ours: AnnotationSet, theirs: AnnotationSet
  ) throws(DiagnosticError) {
    for refusal in [base, ours, theirs].compactMap(\.refusal) { throw DiagnosticError(refusal) }
    if EditionChange(base: base, ours: ours, theirs: theirs).isOnOneSide {
      throw DiagnosticError(
        .differentArticles,
        "on one side all that stands behind some place has moved with its words, and the other has something new there, so their articles are not the same; bring the annotations of one over to the article of the other first, with `galley reanchor`"
      )
    }
    let alignment = RecordAlignment(base: base, ours: ours, theirs: theirs)
    try Self.checkArticles(alignment)
    let groups = GroupMerge(
      base: alignment.base.groups, ours: alignment.sides.ours.groups,
      theirs: alignment.sides.theirs.groups)
    let disputedGroups = base.disputedGroups
    let opposed = OpposedGroups(disputedGroups, in: alignment)
    let resolution = RecordResolution(
      alignment, groups: opposed.standing(among: groups.groups), disputed: disputedGroups)
    let lines = resolution.lines
    let standing = opposed.standing(among: resolution.rejoined(groups.groups)).map { group in
      GroupMerge.Group(
        name: group.name, members: group.members.filter { lines[$0] != nil })
    }.filter { $0.members.count > 1 }.sorted { $0.line < $1.line }
    var set: AnnotationSet
    if ours.hasSameLines(as: theirs) || base.hasSameLines(as: theirs) {
      set = ours
    } else if base.hasSameLines(as: ours) {
      set = theirs
    } else {
      set = MergedFile(lines, standing, alignment, base: base, ours: ours, theirs: theirs)
        .set(ours: ours, theirs: theirs)
        .withEventsInStep(withTheirTriggersAsIn: [ours, theirs])
        .withTheirTriggersDescribedAtEvents(butWhereIn: [ours, theirs])
    }
    try Self.checkNoneComesToLife(in: set, from: [base, ours, theirs])
    let atOdds = set.attributesAtOdds(between: ours, and: theirs)
    let numbered = ConflictNumbering(
      resolution.conflicts + atOdds + opposed.conflicts(among: lines), in: set)
    set = numbered.marked
    merged = set
    conflicts = numbered.conflicts
    openConflicts = Set(set.openConflicts).count
    let disputed = Set(conflicts.flatMap(\.ids))
    let standingIDs = lines.values.filter { $0.kind == .textBound || $0.kind == .event }.map(\.id)
    let undisputed = standingIDs.filter { !disputed.contains($0) }
    settled = undisputed.count { resolution.settled.contains($0) }
    agreed = undisputed.count - settled
    dropped = resolution.dropped.map { Dropped(side: $0.side, id: $0.id) }
  }

  /// Makes sure that no line is used that is not on either side because an earlier one has its id.
  private static func checkNoneComesToLife(
    in merged: AnnotationSet, from sets: [AnnotationSet]
  ) throws(DiagnosticError) {
    for set in sets {
      guard let line = set.revivedLine(in: merged, butWhereUsedIn: sets) else { continue }
      throw DiagnosticError(
        .duplicateID,
        "what is merged would use line \(line.place.line ?? 1), which is not used because an earlier one has its id; give it an id of its own on both sides first",
        at: line.place)
    }
  }

  private static func checkArticles(_ alignment: RecordAlignment) throws(DiagnosticError) {
    let spans = alignment.sides.map { Array($0.records.values) }
    if SameArticleCheck(spans.ours).holds(for: spans.theirs) { return }
    throw DiagnosticError(
      .differentArticles,
      "the two sides quote other words at the same places, so their articles are not the same; bring the annotations of one over to the article of the other first, with `galley reanchor`"
    )
  }
}

/// The numbering of conflicts, and the lines that keep them in the file.
private struct ConflictNumbering {
  private(set) var conflicts: [MergeConflict] = []
  private(set) var marked: AnnotationSet

  init(_ found: [MergeConflict], in set: AnnotationSet) {
    marked = set
    guard !found.isEmpty else { return }
    let sources = Dictionary(set.relations.map { ($0.id, $0.source) }) { first, _ in first }
    let keyed = found.map { conflict in
      let id = sources[conflict.target] ?? conflict.target
      return (conflict, set[id]?.extent ?? TextRange(0, 0))
    }
    let sorted = keyed.sorted { left, right in
      if left.1 != right.1 { return left.1 < right.1 }
      if left.0.target != right.0.target { return left.0.target < right.0.target }
      if left.0.kind != right.0.kind { return left.0.kind < right.0.kind }
      return (left.0.name ?? left.0.lowestID) < (right.0.name ?? right.0.lowestID)
    }.map(\.0)
    let taken = Set(set.openConflicts)
    var number = taken.max() ?? 0
    // brat gives up a document in which anything is said of a trigger.
    let events = Dictionary(set.events.map { ($0.trigger, $0.id) }) { first, second in
      min(first, second)
    }
    var draft = Draft(set)
    for conflict in sorted {
      repeat {
        number = number < ConflictRecord.lastNumber ? number + 1 : 1
      } while taken.contains(number)
      var numbered = MergeConflict(
        kind: conflict.kind, group: number, name: conflict.name,
        target: conflict.target, readings: conflict.readings)
      numbered.isTriggerKept = conflict.isTriggerKept
      conflicts.append(numbered)
      for (id, text) in numbered.lines {
        draft.addNote(text, of: Note.conflictType, to: events[id] ?? id)
      }
    }
    marked = draft.set
  }
}

extension MergeConflict {
  fileprivate var lowestID: String { readings.flatMap(\.ids).min()?.description ?? "" }
}
