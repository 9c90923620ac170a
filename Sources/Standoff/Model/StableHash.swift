/// The hash that ids of new lines are made from; it never changes, for files are compared by it.
///
/// FNV-1a over the bytes in 64 bits (offset basis 14695981039346656037, prime 1099511628211), then
/// the finalizer of MurmurHash3, so that ids that differ in the last byte alone lie far apart.
/// Of nothing it is `0xEFD0_1F60_BA99_2926`.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Begins with nothing fed.
  package init() {}

  /// Feeds one byte.
  mutating func combine(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Feeds some bytes.
  package mutating func combine(_ bytes: ArraySlice<UInt8>) {
    let bytes = bytes.span
    for place in bytes.indices { combine(bytes[place]) }
  }

  /// Feeds an id as it is written, where it is written the usual way.
  package mutating func combine(_ id: PackedID) {
    for byte in id.utf8 { combine(byte) }
  }

  /// The hash of everything fed so far.
  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }

  /// The hash of `bytes`.
  static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    for byte in bytes { hash.combine(byte) }
    return hash.value
  }
}
