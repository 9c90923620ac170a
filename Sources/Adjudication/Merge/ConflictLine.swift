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
    guard question.kind.isOfLines(named: question.name) else {
      return lines.standIDs[question.target].map { [(question.target, $0)] } ?? []
    }
    var found: [(stand: Int, id: PackedID)] = []
    for reading in question.readings {
      for line in reading.lines {
        guard case .stand(let stand) = line, let id = lines.standIDs[stand],
          !found.contains(where: { $0.id == id })
        else { continue }
        let place = found.firstIndex { lines.ids.precedes(id, $0.id) } ?? found.count
        found.insert((stand, id), at: place)
      }
    }
    return found
  }

  /// Adds the text of the line on one of them.
  func write(on id: PackedID, _ ids: MergeIDs, to bytes: inout [UInt8]) {
    bytes += "{\"kind\":\"".utf8
    bytes += question.kind.rawValue.utf8
    bytes += "\",\"group\":".utf8
    bytes += String(group).utf8
    bytes += ",\"from\":[".utf8
    let isAll = !said.contains { $0.ids.contains(id) }
    var isFirst = true
    for reading in said where isAll || reading.ids.contains(id) {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes += names[reading.source]
    }
    bytes.append(UInt8(ascii: "]"))
    if let name = question.name {
      bytes += ",\"name\":".utf8
      bytes += JSONValue.string(name).encoded(asciiOnly: true).utf8
    }
    let isOneSilent = question.readings.contains { $0.lines.isEmpty }
    if question.kind.listsReadings(named: question.name, isOneSilent: isOneSilent) {
      writeReadings(ids, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func writeReadings(_ ids: MergeIDs, to bytes: inout [UInt8]) {
    bytes += ",\"readings\":{".utf8
    for (number, reading) in said.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += names[reading.source]
      bytes += ":[".utf8
      for (place, id) in reading.ids.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += JSONValue.string(ids.written(id).description).encoded(asciiOnly: true).utf8
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "}"))
  }
}

extension OpenQuestion {
  /// The readings in the order of the annotators.
  var inOrder: [(sources: [Int], lines: [Line])] {
    readings.sorted { ($0.sources.first ?? 0) < ($1.sources.first ?? 0) }
  }
}
