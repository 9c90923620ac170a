/// Reading a byte buffer eight bytes at a time.
///
/// This is the only file that calls something unsafe to read text or lines: `unsafeLoadUnaligned` is marked
/// so because a pattern of bits need not be a value of the type loaded. Every pattern is a `UInt64`,
/// and the load checks its bounds, so nothing here can read outside the buffer. Safe indexing of
/// single bytes is five to ten times slower on a long article.
enum Words64 {
  /// The lowest bit of each of the eight bytes.
  static let low: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of each of the eight bytes.
  static let high: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes from `offset` on, the first one in the lowest bits.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    let raw = unsafe bytes.bytes
    return unsafe UInt64(
      littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// `byte` eight times.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* low }

  /// The lowest bit of every byte that starts a code point, that is, does not look like `10xxxxxx`.
  @inline(__always)
  static func leads(_ word: UInt64) -> UInt64 {
    // `>>` and `&>>` bind tighter than `&*` and `&` in Swift; hence all the parentheses.
    let continuations = (word >> 7) & ~(word >> 6)
    return ~continuations & low
  }

  /// The lowest bit of every byte that starts a code point outside the Basic Multilingual Plane.
  @inline(__always)
  static func astralLeads(_ word: UInt64) -> UInt64 {
    ((word >> 7) & (word >> 6) & (word >> 5) & (word >> 4)) & low
  }

  /// The sum of the eight bytes, which must not pass 255.
  @inline(__always)
  static func sum(_ word: UInt64) -> Int { Int(truncatingIfNeeded: (word &* low) >> 56) }

  /// The sum of the eight bytes.
  @inline(__always)
  static func sumOfMany(_ word: UInt64) -> Int {
    let every: UInt64 = 0x00FF_00FF_00FF_00FF
    let pairs = (word & every) &+ ((word >> 8) & every)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  /// The highest bit of every byte that is below U+0020.
  @inline(__always)
  static func controls(_ word: UInt64) -> UInt64 {
    // With the highest bit set no byte borrows from its neighbour.
    ~((word | high) &- repeating(0x20)) & ~word & high
  }

  /// The highest bit of every byte that is zero.
  @inline(__always)
  static func zeroBytes(_ word: UInt64) -> UInt64 {
    // Adding 0x7F to seven bits carries into the eighth unless they are all zero.
    ~(((word & ~high) &+ ~high) | word | ~high)
  }
}
