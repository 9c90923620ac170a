/// Where 64-bit keys stand in two lists, as far as they stand there once.
///
/// Open addressing with linear probing: one key costs some ten nanoseconds, where a dictionary's
/// takes five times that. Keys are hashes already.
struct KeyTable {
  private var keys: [UInt64]
  private var lefts: [UInt32]
  private var rights: [UInt32]
  private let mask: Int

  private static let none = UInt32.max
  private static let many = UInt32.max - 1

  /// Makes room for `count` keys.
  init(room count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    lefts = Array(repeating: Self.none, count: size)
    rights = lefts
    mask = size - 1
  }

  /// The slot of a key, or the free one where it would go.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while lefts[slot] != Self.none, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Notes that a key stands at a place of the first list.
  mutating func addLeft(_ key: UInt64, at place: Int) {
    let slot = slot(of: key)
    keys[slot] = key
    lefts[slot] = lefts[slot] == Self.none ? UInt32(truncatingIfNeeded: place) : Self.many
  }

  /// Notes that a key stands at a place of the second list; one that the first has not is passed over.
  mutating func addRight(_ key: UInt64, at place: Int) {
    let slot = slot(of: key)
    guard lefts[slot] != Self.none else { return }
    rights[slot] = rights[slot] == Self.none ? UInt32(truncatingIfNeeded: place) : Self.many
  }

  /// The place in the second list of a key that stands at `place` of the first, where it stands once
  /// in each.
  func partner(of key: UInt64, at place: Int) -> Int? {
    let slot = slot(of: key)
    guard lefts[slot] == UInt32(truncatingIfNeeded: place), rights[slot] < Self.many else {
      return nil
    }
    return Int(rights[slot])
  }

  /// The pairs of places at which keys stand that each list has once, in the order of the first.
  static func uniquePairs(_ left: ArraySlice<UInt64>, _ right: ArraySlice<UInt64>) -> [(Int, Int)] {
    var table = KeyTable(room: left.count)
    for place in left.indices { table.addLeft(left[place], at: place) }
    for place in right.indices { table.addRight(right[place], at: place) }
    return left.indices.compactMap { place in
      table.partner(of: left[place], at: place).map { (place, $0) }
    }
  }
}

/// The longest choice of pairs whose second places rise; the first do already.
///
/// Patience sorting, in time n log n (Fredman, 1975; as anchors of a difference: Cohen, 2003).
///
/// - Parameter allowingTies: whether second places may be equal.
func longestRise(_ pairs: [(Int, Int)], allowingTies: Bool = false) -> [(Int, Int)] {
  /// For each length, the pair that a rise of that length can end in lowest.
  var ends: [Int] = []
  var before: [Int] = []
  before.reserveCapacity(pairs.count)
  for (index, pair) in pairs.enumerated() {
    let length = ends.partitioningIndex {
      allowingTies ? pairs[$0].1 > pair.1 : pairs[$0].1 >= pair.1
    }
    before.append(length > 0 ? ends[length - 1] : -1)
    if length == ends.count { ends.append(index) } else { ends[length] = index }
  }
  var chosen: [(Int, Int)] = []
  var index = ends.last ?? -1
  while index >= 0 {
    chosen.append(pairs[index])
    index = before[index]
  }
  return chosen.reversed()
}
