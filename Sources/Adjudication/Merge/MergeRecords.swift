import Standoff

/// The lines of a merged file that keep who supports what, and what is open.
enum MergeRecords {
  /// Adds the lines, and tells the conflicts, which are numbered in the order of the text.
  static func write(_ decisions: MergeDecisions, _ lines: inout MergedLines) -> [MergeConflict] {
    let names = decisions.clusters.annotators
    // brat gives up a document in which anything is said of a trigger.
    var events: [Int: Int] = [:]
    for (number, stand) in decisions.stands.enumerated() where stand.kind == .event {
      if let trigger = stand.ends.first?.stand, events[trigger] == nil { events[trigger] = number }
    }
    for (number, stand) in decisions.stands.enumerated() where events[number] == nil {
      let supporters = stand.holders.map { JSONValue.string(names[$0.source]) }
      lines.add(.array(supporters), of: Note.annotatorsType, to: number)
    }
    var conflicts: [MergeConflict] = []
    for question in sorted(decisions.questions, decisions) {
      let conflict = MergeConflict(
        question, group: conflicts.count + 1, names, lines)
      conflicts.append(conflict)
      let numbers = Dictionary(
        question.stands.map { (lines.standIDs[$0], $0) }
      ) { first, _ in first }
      for id in Set(conflict.ids).sorted() {
        guard let stand = numbers[id] else { continue }
        lines.add(conflict.record(on: id), of: Note.conflictType, to: events[stand] ?? stand)
      }
    }
    return conflicts
  }

  private static func sorted(
    _ questions: [OpenQuestion], _ decisions: MergeDecisions
  ) -> [OpenQuestion] {
    let ranks = Dictionary(
      uniqueKeysWithValues: MergeConflict.Kind.allCases.enumerated().map { ($1, $0) })
    return questions.map { question in
      let extent = decisions.extent(of: question.target, depth: 0) ?? TextRange(0, 0)
      return (question, extent, ranks[question.kind] ?? 0)
    }.sorted { one, other in
      if one.1 != other.1 { return one.1 < other.1 }
      if one.0.target != other.0.target { return one.0.target < other.0.target }
      if one.2 != other.2 { return one.2 < other.2 }
      return (one.0.name ?? "").utf8.lexicographicallyPrecedes((other.0.name ?? "").utf8)
    }.map(\.0)
  }
}

extension OpenQuestion {
  /// What the question is about and every reading that stands.
  fileprivate var stands: [Int] {
    [target]
      + readings.flatMap(\.lines).compactMap { line in
        if case .stand(let stand) = line { stand } else { nil }
      }
  }
}

extension MergeConflict {
  /// Creates a conflict from a question whose lines have ids now.
  fileprivate init(
    _ question: OpenQuestion, group: Int, _ names: [String], _ lines: MergedLines
  ) {
    self.init(
      kind: question.kind, group: group, name: question.name,
      target: lines.standIDs[question.target],
      readings: question.readings.sorted { ($0.sources.first ?? 0) < ($1.sources.first ?? 0) }
        .map { reading in
          Reading(
            annotators: reading.sources.map { names[$0] },
            ids: reading.lines.map { line in
              switch line {
              case .stand(let stand): lines.standIDs[stand]
              case .property(let property): lines.propertyIDs[property]
              }
            }, value: lines.value(of: reading.lines))
        })
  }
}
