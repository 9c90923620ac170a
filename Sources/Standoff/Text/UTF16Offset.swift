/// A place between two UTF-16 code units of an article, counted from its start.
///
/// Only other tools count so (UIMA, WebAnno TSV, doccano, browsers); ``Article`` converts.
public struct UTF16Offset: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// How many UTF-16 code units lie before this place, 0 at the article's start.
  public var value: Int

  /// Creates the place that has `value` code units before it.
  public init(_ value: Int) { self.value = value }

  /// Creates the place that has `value` code units before it.
  public init(integerLiteral value: Int) { self.value = value }

  /// Whether `left` comes before `right` in the article.
  public static func < (left: UTF16Offset, right: UTF16Offset) -> Bool { left.value < right.value }
}
