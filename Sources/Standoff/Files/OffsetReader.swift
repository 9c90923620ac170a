/// Reads the offsets of `T` lines as brat does, which passes them to Python's `int()`.
///
/// So a sign, leading zeros, single underscores between digits, blanks around, and the decimal
/// digits of any script are taken: `+0`, `00`, `0_5`, `٥`.
enum OffsetReader {
  /// What a field says.
  enum Offset: Equatable {
    /// A number that a place in an article can have.
    case value(UInt32)
    /// A number below zero.
    case negative
    /// A number no article is long enough for.
    case tooLarge
  }

  /// Reads the offset at `position` up to `terminator`, which it leaves behind; `nil` where it is
  /// not a number, with `position` where that shows.
  ///
  /// The end of `data` serves for a semicolon, but not for a space; after it `position` lies beyond
  /// the end of `data`.
  static func offset(
    _ bytes: Span<UInt8>, _ data: Range<Int>, _ position: inout Int, endsAt terminator: UInt8
  ) -> Offset? {
    let start = position
    if start + 8 <= bytes.count {
      let word = Words64.load(bytes, at: start)
      let count = Words64.digitCount(word)
      let end = start + count
      let ends =
        end < data.upperBound
        ? bytes[end] == terminator : end == data.upperBound && terminator == .semicolon
      if count > 0, count < 8, ends {
        position = end + 1
        return .value(UInt32(truncatingIfNeeded: Words64.number(word, digits: count)))
      }
    }
    var value: UInt32 = 0
    while position < data.upperBound, bytes[position].isDigit, position - start < 9 {
      value = value * 10 + UInt32(bytes[position] &- UInt8(ascii: "0"))
      position += 1
    }
    if position > start {
      if position < data.upperBound, bytes[position] == terminator {
        position += 1
        return .value(value)
      }
      if position == data.upperBound, terminator == .semicolon {
        position += 1
        return .value(value)
      }
    }
    return oddOffset(bytes, data, &position, from: start, endsAt: terminator)
  }

  private static func oddOffset(
    _ bytes: Span<UInt8>, _ data: Range<Int>, _ position: inout Int, from start: Int,
    endsAt terminator: UInt8
  ) -> Offset? {
    position = start
    guard start <= data.upperBound else { return nil }
    let rest = start..<data.upperBound
    let semicolon = bytes.first(.semicolon, in: rest) ?? data.upperBound
    let space = bytes.first(.space, in: start..<semicolon)
    let end: Int
    switch (terminator, space) {
    case (.space, let space?): end = space
    case (.space, nil): return nil
    case (_, let space?):
      position = space
      return nil
    case (_, nil): end = semicolon
    }
    var units: [UInt8] = []
    for index in start..<end { units.append(bytes[index]) }
    guard let offset = number(String(decoding: units, as: UTF8.self)) else { return nil }
    position = end + 1
    return offset
  }

  /// The number that Python's `int()` makes of `text`.
  static func number(_ text: String) -> Offset? {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.isBlankOrBreak { scalars.removeFirst() }
    while let last = scalars.last, last.isBlankOrBreak { scalars.removeLast() }
    let isNegative = scalars.first == "-"
    if isNegative || scalars.first == "+" { scalars.removeFirst() }
    var value = 0
    var mayBreak = false
    for scalar in scalars {
      if scalar == "_", mayBreak {
        mayBreak = false
        continue
      }
      guard scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue
      else { return nil }
      value = min(value * 10 + Int(digit), Int(UInt32.max))
      mayBreak = true
    }
    guard mayBreak else { return nil }
    if isNegative, value > 0 { return .negative }
    return value >= Int(UInt32.max) ? .tooLarge : .value(UInt32(value))
  }
}
