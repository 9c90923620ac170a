/// Ids in 64 bits, found by open addressing, see `slot(ofID:)`.
package struct PackedIDSet: Sendable {
  /// The ids; no id is 0.
  private var keys: [UInt64]
  private var count = 0

  /// Creates an empty set with room for as many ids as are thought likely.
  package init(room: Int) {
    var size = 64
    while 3 * size < 4 * room { size *= 2 }
    keys = LargePages.array(of: size)
  }

  /// Puts an id in; false where it is there already.
  package mutating func insert(_ id: PackedID) -> Bool {
    let slot = keys.slot(ofID: id.bits)
    guard keys[slot] == 0 else { return false }
    keys[slot] = id.bits
    count += 1
    if 4 * count > 3 * keys.count { grow() }
    return true
  }

  private mutating func grow() {
    let old = keys
    keys = Array(repeating: 0, count: 2 * old.count)
    for key in old where key != 0 { keys[keys.slot(ofID: key)] = key }
  }
}
