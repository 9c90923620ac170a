/// A paragraph of an article.
public struct Paragraph: Hashable, Sendable {
  /// Where it stands, without blanks at its edges.
  public let range: TextRange
  /// The same in bytes.
  let bytes: Range<Int>
}
