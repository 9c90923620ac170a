package import Adjudication
package import Standoff

/// What came of a merge, as people and programs read it.
package struct MergeText {
  private let merge: ThreeWayMerge

  /// Lays out a merge.
  package init(_ merge: ThreeWayMerge) { self.merge = merge }

  /// The summary, and a line for each conflict.
  package var lines: [String] { [summary] + merge.conflicts.map { line(of: $0).visible } }

  /// What came of it in one line.
  package var summary: String {
    var kinds: [(kind: MergeConflict.Kind, count: Int)] = []
    for kind in MergeConflict.Kind.allCases {
      let count = merge.conflicts.count { $0.kind == kind }
      if count > 0 { kinds.append((kind, count)) }
    }
    let names = kinds.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
    let earlier = merge.openConflicts - merge.conflicts.count
    return "merged 2 sides: \(merge.agreed) agreed, \(merge.settled) settled by one side, "
      + counted(merge.conflicts.count, "conflict") + (names.isEmpty ? "" : " (\(names))")
      + ", \(merge.dropped.count) dropped"
      + (earlier > 0 ? "; \(counted(earlier, "earlier conflict")) still open" : "")
  }

  /// The object of the programs reference.
  package var json: JSONValue {
    .object([
      ("annotators", .array(MergeSide.allCases.map { .string($0.rawValue) })),
      ("agreed", .integer(merge.agreed)), ("settled", .integer(merge.settled)),
      ("conflicts", .array(merge.conflicts.map { object(of: $0) })),
      (
        "dropped",
        .array(
          merge.dropped.map {
            .object([
              ("annotator", .string($0.side.rawValue)), ("id", .string($0.id.description)),
              ("why", .string("deleted")),
            ])
          })
      ),
      ("open", .integer(merge.openConflicts)),
    ])
  }

  private func object(of conflict: MergeConflict) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("group", .integer(conflict.group)), ("kind", .string(conflict.kind.rawValue)),
      ("ids", Self.list(conflict.ids)),
      (
        "from",
        .object(
          conflict.readings.map { ($0.side.rawValue, Self.list($0.ids)) })
      ),
    ]
    if let name = conflict.name { members.append(("name", .string(name))) }
    return .object(members)
  }

  private static func list(_ ids: [AnnotationID]) -> JSONValue {
    .array(ids.map { .string($0.description) })
  }

  // MARK: For people

  private func line(of conflict: MergeConflict) -> String {
    let readings = conflict.readings.map { "\($0.side.rawValue) \(words(of: $0, conflict))" }
    let what = conflict.name.map { "\(conflict.kind) \($0)" } ?? conflict.kind.rawValue
    let on = conflict.kind == .attribute || conflict.kind == .text
    let target = on ? " of \(words(of: conflict.target))" : ""
    return "conflict \(conflict.group): \(what)\(target): " + readings.joined(separator: ", ")
  }

  private func words(of reading: MergeConflict.Reading, _ conflict: MergeConflict) -> String {
    guard let id = reading.ids.first else { return "(none)" }
    switch conflict.kind {
    case .attribute: return reading.value ?? "yes"
    case .text:
      let notes = merge.merged.notes(of: conflict.target).filter { $0.id == id }
      return notes.first.map { "“\($0.text)”" } ?? "(none)"
    default: return words(of: id)
    }
  }

  private func words(of id: AnnotationID) -> String {
    let set = merge.merged
    if let annotation = set[id] {
      return annotation.label + " “\(set.article.text(in: annotation.ranges))”"
    }
    guard let relation = set.relations.first(where: { $0.id == id }) else { return id.description }
    return "\(relation.name) \(relation.source) → \(relation.target)"
  }
}
