import Standoff

/// The lines of a merged file that keep who supports what, and what is open.
struct MergeNotes {
  /// The conflicts, which are numbered in the order of the text.
  private(set) var questions: [OpenQuestion] = []

  private let decisions: MergeDecisions
  /// The annotators as JSON writes them.
  private let names: [[UInt8]]
  /// By trigger its first event: brat gives up a document in which anything is said of a trigger.
  private var events: [Int: Int] = [:]

  /// Adds the lines to the others.
  init(_ decisions: MergeDecisions, to lines: inout MergedLines) {
    self.decisions = decisions
    names = decisions.clusters.annotators.map {
      Array(JSONValue.string($0).encoded(asciiOnly: true).utf8)
    }
    events = lines.firstEvents
    questions = inOrder
    addSupporters(&lines)
    addConflicts(&lines)
  }

  /// What a record of galley's own begins with.
  private static func head(of type: String) -> [UInt8] { Array("\t\(type) ".utf8) }

  private func addSupporters(_ lines: inout MergedLines) {
    let type = Self.head(of: Note.annotatorsType)
    // Few annotators support what they do in many ways.
    var known: [[Int]: Int] = [:]
    var (last, record) = ([Int](), 0)
    for stand in decisions.stands.indices where events.isEmpty || events[stand] == nil {
      let holders = decisions.stands[stand].holders
      if !isWhose(holders, last) {
        last = decisions.annotators(of: stand)
        if let number = known[last] {
          record = number
        } else {
          record = lines.keep(record: type, [UInt8(ascii: "\t")] + list(of: last))
          known[last] = record
        }
      }
      lines.add(record: record, to: stand)
    }
  }

  private func isWhose(_ holders: Range<Int>, _ sources: [Int]) -> Bool {
    guard holders.count == sources.count else { return false }
    return sources.indices.allSatisfy {
      decisions.held[holders.lowerBound + $0].annotator == sources[$0]
    }
  }

  /// The names of annotators as a list in JSON.
  private func list(of sources: [Int]) -> [UInt8] {
    let list = sources.map { names[$0] }.joined(separator: [UInt8(ascii: ",")])
    return [UInt8(ascii: "[")] + list + [UInt8(ascii: "]")]
  }

  private func addConflicts(_ lines: inout MergedLines) {
    let type = Self.head(of: Note.conflictType)
    var text: [UInt8] = []
    var line = ConflictLine<PackedID>()
    for (number, question) in questions.enumerated() {
      compose(&line, question, group: number + 1, lines)
      for (stand, id) in disputed(question, lines) {
        text.removeAll(keepingCapacity: true)
        line.write(on: id, to: &text)
        lines.add(text, of: type, to: events[stand] ?? stand)
      }
    }
  }

  private func compose(
    _ line: inout ConflictLine<PackedID>, _ question: OpenQuestion, group: Int,
    _ lines: MergedLines
  ) {
    let list = decisions.questions
    // Who says what, in the order of the annotators, few of whom say something together.
    var voices: [(source: Int, reading: Int)] = []
    for reading in question.readings {
      for source in list.annotators(of: reading) {
        let place = voices.lastIndex { $0.source < source }.map { $0 + 1 } ?? 0
        voices.insert((source, reading), at: place)
      }
    }
    line.begin()
    for voice in voices {
      line.add(names[voice.source])
      for said in list.lines(of: voice.reading) {
        if let id = lines.id(of: said) { line.add(id) }
      }
    }
    let ids = lines.ids
    line.end(
      question.kind, group: group, name: question.name,
      isOneSilent: question.readings.contains { list.lines(of: $0).isEmpty }
    ) { id, bytes in ids.write(quoted: id, to: &bytes) }
  }

  /// What the lines are on, in the order of the ids: the annotations, events and relations that are
  /// readings, or that which a reading is about.
  private func disputed(
    _ question: OpenQuestion, _ lines: MergedLines
  ) -> [(stand: Int, id: PackedID)] {
    guard question.kind.isOfLines(named: question.name) else {
      return lines.standIDs[question.target].map { [(question.target, $0)] } ?? []
    }
    var found: [(stand: Int, id: PackedID)] = []
    for reading in question.readings {
      for line in decisions.questions.lines(of: reading) {
        guard case .stand(let stand) = line, let id = lines.standIDs[stand],
          !found.contains(where: { $0.id == id })
        else { continue }
        let place = found.firstIndex { lines.ids.precedes(id, $0.id) } ?? found.count
        found.insert((stand, id), at: place)
      }
    }
    return found
  }

  /// The questions in the order of the text.
  private var inOrder: [OpenQuestion] {
    let questions = decisions.questions.questions
    let extents = questions.map { decisions.extent(of: $0.target) ?? TextRange(0, 0) }
    return questions.indices.sorted { one, other in
      if extents[one] != extents[other] { return extents[one] < extents[other] }
      let (left, right) = (questions[one], questions[other])
      if left.target != right.target { return left.target < right.target }
      if left.kind != right.kind { return left.kind < right.kind }
      return (left.name ?? "").utf8.lexicographicallyPrecedes((right.name ?? "").utf8)
    }.map { questions[$0] }
  }
}
