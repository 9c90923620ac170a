/// Walking over UTF-8 that is known to be valid, one code point at a time.
///
/// An offset outside the bytes gives `nil`; inside a character, what is decoded is meaningless but
/// harmless.
extension Article {
  /// The code point that starts at a byte, and the byte after it.
  @inline(__always)
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let bytes = contents.bytes
    guard offset >= 0, offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), offset + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for place in (offset + 1)..<min(offset + length, bytes.count) {
      value = value << 6 | UInt32(bytes[place] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", min(offset + length, bytes.count))
  }

  /// The code point that ends before a byte, and the byte it starts at.
  @inline(__always)
  func scalar(before offset: Int) -> (scalar: Unicode.Scalar, start: Int)? {
    let bytes = contents.bytes
    guard offset > 0, offset <= bytes.count else { return nil }
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard let (scalar, _) = scalar(at: start) else { return nil }
    return (scalar, start)
  }
}
