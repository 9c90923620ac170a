/// What reading lines asks of bytes.
extension Span<UInt8> {
  /// The place of the first `byte` in `range`.
  @inline(__always)
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    let pattern = Words64.repeating(byte)
    var index = range.lowerBound
    while index < range.upperBound, index + 8 <= count {
      let found = Words64.zeroBytes(Words64.load(self, at: index) ^ pattern)
      if found != 0 {
        let place = index + found.trailingZeroBitCount / 8
        return place < range.upperBound ? place : nil
      }
      index += 8
    }
    while index < range.upperBound {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The line in `range` without the LF or CR LF, or CR at the end of the file, that ends it.
  func content(of range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    if end > range.lowerBound, self[end - 1] == .lineFeed { end -= 1 }
    if end > range.lowerBound, self[end - 1] == .carriageReturn { end -= 1 }
    return range.lowerBound..<end
  }

  /// Whether `prefix` stands at `start`.
  func starts(with prefix: [UInt8], at start: Int) -> Bool {
    guard count - start >= prefix.count else { return false }
    return prefix.indices.allSatisfy { self[start + $0] == prefix[$0] }
  }

  /// What is left of `range` after `prefix`; `nil` where it does not begin so.
  func drop(_ prefix: StaticString, from range: Range<Int>) -> Range<Int>? {
    let units = Array("\(prefix)".utf8)
    guard units.count <= range.count, starts(with: units, at: range.lowerBound) else { return nil }
    return range.lowerBound + units.count..<range.upperBound
  }

  /// Whether two ranges hold the same bytes.
  func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { self[$0] == self[$1] }
  }

  /// The place of the first byte in `range` that is not part of a well-formed character.
  func firstInvalidUTF8(in range: Range<Int>) -> Int? {
    let bytes = extracting(range)
    if UTF8Check.isValid(bytes) { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch { return range.lowerBound + error.byteOffsets.lowerBound }
  }
}

extension UInt8 {
  package static var tab: UInt8 { 0x09 }
  package static var lineFeed: UInt8 { 0x0A }
  package static var carriageReturn: UInt8 { 0x0D }
  package static var space: UInt8 { 0x20 }
  package static var colon: UInt8 { 0x3A }
  package static var semicolon: UInt8 { 0x3B }

  /// Whether Python's `split()` parts words here: ASCII blanks, line ends and separators.
  var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 || self &- 0x1C < 4 }
}
