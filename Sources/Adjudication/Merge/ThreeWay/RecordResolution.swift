import Standoff

/// What becomes of every line with an id in a three-way merge, before it is written.
///
/// Three rounds: spans, events and relations; what is said of them; and what is needed because
/// something that stays names it. An annotation on which the sides disagree stands twice, each time
/// with what its side says of it.
struct RecordResolution {
  /// The lines that stand in the merged file, by id.
  var lines: [AnnotationID: StandoffRecord] = [:]
  /// What could not be settled, not numbered yet.
  private(set) var conflicts: [MergeConflict] = []
  /// What one side took away that the other, which still has it, had left as it was; spans and events
  /// alone.
  private(set) var dropped: [(side: MergeSide, id: AnnotationID)] = []
  /// The spans and events about which one side alone changed something.
  private(set) var settled: Set<AnnotationID> = []

  let base: RecordTable
  let sides: BothSides<RecordTable>
  private let opposed: OpposedVerdicts
  /// For each side the annotations from which it took something that was said of them.
  private let stripped: BothSides<Set<AnnotationID>>
  private var taken: Set<AnnotationID>
  /// The lines that are as one side alone has them.
  private var origins: [AnnotationID: MergeSide] = [:]
  /// For each side the ids under which its reading stands of what is disputed.
  var readings = BothSides<[AnnotationID: AnnotationID]>(repeating: [:])
  /// The side whose reading keeps the id, for what stands twice.
  private var keepers: [AnnotationID: MergeSide] = [:]
  /// What one side changed and the other took away, with the side that has it.
  var restored: [AnnotationID: MergeSide] = [:]

  /// Finds out what becomes of the lines of an alignment; `disputed` are the conflicts of the base.
  init(
    _ alignment: RecordAlignment, groups: [GroupMerge.Group], disputed: [DisputedGroup]
  ) {
    base = alignment.base
    sides = alignment.sides
    opposed = OpposedVerdicts(disputed, in: alignment)
    stripped = alignment.sides.map { $0.stripped(since: alignment.base) }
    taken = alignment.taken
    let ids = Set(base.order).union(sides.all.flatMap(\.order)).sorted()
    let tables = [alignment.base] + alignment.sides.all
    let isProperty = { (id: AnnotationID) in
      tables.lazy.compactMap { $0[id] }.first?.owner != nil
    }
    let isSpan = { (id: AnnotationID) in
      tables.lazy.compactMap { $0[id] }.first?.kind == .textBound
    }
    // A line that stands twice has an id made from what it says, the ids of spans included.
    for id in ids where isSpan(id) { resolve(id) }
    for id in ids where !isSpan(id) && !isProperty(id) { resolve(id) }
    for id in ids where isProperty(id) { resolveProperty(id) }
    for (id, side) in origins { retarget(id, side) }
    bringBackWhatIsNeeded(by: groups)
    rejoinEvents()
    // An event and its trigger are one thing, and one question.
    let triggers = Set(restored.compactMap { id, side in sides[side][id]?.trigger })
    let deleted = restored.filter { id, _ in
      !opposed.disputed.contains(id) && !triggers.contains(id)
    }
    conflicts += deleted.map { id, side in
      let trigger = sides[side][id]?.trigger
      let isTriggerKept = trigger.map { sides[side.opposite][$0] != nil } ?? false
      return MergeConflict(deleted: id, keptBy: side, isTriggerKept: isTriggerKept)
    }
    // What is there again has its own conflict; what hangs on it needs none.
    let back = Set(restored.keys)
    conflicts = conflicts.filter { conflict in
      conflict.kind == .deleted || conflict.readings.allSatisfy { !$0.ids.isEmpty }
        || !back.contains(conflict.target)
    }
    conflicts += opposed.conflicts(among: lines)
    conflicts +=
      RivalAdditions(lines, base: base, sides: sides, parted: Set(keepers.keys)).conflicts
    conflicts = conflicts.filter { lines[$0.target] != nil }
    dropped = dropped.filter { lines[$0.id] == nil }.sorted { $0.id < $1.id }
  }

