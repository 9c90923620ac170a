/// The lines that have one and the same fault, which is said once: at the first of them.
struct Sightings<Key: Hashable> {
  /// How many further lines a note names.
  private static var noted: Int { 5 }

  private var rows: [Key: (named: [UInt32], count: Int)] = [:]
  private var keys: [Key] = []

  /// Begins with none.
  init() {}

  /// Takes down a line, after those before it in the file.
  mutating func add(_ key: Key, _ row: UInt32) {
    guard var sighting = rows[key] else {
      rows[key] = ([row], 1)
      keys.append(key)
      return
    }
    sighting.count += 1
    if sighting.named.count <= Self.noted { sighting.named.append(row) }
    rows[key] = sighting
  }

  /// Each fault with its first line, a note about the others, and how many there are in all, in the order
  /// of the file.
  func faults(in review: Review) -> [(key: Key, row: UInt32, notes: [String], lines: Int)] {
    keys.compactMap { key in
      guard let sighting = rows[key], let first = sighting.named.first else { return nil }
      let others = sighting.named.dropFirst().map { String(review.lineNumber(of: $0)) }
      guard let last = others.last else { return (key, first, [], 1) }
      let more = sighting.count - 1 - others.count
      let list =
        more > 0
        ? others.joined(separator: ", ") + " and \(more) more"
        : (others.count > 1 ? others.dropLast().joined(separator: ", ") + " and " : "") + last
      let noun = sighting.count == 2 ? "line" : "lines"
      return (key, first, ["the same on \(noun) \(list)"], sighting.count)
    }
  }
}

/// The names that may stand in a place, for a message: `a, b or c`; of many the first few.
func list(_ names: [String], _ conjunction: String = "or") -> String {
  guard names.count <= 8 else { return names.prefix(7).joined(separator: ", ") + " …" }
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
