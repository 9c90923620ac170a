import Standoff

/// What attributes, references and notes say, without their ids and what they are on, as numbers: the
/// same number for the same, and a lower one for what comes before by its bytes.
struct Sayings: Sendable {
  /// What each number stands for.
  let texts: [String]
  /// By annotator and row.
  private let numbers: [[UInt32]]

  /// What a line says.
  subscript(holder: Holder) -> UInt32 { numbers[holder.source][Int(holder.row)] }

  /// Looks through the lines of all annotators.
  init(_ clusters: AnnotatorClusters) {
    var draft = Draft()
    var numbers: [[UInt32]] = []
    for (source, ranks) in zip(clusters.sources, clusters.list.ranks) {
      let (lines, columns) = (source.source.lines, source.source.columns)
      var own = Array(repeating: UInt32(0), count: lines.count)
      // By name and value, as numbers of this file, what attributes say.
      var known: [UInt64: UInt32] = [:]
      for row in source.source.rows {
        switch columns.kinds[Int(row)] {
        case .attribute:
          let name = columns.names[Int(row)]
          let key = lines.valueNumber(ofAttribute: row).map { UInt64(name) << 16 | UInt64($0) }
          if let key, let number = known[key] {
            own[Int(row)] = number
            continue
          }
          let value = lines.valueBytes(ofAttribute: row)
          let number = draft.number(ofAttribute: ranks[Int(name)], value) {
            lines.record(row).saying
          }
          if let key { known[key] = number }
          own[Int(row)] = number
        case .note:
          let (name, text) = (ranks[Int(columns.names[Int(row)])], lines.tail(of: row) ?? [])
          // What a backslash says depends on who wrote the note, which its id tells.
          own[Int(row)] =
            text.contains(UInt8(ascii: "\\"))
            ? draft.number(of: lines.record(row).saying)
            : draft.number(ofNote: name, text) { lines.record(row).saying }
        case .reference: own[Int(row)] = draft.number(of: lines.record(row).saying)
        default: break
        }
      }
      numbers.append(own)
    }
    let order = draft.texts.indices.sorted {
      draft.texts[$0].utf8.lexicographicallyPrecedes(draft.texts[$1].utf8)
    }
    var ranks = Array(repeating: UInt32(0), count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = UInt32(rank) }
    texts = order.map { draft.texts[$0] }
    // What says nothing has the number 0, which is not looked at.
    self.numbers = ranks.isEmpty ? numbers : numbers.map { $0.map { ranks[Int($0)] } }
  }

  /// Numbers in the order in which things are first said.
  private struct Draft {
    private(set) var texts: [String] = []
    private var places: [Spelling: UInt32] = [:]
    /// By a hash of name and value, attributes and notes with their numbers.
    private var valued:
      [UInt64: (isNote: Bool, name: UInt32, value: ArraySlice<UInt8>?, number: UInt32)] = [:]

    mutating func number(of text: String) -> UInt32 {
      if let place = places[Spelling(text)] { return place }
      let place = UInt32(texts.count)
      texts.append(text)
      places[Spelling(text)] = place
      return place
    }

    /// The number of an attribute with the name of a rank; `text` makes what it says where it is new.
    mutating func number(
      ofAttribute name: UInt32, _ value: ArraySlice<UInt8>?, _ text: () -> String
    ) -> UInt32 {
      number(isNote: false, name, value, text)
    }

    /// The same of a note, with its text.
    mutating func number(
      ofNote name: UInt32, _ value: ArraySlice<UInt8>?, _ text: () -> String
    ) -> UInt32 {
      number(isNote: true, name, value, text)
    }

    private mutating func number(
      isNote: Bool, _ name: UInt32, _ value: ArraySlice<UInt8>?, _ text: () -> String
    ) -> UInt32 {
      var hash = UInt64(name) &+ (value == nil ? 0 : 1 << 32) &+ (isNote ? 1 << 33 : 0)
      for byte in value ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      while let known = valued[hash] {
        if known.isNote == isNote, known.name == name, known.value == value {
          return known.number
        }
        hash &+= 1
      }
      let number = number(of: text())
      valued[hash] = (isNote, name, value, number)
      return number
    }
  }
}
