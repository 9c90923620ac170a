/// The value of an attribute as its row tells it, in 16 bits.
struct KeptValue: Equatable, Sendable {
  /// 0 for a value that has to be read from the line, 1 for none, else its index among the values of the
  /// file and 2.
  let code: UInt16

  /// The value has to be read from the line.
  static let unknown = KeptValue(code: 0)
  /// There is none.
  static let none = KeptValue(code: 1)
}

extension NameTable {
  /// How many values are kept: a file may have any number of them.
  private static var mostValues: Int { 1024 }
  /// How many bytes a value may have that is kept.
  private static var longestValue: Int { 32 }

  /// The value in what follows the id in an `A` line, up to its line feed; it is kept here.
  ///
  /// One with blanks in it or a tab after it is unknown here, and so are those that are too many or long.
  @inline(__always)
  mutating func attributeValue(in bytes: Span<UInt8>, _ rest: Range<Int>) -> KeptValue {
    if rest.isEmpty { return .none }
    let value = rest.lowerBound &+ 1..<rest.upperBound
    guard bytes[rest.lowerBound] == .space, !value.isEmpty, value.count <= Self.longestValue,
      count < Self.mostValues,
      ByteSearch.firstBlank(in: bytes, from: value.lowerBound) == value.upperBound
    else { return .unknown }
    return KeptValue(code: UInt16(truncatingIfNeeded: insert(bytes, value) &+ 2))
  }
}
