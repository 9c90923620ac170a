/// A place between two Unicode code points of an article, counted from its start.
///
/// This is the unit of standoff files and of everything people and programs see. A byte order
/// mark at the start of an article counts as one code point, and so does each carriage return.
public struct ScalarOffset: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// How many code points lie before this place, 0 at the article's start.
  public var value: Int

  /// Creates the place that has `value` code points before it.
  public init(_ value: Int) { self.value = value }

  /// Creates the place that has `value` code points before it.
  public init(integerLiteral value: Int) { self.value = value }

  /// Whether `left` comes before `right` in the article.
  public static func < (left: ScalarOffset, right: ScalarOffset) -> Bool {
    left.value < right.value
  }
}

extension ScalarOffset: CustomStringConvertible {
  /// The bare number, as standoff files have it.
  public var description: String { String(value) }
}
