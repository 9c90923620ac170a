import Standoff

/// What attributes, references and notes say, without their ids and what they are on, as numbers: the
/// same number for the same, and a lower one for what comes before by its bytes.
struct Sayings: Sendable {
  /// What is said, each once.
  private var table = NameTable()
  /// By number, where it is in the table.
  private let order: [UInt32]
  /// By annotator and row.
  private let numbers: [[UInt32]]

  /// What a line says.
  subscript(holder: Holder) -> UInt32 { numbers[holder.annotator][Int(holder.row)] }

  /// What a number stands for.
  func text(of number: UInt32) -> String { table[order[Int(number)]] }

  /// Adds what stands behind the target in an attribute that says this.
  func writeValue(of number: UInt32, to bytes: inout [UInt8]) {
    bytes += table.bytes(of: order[Int(number)]).drop { $0 != UInt8(ascii: " ") }
  }

  /// Looks through the lines of all annotators.
  init(_ clusters: AnnotatorClusters) {
    var places: [[UInt32]] = []
    var said: [UInt8] = []
    for (source, ranks) in zip(clusters.sources, clusters.list.ranks) {
      let (lines, columns) = (source.source.lines, source.source.columns)
      var own = Array(repeating: UInt32(0), count: lines.count)
      // By name and value, as numbers of this file, what attributes say.
      var known: [UInt64: UInt32] = [:]
      for row in source.source.rows {
        let kind = columns.kinds[Int(row)]
        let name = columns.names[Int(row)]
        var key: UInt64?
        switch kind {
        case .attribute:
          key = lines.valueNumber(ofAttribute: row).map { UInt64(name) << 16 | UInt64($0) }
        case .note, .reference: break
        default: continue
        }
        if let key, let place = known[key] {
          own[Int(row)] = place
          continue
        }
        said.removeAll(keepingCapacity: true)
        lines.write(sayingOf: row, kind, clusters.list.labels[Int(ranks[Int(name)])], to: &said)
        own[Int(row)] = table.insert(said)
        if let key { known[key] = own[Int(row)] }
      }
      places.append(own)
    }
    order = table.order
    var ranks = Array(repeating: UInt32(0), count: order.count)
    for (rank, place) in order.enumerated() { ranks[Int(place)] = UInt32(rank) }
    // What says nothing has the number 0, which is not looked at.
    numbers = ranks.isEmpty ? places : places.map { $0.map { ranks[Int($0)] } }
  }
}

extension StandoffLines {
  /// Adds what a line with a name says, see ``StandoffRecord/saying``.
  fileprivate func write(
    sayingOf row: UInt32, _ kind: LineKind, _ name: String, to bytes: inout [UInt8]
  ) {
    switch kind {
    case .attribute:
      bytes.append(UInt8(ascii: "A"))
      bytes += name.utf8
      guard let value = valueBytes(ofAttribute: row) else { return }
      bytes.append(UInt8(ascii: " "))
      bytes += value
    case .note:
      let text = tail(of: row) ?? []
      // What a backslash says depends on who wrote the note, which its id tells.
      if text.contains(UInt8(ascii: "\\")) { fallthrough }
      bytes.append(UInt8(ascii: "#"))
      bytes += name.utf8
      bytes.append(UInt8(ascii: "\t"))
      bytes += text
    default: bytes += record(row).saying.utf8
    }
  }
}
