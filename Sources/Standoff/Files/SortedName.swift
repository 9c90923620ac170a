/// A name in the order of its bytes, most of which are told apart by their first sixteen.
struct SortedName: Comparable {
  private let head: (UInt64, UInt64)
  private let name: String

  /// Creates it.
  init(_ name: String) {
    self.name = name
    let bytes = name.utf8.span
    head = (Self.word(bytes, at: 0), Self.word(bytes, at: 8))
  }

  /// The eight bytes from `start` on, the first one in the highest bits, with zeros after the last.
  private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
    guard start < bytes.count else { return 0 }
    return Words64.load(bytes, at: start, count: min(8, bytes.count - start)).byteSwapped
  }

  static func == (left: Self, right: Self) -> Bool {
    left.head == right.head && FilePath.areSame(left.name, right.name)
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.head != right.head { return left.head < right.head }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}
