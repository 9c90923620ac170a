/// Ids in 64 bits, most of them in a bit or in half as much: what is looked up anywhere in a large table
/// takes as long as memory does, and a small one stays in the cache.
package struct PackedIDSet: Sendable {
  /// By family, a bit for each number below ``limit``: ids that people and programs count up lie close
  /// together, and would fill whole stretches of a table that others have to be looked for in.
  private var counted: [[UInt64]] = [[], [], [], []]
  /// Numbers from here on are thought to be made from what lines say, and lie anywhere.
  private let limit: UInt32
  /// The ids of four letters with other numbers below 2³⁰, see `key(of:)`, found by open addressing; none
  /// is 0.
  private var keys: [UInt32]
  private var count = 0
  /// All others.
  private var others: Set<UInt64> = []

  /// Creates an empty set with room for as many ids as are thought likely.
  package init(room: Int) {
    var size = 64
    while 7 * size < 8 * room { size *= 2 }
    keys = LargePages.zeros(size)
    limit = UInt32(truncatingIfNeeded: min(16 * size, Int(StableID.lowest)))
  }

  /// Puts an id in; false where it is there already.
  package mutating func insert(_ id: PackedID) -> Bool {
    guard let (family, number) = Self.usual(id) else { return others.insert(id.bits).inserted }
    guard number >= limit else { return insert(number, into: family) }
    let key = family << 30 | number
    let slot = keys.slot(of: key)
    guard keys[slot] == 0 else { return false }
    keys[slot] = key
    count += 1
    if 8 * count > 7 * keys.count { grow() }
    return true
  }

  private mutating func insert(_ number: UInt32, into family: UInt32) -> Bool {
    let (family, word, bit) = (Int(family), Int(number / 64), UInt64(1) << UInt64(number % 64))
    let missing = word + 1 - counted[family].count
    if missing > 0 { counted[family] += repeatElement(0, count: missing) }
    guard counted[family][word] & bit == 0 else { return false }
    counted[family][word] |= bit
    return true
  }

  /// The family and number of an id; `nil` where they do not fit into 32 bits.
  private static func usual(_ id: PackedID) -> (family: UInt32, number: UInt32)? {
    let number = id.number
    guard number < 1 << 30 else { return nil }
    let family: UInt32
    switch id.bits >> 48 {
    case 0x5400: family = 0  // T
    case 0x4100: family = 1  // A
    case 0x5200: family = 2  // R
    case 0x2300: family = 3  // #
    default: return nil
    }
    return (family, UInt32(truncatingIfNeeded: number))
  }

  private mutating func grow() {
    let old = keys
    keys = LargePages.zeros(2 * old.count)
    for key in old where key != 0 { keys[keys.slot(of: key)] = key }
  }
}

extension [UInt32] {
  /// Where a key is among these, or where it would go, as in `slot(ofID:)`.
  @inline(__always)
  fileprivate func slot(of key: UInt32) -> Int {
    let line = Scattering.bucket(of: UInt64(key >> 4), among: count >> 4)
    var slot = line << 4 | Int(key & 15)
    while self[slot] != 0, self[slot] != key { slot = (slot + 1) & (count - 1) }
    return slot
  }
}
