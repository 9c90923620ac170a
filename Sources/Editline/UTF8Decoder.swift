/// Makes scalars of bytes that arrive one at a time.
///
/// A sequence that is not well-formed becomes one U+FFFD for each of its maximal subparts, as the
/// Unicode Standard recommends (section 3.9, table 3-7).
struct UTF8Decoder {
  private var value: UInt32 = 0
  private var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether a sequence has begun that is not whole yet.
  var isInside: Bool { missing > 0 }

  /// The scalars that `byte` completes: none, one, or two when it ends a broken sequence.
  mutating func decode(_ byte: UInt8) -> [Unicode.Scalar] {
    guard missing > 0 else { return begin(byte) }
    guard allowed.contains(byte) else {
      missing = 0
      return ["\u{FFFD}"] + begin(byte)
    }
    allowed = 0x80...0xBF
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    return missing == 0 ? [Unicode.Scalar(value) ?? "\u{FFFD}"] : []
  }

  /// What is left when no more bytes come.
  mutating func finish() -> [Unicode.Scalar] {
    defer { missing = 0 }
    return missing > 0 ? ["\u{FFFD}"] : []
  }

  private mutating func begin(_ byte: UInt8) -> [Unicode.Scalar] {
    switch byte {
    case 0x00...0x7F: return [Unicode.Scalar(byte)]
    case 0xC2...0xDF: (missing, value) = (1, UInt32(byte & 0x1F))
    case 0xE0...0xEF: (missing, value) = (2, UInt32(byte & 0x0F))
    case 0xF0...0xF4: (missing, value) = (3, UInt32(byte & 0x07))
    default: return ["\u{FFFD}"]
    }
    switch byte {
    case 0xE0: allowed = 0xA0...0xBF  // shorter forms exist
    case 0xED: allowed = 0x80...0x9F  // surrogates
    case 0xF0: allowed = 0x90...0xBF  // shorter forms exist
    case 0xF4: allowed = 0x80...0x8F  // past U+10FFFF
    default: allowed = 0x80...0xBF
    }
    return []
  }
}
