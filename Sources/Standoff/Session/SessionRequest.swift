/// What to open, and what for.
public struct SessionRequest: Sendable {
  /// How a session treats the disk.
  public enum Access: Hashable, Sendable {
    /// Every change is on the disk before it is answered; nobody else may change the file meanwhile.
    case interactive
    /// Changes are kept in memory until all have succeeded.
    case script
    /// Nothing is changed.
    case reading
  }

  /// The article's path.
  public var article: String
  /// Who annotates.
  public var annotator: String?
  /// The standoff file, where it is not the one that goes with the article and the annotator.
  public var into: String?
  /// How to treat the disk.
  public var access: Access
  /// Whether everything is done but the writing.
  public var isDryRun: Bool

  /// Creates a request.
  public init(
    article: String, annotator: String? = nil, into: String? = nil,
    access: Access, isDryRun: Bool = false
  ) {
    self.article = article
    self.annotator = annotator
    self.into = into
    self.access = access
    self.isDryRun = isDryRun
  }
}
