/// A place between two bytes of an article's UTF-8, counted from its start.
///
/// Searching and slicing use bytes; files and people use ``ScalarOffset``. ``Article`` converts.
public struct ByteOffset: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// How many bytes lie before this place, 0 at the article's start.
  public var value: Int

  /// Creates the place that has `value` bytes before it.
  public init(_ value: Int) { self.value = value }

  /// Creates the place that has `value` bytes before it.
  public init(integerLiteral value: Int) { self.value = value }

  /// Whether `left` comes before `right` in the article.
  public static func < (left: ByteOffset, right: ByteOffset) -> Bool { left.value < right.value }
}
