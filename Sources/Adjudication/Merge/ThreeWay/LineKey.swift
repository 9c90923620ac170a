import Standoff

/// What a line is known by among those of its kind, its id apart; compared byte by byte.
struct LineKey: Hashable, Comparable {
  /// The parts, parted by what no line has in it.
  private var bytes: [UInt8]

  private init(_ parts: [String]) {
    bytes = Array(parts.map { Array($0.utf8) }.joined(separator: [.lineFeed]))
  }

  /// What a line is known by.
  ///
  /// - Parameters:
  ///   - scopes: The annotations of the whole article with their references, which are told apart by these
  ///     and not by their words.
  ///   - repeated: The attributes that are known by their values too.
  init(
    _ record: StandoffRecord, scopes: [AnnotationID: [String]] = [:], repeated: Set<LineKey> = []
  ) {
    let ends = record.ends.joined()
    switch record.kind {
    case .textBound:
      let scope = scopes[record.id].map { ["article"] + $0 } ?? []
      self.init([record.name] + record.ranges.map(\.description) + scope)
    case .attribute:
      let key = LineKey([record.name] + ends)
      self = repeated.contains(key) ? key.adding(record.value ?? "") : key
    default: self.init([record.name] + ends + (record.value.map { [$0] } ?? []))
    }
  }

  /// An id as what a line is known by.
  init(_ id: AnnotationID) { self.init([id.description]) }

  /// This with one part more.
  func adding(_ part: String) -> LineKey {
    var key = self
    key.bytes.append(.lineFeed)
    key.bytes += part.utf8
    return key
  }

  /// The attributes that some annotation has twice in one of the files.
  static func repeatedAttributes(in tables: [RecordTable]) -> Set<LineKey> {
    var found: Set<LineKey> = []
    for table in tables {
      var seen: Set<LineKey> = []
      for record in table.records(of: .attribute) {
        let key = LineKey(record)
        if !seen.insert(key).inserted { found.insert(key) }
      }
    }
    return found
  }

  static func < (left: LineKey, right: LineKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
