/// Finding bytes in a buffer, eight at a time.
enum ByteSearch {
  /// The first place of `byte` in `bytes` at or after `start`; `nil` if there is none.
  static func first(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    first(of: byte, in: bytes.span, from: start)
  }

  /// The first place of `byte` in `span` at or after `start`; `nil` if there is none.
  static func first(of byte: UInt8, in span: Span<UInt8>, from start: Int) -> Int? {
    guard start >= 0 else { return nil }
    let pattern = Words64.repeating(byte)
    var offset = start
    while offset &+ 8 <= span.count {
      let found = Words64.zeroBytes(Words64.loadUnchecked(span, at: offset) ^ pattern)
      if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < span.count {
      if span[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }

  /// How often `byte` stands in `span`.
  static func count(of byte: UInt8, in span: Span<UInt8>) -> Int {
    let pattern = Words64.repeating(byte)
    let patterns = SIMD4(repeating: pattern)
    var (count, offset) = (0, 0)
    while offset &+ 32 <= span.count {
      let found = Words64.zeroBytes(Words64.loadFourUnchecked(span, at: offset) ^ patterns) &>> 7
      count &+= Words64.sum(found[0] &+ found[1] &+ found[2] &+ found[3])
      offset &+= 32
    }
    while offset &+ 8 <= span.count {
      let found = Words64.zeroBytes(Words64.loadUnchecked(span, at: offset) ^ pattern)
      count &+= Words64.sum(found >> 7)
      offset &+= 8
    }
    while offset < span.count {
      if span[offset] == byte { count += 1 }
      offset += 1
    }
    return count
  }

  /// The first place at or after `start` of a blank or a control, U+0020 or below; `nil` if there is
  /// none.
  @inline(__always)
  static func firstBlank(in span: Span<UInt8>, from start: Int) -> Int? {
    guard start >= 0 else { return nil }
    var offset = start
    while offset &+ 8 <= span.count {
      let found = Words64.blanksAndControls(Words64.loadUnchecked(span, at: offset))
      if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < span.count {
      if span[offset] <= 0x20 { return offset }
      offset += 1
    }
    return nil
  }

  /// The first place at or after `start` of a byte that is not ASCII; `nil` if there is none.
  static func firstNonASCII(in bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var offset = start
    while offset + 8 <= span.count {
      let found = Words64.load(span, at: offset) & Words64.high
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < span.count {
      if span[offset] >= 0x80 { return offset }
      offset += 1
    }
    return nil
  }
}
