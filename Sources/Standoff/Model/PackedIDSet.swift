/// Ids in 64 bits, most of them in half as much: what is looked up anywhere in a large table takes as long
/// as memory does, and a small one stays in the cache.
package struct PackedIDSet: Sendable {
  /// The ids of four letters with numbers below 2³⁰, see `key(of:)`, found by open addressing; none is 0.
  private var keys: [UInt32]
  private var count = 0
  /// All others.
  private var others: Set<UInt64> = []

  /// Creates an empty set with room for as many ids as are thought likely.
  package init(room: Int) {
    var size = 64
    while 7 * size < 8 * room { size *= 2 }
    keys = LargePages.zeros(size)
  }

  /// Puts an id in; false where it is there already.
  package mutating func insert(_ id: PackedID) -> Bool {
    guard let key = Self.key(of: id) else { return others.insert(id.bits).inserted }
    let slot = keys.slot(of: key)
    guard keys[slot] == 0 else { return false }
    keys[slot] = key
    count += 1
    if 8 * count > 7 * keys.count { grow() }
    return true
  }

  /// An id in 32 bits; `nil` where it does not fit.
  private static func key(of id: PackedID) -> UInt32? {
    let (number, letter) = (id.number, id.bits >> 48)
    guard number > 0, number < 1 << 30 else { return nil }
    let family: UInt32
    switch letter {
    case 0x5400: family = 0  // T
    case 0x4100: family = 1  // A
    case 0x5200: family = 2  // R
    case 0x2300: family = 3  // #
    default: return nil
    }
    return family << 30 | UInt32(truncatingIfNeeded: number)
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