  // MARK: Spans, events, relations

  private mutating func resolve(_ id: AnnotationID) {
    let old = opposed.changed.contains(id) ? nil : base[id]
    let (ours, theirs) = (sides.ours[id], sides.theirs[id])
    // A relation is said of what it starts at.
    let starts = Set([ours, theirs].compactMap { $0?.source })
    if starts.count == 1, let start = starts.first, standBySides(id, saidOf: start) { return }
    // Each side has settled on another reading of what it starts at, which stand both.
    if starts.count == 2, starts.isSubset(of: opposed.disputed), let ours, let theirs {
      return standApart(id, ours, theirs)
    }
    switch (ours, theirs) {
    case (nil, nil): break
    case (let ours?, nil): resolveLone(ours, old, .ours)
    case (nil, let theirs?): resolveLone(theirs, old, .theirs)
    case (let ours?, let theirs?):
      if let one = unchanged(old, ours, theirs) { return keep(one.record, one.side) }
      let merge = LineMerge(base: old, ours: ours, theirs: theirs)
      guard let kind = merge.kind else {
        lines[id] = Self.lower(merge.readings).reading
        noteSettled(ours)
        return
      }
      stand(twice: id, merge.readings, kind)
    }
  }

  /// A line that one side alone has: new, or taken away by the other.
  private mutating func resolveLone(
    _ record: StandoffRecord, _ old: StandoffRecord?, _ side: MergeSide
  ) {
    guard let old else { return keep(record, side) }
    let isAsItWas =
      record.says(old) && !opposed.disputed.contains(record.id)
      && !stripped[side].contains(record.id)
    if isAsItWas {
      if record.kind == .textBound || record.kind == .event {
        dropped.append((side, record.id))
      }
    } else {
      keep(record, side)
      restored[record.id] = side
    }
  }

  /// The line, where not both sides changed it otherwise; with the side that alone did.
  private func unchanged(
    _ old: StandoffRecord?, _ ours: StandoffRecord, _ theirs: StandoffRecord
  ) -> (record: StandoffRecord, side: MergeSide?)? {
    if ours.says(theirs) {
      // The same words spelled in two ways: the way that is new, or else the lower bytes.
      if let old, old.content == ours.content { return (theirs, nil) }
      if let old, old.content == theirs.content { return (ours, nil) }
      return (ours.content.lexicographicallyPrecedes(theirs.content) ? ours : theirs, nil)
    }
    guard let old else { return nil }
    if ours.says(old) { return (theirs, .theirs) }
    return theirs.says(old) ? (ours, .ours) : nil
  }

  private mutating func keep(_ record: StandoffRecord, _ side: MergeSide?) {
    lines[record.id] = record
    guard let side else { return }
    origins[record.id] = side
    noteSettled(record)
  }

  /// Notes that one side changed something about an annotation.
  private mutating func noteSettled(_ record: StandoffRecord) {
    settled.insert(record.owner ?? (record.kind == .relation ? record.mentions[0].id : record.id))
  }

  /// Lets both readings stand; the one that says the lower keeps the id, whichever side it is from.
  private mutating func stand(
    twice id: AnnotationID, _ readings: BothSides<StandoffRecord>, _ kind: MergeConflict.Kind
  ) {
    let keeper = Self.lower(readings)
    let other = keeper.side.opposite
    let rekeyed = newLine(readings[other].renamed(nil, self.readings[other]))
    lines[id] = keeper.reading
    lines[rekeyed.id] = rekeyed
    origins[id] = keeper.side
    origins[rekeyed.id] = other
    self.readings[other][id] = rekeyed.id
    keepers[id] = keeper.side
    conflicts.append(
      MergeConflict(
        kind: kind, group: 0, name: nil, target: id,
        readings: MergeSide.allCases.map {
          .init(annotators: [$0.rawValue], ids: [$0 == keeper.side ? id : rekeyed.id], value: nil)
        }))
  }

