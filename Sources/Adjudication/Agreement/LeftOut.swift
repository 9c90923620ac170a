/// Something that was not compared, and why.
public struct LeftOut: Hashable, Sendable {
  /// Why something is not compared.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// An empty span covers no code point.
    case empty = "empty span"
    /// What is said of a whole article has no place in it.
    case wholeArticle = "annotation of the whole article"
    /// The span lies past the article's end.
    case beyondEnd = "span beyond the article's end"
    /// Of an event the trigger is compared, as the span that it is.
    case event = "event, but for its trigger"
    /// A line of the file that is none of its format.
    case unreadable = "line that cannot be read"
    /// Nobody else has read that place.
    case readAlone = "span where nobody else has read"
    /// The span reaches beyond what somebody has read.
    case reachesOut = "span that reaches beyond what was read"
    /// The relation leads to something that is not compared.
    case relationEnd = "relation of what is not compared"
    /// The relation leads from a place to one that not the same annotators have read.
    case relationAcross = "relation across the border of what was read"
    /// There is no file of this annotator for an article that others have annotated.
    case missing = "article without a file of this annotator"
    /// One annotator alone has annotated the article.
    case alone = "article that nobody else has annotated"
  }

  /// Why.
  public let reason: Reason
  /// Whose it is.
  public let annotator: String
  /// How often.
  public let count: Int

  /// Creates it.
  public init(_ reason: Reason, of annotator: String, count: Int = 1) {
    self.reason = reason
    self.annotator = annotator
    self.count = count
  }
}
