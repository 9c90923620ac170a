import Standoff

/// The `Conflict` lines of a question, as JSON written straight into bytes.
struct ConflictLine {
  private let question: OpenQuestion
  private let group: Int
  /// The names of the annotators in JSON.
  private let names: [[UInt8]]
  /// What is said, by whom, in the order of the annotators.
  private let said: [(source: Int, ids: [PackedID])]

  init(_ question: OpenQuestion, group: Int, _ names: [[UInt8]], _ lines: MergedLines) {
    self.question = question
    self.group = group
    self.names = names
    var said: [(source: Int, ids: [PackedID])] = []
    for reading in question.inOrder {
      let ids = reading.lines.compactMap { lines.id(of: $0) }
      for source in reading.sources { said.append((source, ids)) }
    }
    self.said = said.sorted { $0.source < $1.source }
  }

  /// What the lines are on, in the order of the ids: the annotations, events and relations that are
  /// readings, or that which a reading is about.
  func disputed(_ lines: MergedLines) -> [(stand: Int, id: PackedID)] {
    var stands = [question.target]
    if question.isOfLines {
      stands = question.readings.flatMap(\.lines).compactMap { line in
        if case .stand(let stand) = line { stand } else { nil }
      }
    }
    let found = stands.compactMap { stand in
      lines.standIDs[stand].map { (stand: stand, id: $0) }
    }
    guard found.count > 1 else { return found }
    var seen: Set<PackedID> = []
    return found.filter { seen.insert($0.id).inserted }
      .sorted { lines.ids.precedes($0.id, $1.id) }
  }

  /// The text of the line on one of them.
  func text(on id: PackedID, _ ids: MergeIDs) -> [UInt8] {
    var bytes = Array("{\"kind\":\"\(question.kind.rawValue)\",\"group\":\(group),\"from\":".utf8)
    let own = said.filter { $0.ids.contains(id) }
    bytes += Self.list((own.isEmpty ? said : own).map { names[$0.source] })
    if let name = question.name {
      bytes += ",\"name\":".utf8
      bytes += JSONValue.string(name).encoded(asciiOnly: true).utf8
    }
    if question.listsReadings {
      bytes += ",\"readings\":{".utf8
      for (number, reading) in said.enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += names[reading.source]
        bytes.append(UInt8(ascii: ":"))
        bytes += Self.list(
          reading.ids.map {
            Array(JSONValue.string(ids.written($0).description).encoded(asciiOnly: true).utf8)
          })
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// A list in JSON of what is in JSON.
  static func list(_ elements: [[UInt8]]) -> [UInt8] {
    var bytes = [UInt8(ascii: "[")]
    for (number, element) in elements.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += element
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }
}

extension OpenQuestion {
  /// The readings in the order of the annotators.
  var inOrder: [(sources: [Int], lines: [Line])] {
    readings.sorted { ($0.sources.first ?? 0) < ($1.sources.first ?? 0) }
  }

  /// Whether the question is about an equivalence group.
  private var isOfGroup: Bool { name?.utf8.first == UInt8(ascii: "*") }

  /// Whether each reading is a line that stands, rather than something about one.
  fileprivate var isOfLines: Bool {
    switch kind {
    case .attribute, .text: false
    case .relation: !isOfGroup
    case .presence, .label, .boundary, .deleted: true
    }
  }

  /// Whether a line has to say who says what: lines of readings tell of those alone who have one.
  fileprivate var listsReadings: Bool {
    switch kind {
    case .attribute, .text: true
    case .deleted: false
    case .presence, .label, .boundary, .relation:
      isOfGroup || readings.contains { $0.lines.isEmpty }
    }
  }
}
