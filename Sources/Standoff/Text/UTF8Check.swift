/// Telling quickly whether bytes are UTF-8.
///
/// The standard library's own check says where they are not, and takes several steps a byte; it is
/// asked only about bytes that are known not to be.
enum UTF8Check {
  /// Whether all of `bytes` is well-formed UTF-8 (Unicode, table 3-7).
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    // The bytes before a group are looked at with it.
    var offset = 3
    guard bytes.count >= offset + groupSize else {
      return isValid(bytes, from: 0, to: bytes.count)
    }
    guard isValid(bytes, from: 0, to: offset) else { return false }
    while offset &+ groupSize <= bytes.count {
      guard isValidGroup(bytes, at: offset) else { return false }
      offset &+= groupSize
    }
    return isValid(bytes, from: start(ofCharacterAt: offset, in: bytes), to: bytes.count)
  }

  private static var groupSize: Int { 32 }

  /// Whether the characters are well-formed that have a byte among the 32 from `offset` on, as far as
  /// it is one of these that shows; three bytes stand before them.
  @inline(__always)
  private static func isValidGroup(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    let own = Words64.loadFourUnchecked(bytes, at: offset)
    let third = Words64.loadFourUnchecked(bytes, at: offset &- 3)
    let high = SIMD4(repeating: Words64.high)
    // Most text is ASCII for long stretches.
    let all = (own | third) & high
    if all[0] | all[1] | all[2] | all[3] == 0 { return true }

    let first = Words64.loadFourUnchecked(bytes, at: offset &- 1)
    let second = Words64.loadFourUnchecked(bytes, at: offset &- 2)
    // A byte has to continue a character where one, two or three bytes before it a character of at
    // least two, three or four bytes begins, and nowhere else.
    let continues = own & ~(own &<< 1)
    let follows =
      (first & (first &<< 1)) | (second & (second &<< 1) & (second &<< 2))
      | (third & (third &<< 1) & (third &<< 2) & (third &<< 3))
    let wrong = (continues ^ follows) & high
    if wrong[0] | wrong[1] | wrong[2] | wrong[3] != 0 { return false }

    // 0xC0, 0xC1, 0xE0, 0xED, 0xF0, and 0xF4 and above: more has to be known of what follows these, or
    // no character begins with them.
    let isLong = own & (own &<< 1) & (own &<< 2) & (own &<< 3) & high
    let odd =
      Words64.zeroBytes((own & repeating(0xFE)) ^ repeating(0xC0))
      | Words64.zeroBytes((own & repeating(0xEF)) ^ repeating(0xE0))
      | Words64.zeroBytes(own ^ repeating(0xED)) | (isLong & ((own &<< 4) | (own &<< 5)))
    if odd[0] | odd[1] | odd[2] | odd[3] == 0 { return true }
    return isValid(
      bytes, from: start(ofCharacterAt: offset, in: bytes), to: offset &+ groupSize)
  }

  @inline(__always)
  private static func repeating(_ byte: UInt8) -> SIMD4<UInt64> {
    SIMD4(repeating: Words64.repeating(byte))
  }

  /// Where the character begins that the byte at `offset` may continue; at `offset` where none does.
  ///
  /// The bytes before it are well-formed.
  private static func start(ofCharacterAt offset: Int, in bytes: Span<UInt8>) -> Int {
    for place in stride(from: offset - 1, through: max(0, offset - 3), by: -1)
    where bytes[place] & 0xC0 != 0x80 {
      return bytes[place] < 0x80 ? offset : place
    }
    return offset
  }

  /// Whether the characters are well-formed that begin at `start` and after it, before `end`.
  private static func isValid(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var offset = start
    while offset < end {
      if offset &+ 8 <= end {
        let high = Words64.loadUnchecked(bytes, at: offset) & Words64.high
        offset += high.trailingZeroBitCount / 8
        if high == 0 { continue }
      }
      // Such characters come in runs.
      repeat {
        guard let count = characterLength(bytes, at: offset) else { return false }
        offset += count
      } while offset < end && bytes[offset] >= 0x80
    }
    return true
  }

  /// How many bytes the character at `offset` has; `nil` where none begins there.
  @inline(__always)
  private static func characterLength(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    guard offset + 1 < bytes.count else { return nil }
    let second = bytes[offset + 1]
    let isThird = offset + 2 < bytes.count && bytes[offset + 2] & 0xC0 == 0x80
    switch lead {
    case 0xC2...0xDF: return second & 0xC0 == 0x80 ? 2 : nil
    case 0xE0: return second & 0xE0 == 0xA0 && isThird ? 3 : nil
    case 0xED: return second & 0xE0 == 0x80 && isThird ? 3 : nil
    case 0xE1...0xEF: return second & 0xC0 == 0x80 && isThird ? 3 : nil
    case 0xF0...0xF4:
      let lowest: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let highest: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      let isFourth = offset + 3 < bytes.count && bytes[offset + 3] & 0xC0 == 0x80
      return second >= lowest && second <= highest && isThird && isFourth ? 4 : nil
    default: return nil
    }
  }
}