  /// Where an annotation stands twice, lets each reading have what its own side says of it; tells whether
  /// it does.
  private mutating func standBySides(_ id: AnnotationID, saidOf owner: AnnotationID) -> Bool {
    guard let keeper = keepers[owner] else { return false }
    if let record = sides[keeper][id] {
      lines[id] = record
      origins[id] = keeper
    }
    let other = keeper.opposite
    if let record = sides[other][id] {
      let copy = newLine(record.renamed(nil, readings[other]))
      lines[copy.id] = copy
      origins[copy.id] = other
      readings[other][id] = copy.id
    }
    return true
  }

  /// Lets a line stand as each side has it; the one that says the lower keeps the id.
  private mutating func standApart(
    _ id: AnnotationID, _ ours: StandoffRecord, _ theirs: StandoffRecord
  ) {
    let keeper = Self.lower(BothSides(ours: ours, theirs: theirs))
    lines[id] = keeper.reading
    let other = newLine(keeper.side == .ours ? theirs : ours)
    lines[other.id] = other
  }

  private mutating func newLine(_ record: StandoffRecord) -> StandoffRecord {
    let rekeyed = record.rekeyed { taken.contains($0) }
    taken.insert(rekeyed.id)
    return rekeyed
  }

  /// The reading whose bytes are lower.
  private static func lower(
    _ readings: BothSides<StandoffRecord>
  ) -> (side: MergeSide, reading: StandoffRecord) {
    readings.theirs.content.lexicographicallyPrecedes(readings.ours.content)
      ? (.theirs, readings.theirs) : (.ours, readings.ours)
  }

  // MARK: Attributes, references, notes

  private mutating func resolveProperty(_ id: AnnotationID) {
    let old = opposed.changed.contains(id) ? nil : base[id]
    let (ours, theirs) = (sides.ours[id], sides.theirs[id])
    if let owner = (ours ?? theirs)?.owner, standBySides(id, saidOf: owner) { return }
    switch (ours, theirs) {
    case (nil, nil): break
    case (let record?, nil): resolveLone(property: record, old, .ours)
    case (nil, let record?): resolveLone(property: record, old, .theirs)
    case (let ours?, let theirs?):
      if let one = unchanged(old, ours, theirs) { return keep(one.record, one.side) }
      let merge = LineMerge(base: old, ours: ours, theirs: theirs)
      guard let kind = merge.kind, let owner = ours.owner else { return }
      let keeper = Self.lower(merge.readings)
      let rekeyed = newLine(merge.readings[keeper.side.opposite])
      lines[id] = keeper.reading
      lines[rekeyed.id] = rekeyed
      dispute(kind, owner, ours) {
        .init(
          annotators: [$0.rawValue], ids: [$0 == keeper.side ? id : rekeyed.id],
          value: kind == .attribute ? merge.readings[$0].shownValue : nil)
      }
    }
  }

  private mutating func resolveLone(
    property record: StandoffRecord, _ old: StandoffRecord?, _ side: MergeSide
  ) {
    guard let old else { return keep(record, side) }
    if opposed.disputed.contains(record.id) {
      keep(record, side)
      restored[record.id] = side
      return
    }
    guard !record.says(old), let owner = record.owner else {
      if let owner = record.owner { settled.insert(owner) }
      return
    }
    keep(record, side)
    let isAttribute = record.kind == .attribute
    dispute(isAttribute ? .attribute : .text, owner, record) {
      .init(
        annotators: [$0.rawValue], ids: $0 == side ? [record.id] : [],
        value: isAttribute && $0 == side ? record.shownValue : nil)
    }
  }

  private mutating func dispute(
    _ kind: MergeConflict.Kind, _ owner: AnnotationID, _ record: StandoffRecord,
    _ reading: (MergeSide) -> MergeConflict.Reading
  ) {
    conflicts.append(
      MergeConflict(
        kind: kind, group: 0, name: kind == .attribute ? record.name : nil, target: owner,
        readings: MergeSide.allCases.map(reading)))
  }
}
