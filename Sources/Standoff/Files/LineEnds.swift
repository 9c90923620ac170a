extension Span<UInt8> {
  /// The place after the first LF from `start` on, or the end.
  ///
  /// Looks at eight bytes at a time. The load is unaligned, which the language calls unsafe for
  /// types with invalid values or padding; a `UInt64` has neither, and the bounds are checked.
  func lineEnd(from start: Int) -> Int {
    let feeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = start
    while position + 8 <= count {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      let zeroed = UInt64(littleEndian: word) ^ feeds
      let found = (zeroed &- ones) & ~zeroed & (ones << 7)
      if found != 0 { return position + found.trailingZeroBitCount / 8 + 1 }
      position += 8
    }
    while position < count {
      if self[position] == .lineFeed { return position + 1 }
      position += 1
    }
    return count
  }
}
