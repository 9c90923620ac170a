/// Where something stands: in which file or command, on which line, over which words of the article.
public struct Place: Hashable, Sendable {
  /// The file's path as the user gave it, or `stdin`, `-c 1`; `nil` at the prompt.
  public var source: String?
  /// The line, counted from 1.
  public var line: Int?
  /// The column in code points, counted from 1.
  public var column: Int?
  /// How many code points of the line are meant; 1 where only a point is.
  public var length: Int
  /// The line's text, for a caret beneath it.
  public var excerpt: String?
  /// The words of the article that are meant.
  public var range: TextRange?

  /// Creates a place; what is not known is left out.
  public init(
    source: String? = nil, line: Int? = nil, column: Int? = nil, length: Int = 1,
    excerpt: String? = nil, range: TextRange? = nil
  ) {
    self.source = source
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.range = range
  }
}
