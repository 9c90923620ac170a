import Standoff

/// The lines of a merged file that keep who supports what, and what is open.
struct MergeRecords {
  /// The conflicts, which are numbered in the order of the text.
  private(set) var conflicts: [MergeConflict] = []

  private let decisions: MergeDecisions
  /// The annotators, as people and as JSON write them.
  private let names: [String]
  private let quoted: [[UInt8]]
  /// By trigger its first event: brat gives up a document in which anything is said of a trigger.
  private var events: [Int: Int] = [:]
  /// The text of the record that is being written.
  private var text: [UInt8] = []

  /// Adds the lines to the others.
  init(_ decisions: MergeDecisions, to lines: inout MergedLines) {
    self.decisions = decisions
    names = decisions.clusters.annotators
    quoted = names.map { Array(JSONValue.string($0).encoded(asciiOnly: true).utf8) }
    for number in decisions.stands.indices where decisions.stands[number].kind == .event {
      guard let trigger = decisions.stands[number].ends.first?.stand, events[trigger] == nil
      else { continue }
      events[trigger] = number
    }
    addSupporters(&lines)
    for question in inOrder { add(question, &lines) }
  }

  private func addSupporters(_ lines: inout MergedLines) {
    // Few annotators support what they do in many ways.
    var written: [[Int]: [UInt8]] = [:]
    var (last, text) = ([Int](), [UInt8]())
    for stand in decisions.stands.indices where events.isEmpty || events[stand] == nil {
      let holders = decisions.stands[stand].holders
      if !holders.elementsEqual(last, by: { $0.source == $1 }) {
        last = holders.map(\.source)
        text = written[last] ?? list(of: last)
        written[last] = text
      }
      lines.add(text, of: Note.annotatorsType, to: stand)
    }
  }

  /// The names of annotators as a list in JSON.
  private func list(of sources: [Int]) -> [UInt8] {
    let names = sources.map { quoted[$0] }.joined(separator: [UInt8(ascii: ",")])
    return [UInt8(ascii: "[")] + names + [UInt8(ascii: "]")]
  }

  private mutating func add(_ question: OpenQuestion, _ lines: inout MergedLines) {
    let group = conflicts.count + 1
    let line = ConflictLine(question, group: group, quoted, lines)
    for (stand, id) in line.disputed(lines) {
      text.removeAll(keepingCapacity: true)
      line.write(on: id, lines.ids, to: &text)
      lines.add(text, of: Note.conflictType, to: events[stand] ?? stand)
    }
    conflicts.append(MergeConflict(question, group: group, names, lines))
  }

  /// The questions in the order of the text.
  private var inOrder: [OpenQuestion] {
    let ranks = Dictionary(
      uniqueKeysWithValues: MergeConflict.Kind.allCases.enumerated().map { ($1, $0) })
    let keys = decisions.questions.map { question in
      (
        extent: decisions.extent(of: question.target, depth: 0) ?? TextRange(0, 0),
        rank: ranks[question.kind] ?? 0
      )
    }
    return decisions.questions.indices.sorted { one, other in
      let (a, b) = (keys[one], keys[other])
      if a.extent != b.extent { return a.extent < b.extent }
      let (left, right) = (decisions.questions[one], decisions.questions[other])
      if left.target != right.target { return left.target < right.target }
      if a.rank != b.rank { return a.rank < b.rank }
      return (left.name ?? "").utf8.lexicographicallyPrecedes((right.name ?? "").utf8)
    }.map { decisions.questions[$0] }
  }
}

extension MergeConflict {
  /// Creates a conflict from a question whose lines have ids now.
  fileprivate init(
    _ question: OpenQuestion, group: Int, _ names: [String], _ lines: MergedLines
  ) {
    let readings = question.inOrder.map { reading in
      Reading(
        annotators: reading.sources.map { names[$0] },
        ids: reading.lines.compactMap { lines.id(of: $0) }.map(lines.ids.written),
        value: lines.value(of: reading.lines))
    }
    self.init(
      kind: question.kind, group: group, name: question.name,
      target: lines.written(question.target), readings: readings)
  }
}
