package import Adjudication
package import Standoff

/// What came of a merge, as people and programs read it.
package struct MergeText: Sendable {
  /// What was merged: `3 annotators`.
  private let subject: String
  /// What decided where not all said the same; `nil` where nothing did.
  package let judge: String?
  /// The annotators, or `ours` and `theirs`.
  package let annotators: [String]
  private let merge: Merge
  private let openConflicts: Int
  /// The counts.
  package let tally: MergeTally
  private let shortfall: Double
  /// Writes the words of annotations with their places; `nil` where the article may not be there.
  private let echo: SpanEcho?

  /// The merge that is told of, which makes its lists when they are asked for.
  private enum Merge {
    case sides(ThreeWayMerge)
    case annotators(AnnotatorMerge)
  }

  /// Lays out a merge of two sides.
  package init(_ merge: ThreeWayMerge) {
    self.merge = .sides(merge)
    subject = "2 sides"
    judge = "one side"
    annotators = MergeSide.allCases.map(\.rawValue)
    openConflicts = merge.openConflicts
    (shortfall, echo) = (0, nil)
    tally = Self.tally(
      agreed: merge.agreed, settled: merge.settled, merge.conflictCounts,
      open: merge.openConflicts, dropped: merge.dropped.count, shortfall: 0)
  }

  /// Lays out a merge of annotators.
  package init(_ merge: AnnotatorMerge) {
    self.merge = .annotators(merge)
    subject = counted(merge.annotators.count, "annotator")
    // What was given to a policy is known to whoever gave it.
    let policy = String(merge.policy.prefix { $0 != "=" })
    let rule = merge.boundaries == .exact ? nil : merge.boundaries.rawValue
    judge = policy == "agreed" ? rule : policy
    annotators = merge.annotators
    openConflicts = merge.conflictCount
    shortfall = merge.shortfall
    echo = SpanEcho(merge.file.article)
    tally = Self.tally(
      agreed: merge.agreed, settled: merge.settled, merge.conflictCounts,
      open: merge.conflictCount, dropped: merge.droppedCount, shortfall: merge.shortfall)
  }

  private var merged: AnnotationSet {
    switch merge {
    case .sides(let merge): merge.merged
    case .annotators(let merge): merge.merged
    }
  }

  private var conflicts: [MergeConflict] {
    switch merge {
    case .sides(let merge): merge.conflicts
    case .annotators(let merge): merge.conflicts
    }
  }

  /// How much was dropped, and an object for each, by its place.
  private var dropped: (count: Int, object: (Int) -> JSONValue) {
    func object(
      _ annotator: String, _ id: AnnotationID, _ argument: String? = nil, why: String
    ) -> JSONValue {
      .object(
        [("annotator", .string(annotator)), ("id", .string(id.description))]
          + (argument.map { [("argument", .string($0))] } ?? []) + [("why", .string(why))])
    }
    switch merge {
    case .sides(let merge):
      let dropped = merge.dropped
      return (
        dropped.count, { object(dropped[$0].side.rawValue, dropped[$0].id, why: "deleted") }
      )
    case .annotators(let merge):
      let dropped = merge.dropped
      return (
        dropped.count,
        { place in
          let line = dropped[place]
          return object(line.annotator, line.id, line.argument, why: line.reason.rawValue)
        }
      )
    }
  }

  private static func tally(
    agreed: Int, settled: Int, _ conflicts: [MergeConflict.Kind: Int], open: Int, dropped: Int,
    shortfall: Double
  ) -> MergeTally {
    var tally = MergeTally()
    (tally.agreed, tally.settled, tally.dropped) = (agreed, settled, dropped)
    tally.conflicts = conflicts
    tally.earlier = open - tally.conflictCount
    (tally.unproven, tally.shortfall) = (shortfall > 0 ? 1 : 0, shortfall)
    return tally
  }

  /// The summary, and a line for each conflict.
  package var lines: [String] {
    var lines: [String] = []
    forEachLine { lines.append($0) }
    return lines
  }

  /// Calls `body` with each of the lines.
  package func forEachLine(_ body: (String) -> Void) {
    body(summary)
    let conflicts = conflicts
    guard !conflicts.isEmpty else { return }
    let set = merged
    for conflict in conflicts { body(line(of: conflict, in: set).visible) }
  }

  /// What came of it in one line.
  package var summary: String { tally.summary(of: subject, judge: judge) }

  /// That others may go together in the best alignment; `nil` where it was found.
  package var warning: String? {
    guard shortfall > 0 else { return nil }
    return
      "the search for which annotations go together was given up, for too many lie on one place; the disorder of the best alignment is \(shortfall.percentAtMost) less at most: merge fewer annotators or shorter articles to find it"
  }

  /// The object of the programs reference.
  package var json: JSONValue { .object(members) }

  /// The members of the object of one of several merges, with the merged file it is about.
  package func members(of file: String) -> [(key: String, value: JSONValue)] {
    [("file", .string(file))] + members
  }

  /// The members of the object.
  package var members: [(key: String, value: JSONValue)] { pieces.values }

  /// The object, to be written piece by piece.
  package var pieces: JSONPieces {
    let (conflicts, dropped) = (conflicts, dropped)
    var members: [(key: String, value: JSONPieces.Value)] = [
      ("annotators", .value(.array(annotators.map { .string($0) }))),
      ("agreed", .value(.integer(tally.agreed))), ("settled", .value(.integer(tally.settled))),
      ("conflicts", .list(count: conflicts.count) { object(of: conflicts[$0]) }),
      (
        "dropped",
        .list(count: dropped.count, element: dropped.object)
      ),
      ("open", .value(.integer(openConflicts))),
    ]
    if shortfall > 0 {
      members.append(("aligned_within", .value(.number(shortfall.sixDigits))))
    }
    return JSONPieces(members)
  }

  private func object(of conflict: MergeConflict) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("group", .integer(conflict.group)), ("kind", .string(conflict.kind.rawValue)),
      ("ids", Self.list(conflict.ids)),
      (
        "from",
        .object(
          conflict.readingsByAnnotator.map { ($0.annotator, Self.list($0.reading.ids)) })
      ),
    ]
    if let name = conflict.name { members.append(("name", .string(name))) }
    return .object(members)
  }

  private static func list(_ ids: [AnnotationID]) -> JSONValue {
    .array(ids.map { .string($0.description) })
  }

  // MARK: For people

  private func line(of conflict: MergeConflict, in set: AnnotationSet) -> String {
    let readings = conflict.readings.map { reading in
      "\(reading.annotators.joined(separator: " and ")) \(words(of: reading, conflict, in: set))"
    }
    let what = conflict.name.map { "\(conflict.kind) \($0)" } ?? conflict.kind.rawValue
    let on = conflict.kind == .attribute || conflict.kind == .text
    let target = on ? " of \(words(of: conflict.target, in: set))" : ""
    return "conflict \(conflict.group): \(what)\(target): " + readings.joined(separator: ", ")
  }

  private func words(
    of reading: MergeConflict.Reading, _ conflict: MergeConflict, in set: AnnotationSet
  ) -> String {
    guard let id = reading.ids.first else { return "(none)" }
    switch conflict.kind {
    case .attribute: return reading.value ?? Attribute.presence
    case .text:
      let notes = set.notes(of: conflict.target).filter { $0.id == id }
      return notes.first.map { "“\($0.text)”" } ?? "(none)"
    default: return reading.ids.map { words(of: $0, in: set) }.joined(separator: " = ")
    }
  }

  private func words(of id: AnnotationID, in set: AnnotationSet) -> String {
    if let annotation = set[id] {
      return "\(annotation.label) \(excerpt(of: annotation, in: set))" + roles(of: id, in: set)
    }
    guard let relation = set.relation(of: id) else { return id.description }
    let ends = [relation.source, relation.target].map { end in
      set[end].map { excerpt(of: $0, in: set) } ?? end.description
    }
    return "\(relation.name) \(ends[0]) → \(ends[1])"
  }

  /// Who takes part in an event, in parentheses.
  private func roles(of id: AnnotationID, in set: AnnotationSet) -> String {
    guard let event = set.events(on: set.standing(id)).first(where: { $0.id == id }) else {
      return ""
    }
    let roles = event.arguments.map { argument in
      let words = set[argument.id].map { "“\(set.article.text(in: $0.ranges).oneLine)”" }
      return "\(argument.roleName) \(words ?? argument.id.description)"
    }
    return roles.isEmpty ? " (nobody)" : " (\(roles.joined(separator: ", ")))"
  }

  /// The words of an annotation, where that is known with their place.
  private func excerpt(of annotation: Annotation, in set: AnnotationSet) -> String {
    guard annotation.isArticleLevel else {
      return echo?.placed(annotation) ?? "“\(set.article.text(in: annotation.ranges))”"
    }
    let entries = set.references(of: annotation.id).map { "ref=\($0.entry)" }
    return ([Annotation.articlePlace] + entries).joined(separator: " ")
  }
}
