/// Telling quickly whether bytes are UTF-8.
///
/// The standard library's own check says where they are not, and takes several steps a byte; it is
/// asked only about bytes that are known not to be.
enum UTF8Check {
  /// Whether all of `bytes` is well-formed UTF-8 (Unicode, table 3-7).
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    var offset = 0
    while offset &+ 8 <= bytes.count {
      // Most text is ASCII for long stretches.
      while offset &+ 32 <= bytes.count {
        let all =
          Words64.loadUnchecked(bytes, at: offset) | Words64.loadUnchecked(bytes, at: offset &+ 8)
          | Words64.loadUnchecked(bytes, at: offset &+ 16)
          | Words64.loadUnchecked(bytes, at: offset &+ 24)
        guard all & Words64.high == 0 else { break }
        offset &+= 32
      }
      guard offset &+ 8 <= bytes.count else { break }
      let word = Words64.loadUnchecked(bytes, at: offset)
      let high = word & Words64.high
      guard high != 0 else {
        offset += 8
        continue
      }
      offset += high.trailingZeroBitCount / 8
      // Such characters come in runs.
      repeat {
        guard let count = characterLength(bytes, at: offset) else { return false }
        offset += count
      } while offset < bytes.count && bytes[offset] >= 0x80
    }
    while offset < bytes.count {
      guard let count = characterLength(bytes, at: offset) else { return false }
      offset += count
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
