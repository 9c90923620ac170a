/// Reading a byte buffer eight bytes at a time.
///
/// This is the only file that calls something unsafe to read text or lines: `unsafeLoadUnaligned` is marked
/// so because a pattern of bits need not be a value of the type loaded. Every pattern is a `UInt64`,
/// and the load checks its bounds, so nothing here can read outside the buffer; only
/// ``loadUnchecked(_:at:)`` and its sibling leave that to their callers, each of which compares with the length right
/// before. Safe indexing of single bytes is five to ten times slower on a long article.
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

  /// The same, where all eight bytes are known to lie in `bytes`: for loops whose condition says so.
  @inline(__always)
  static func loadUnchecked(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    let raw = unsafe bytes.bytes
    return unsafe UInt64(
      littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The 32 bytes from `offset` on, all of which are known to lie in `bytes`, in the machine's order.
  @inline(__always)
  static func loadFourUnchecked(_ bytes: Span<UInt8>, at offset: Int) -> SIMD4<UInt64> {
    let raw = unsafe bytes.bytes
    return unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: SIMD4<UInt64>.self)
  }

  /// The lowest bit of every one of 32 bytes that starts a code point.
  @inline(__always)
  static func leads(_ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
    ~((words &>> 7) & ~(words &>> 6)) & SIMD4(repeating: low)
  }

  /// The lowest bit of every one of 32 bytes that starts a code point outside the Basic Multilingual
  /// Plane.
  @inline(__always)
  static func astralLeads(_ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
    (words &>> 7) & (words &>> 6) & (words &>> 5) & (words &>> 4) & SIMD4(repeating: low)
  }

  /// The highest bit of every one of 32 bytes that is zero.
  @inline(__always)
  static func zeroBytes(_ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
    let high = SIMD4(repeating: high)
    return ~(((words & ~high) &+ ~high) | words | ~high)
  }

  /// Whether one of the 32 bytes is zero.
  @inline(__always)
  static func haveZeroByte(_ words: SIMD4<UInt64>) -> Bool {
    // A byte above a zero may be taken for one, but only there.
    let found = (words &- SIMD4(repeating: low)) & ~words & SIMD4(repeating: high)
    return found[0] | found[1] | found[2] | found[3] != 0
  }

  /// Whether two stretches hold the same bytes.
  static func areEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    var offset = 0
    while offset &+ 32 <= one.count {
      let different = loadFourUnchecked(one, at: offset) ^ loadFourUnchecked(other, at: offset)
      guard different[0] | different[1] | different[2] | different[3] == 0 else { return false }
      offset &+= 32
    }
    while offset + 8 <= one.count {
      guard loadUnchecked(one, at: offset) == loadUnchecked(other, at: offset) else { return false }
      offset += 8
    }
    while offset < one.count {
      guard one[offset] == other[offset] else { return false }
      offset += 1
    }
    return true
  }

  /// Ones in the lowest `count` bytes, of at most seven.
  @inline(__always)
  static func lowest(_ count: Int) -> UInt64 {
    ~(UInt64.max &<< UInt64(truncatingIfNeeded: 8 &* count))
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

  /// In each byte the sum of the bytes up to it, itself included, which must not pass 255.
  @inline(__always)
  static func runningSums(_ word: UInt64) -> UInt64 { word &* low }

  /// The place of the first byte above `limit`, of bytes below 128; one is, and `limit` is below 127.
  @inline(__always)
  static func firstByte(above limit: UInt64, in word: UInt64) -> Int {
    // With the highest bit set no byte borrows from its neighbour, and keeps it where it is above.
    (((word | high) &- (limit &+ 1) &* low) & high).trailingZeroBitCount / 8
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

  /// The `count` bytes from `offset` on, at most eight, with zeros after them.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at offset: Int, count: Int) -> UInt64 {
    if offset >= 0, offset &+ 8 <= bytes.count {
      let word = loadUnchecked(bytes, at: offset)
      return count < 8 ? word & lowest(count) : word
    }
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return word
  }

  /// How many of the eight bytes are ASCII digits before the first that is none.
  @inline(__always)
  static func digitCount(_ word: UInt64) -> Int {
    let values = word ^ repeating(0x30)
    let others = (((values & ~high) &+ repeating(0x76)) | values) & high
    return others.trailingZeroBitCount / 8
  }

  /// The number that the first `count` bytes spell, from one to eight, which are ASCII digits.
  @inline(__always)
  static func number(_ word: UInt64, digits count: Int) -> UInt64 {
    // Moved up, so that zeros lead; then neighbours are joined: 1 2 3 4 5 6 7 8, 12 34 56 78, ….
    let digits = (word & repeating(0x0F)) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let pairs = (digits &* 2561) >> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
  }

  /// The eight digits of a number below 10⁸ in ASCII, zeros leading, the first one in the lowest byte.
  @inline(__always)
  static func digits(of number: UInt64) -> UInt64 {
    // Halved again and again: 1234 5678, 12 34 56 78, 1 2 3 4 5 6 7 8; divided by multiplying.
    let fours = number / 10_000 | (number % 10_000) << 32
    let upper = ((fours &* 10_486) >> 20) & 0x0000_007F_0000_007F
    let pairs = upper | (fours &- 100 &* upper) << 16
    let tens = ((pairs &* 103) >> 10) & 0x000F_000F_000F_000F
    return (tens | (pairs &- 10 &* tens) << 8) | repeating(0x30)
  }

  /// The highest bit of every byte that U+0085, 2028 and 2029 end in, among others.
  @inline(__always)
  static func separatorEnds(_ word: UInt64) -> UInt64 {
    zeroBytes(word ^ repeating(0x85)) | zeroBytes((word | low) ^ repeating(0xA9))
  }

  /// The highest bit of every byte that is below U+0020.
  @inline(__always)
  static func controls(_ word: UInt64) -> UInt64 {
    // With the highest bit set no byte borrows from its neighbour.
    ~((word | high) &- repeating(0x20)) & ~word & high
  }

  /// The highest bit of every byte that is U+0020 or below.
  @inline(__always)
  static func blanksAndControls(_ word: UInt64) -> UInt64 {
    ~((word | high) &- repeating(0x21)) & ~word & high
  }

  /// The highest bit of every byte that is zero.
  @inline(__always)
  static func zeroBytes(_ word: UInt64) -> UInt64 {
    // Adding 0x7F to seven bits carries into the eighth unless they are all zero.
    ~(((word & ~high) &+ ~high) | word | ~high)
  }
}
