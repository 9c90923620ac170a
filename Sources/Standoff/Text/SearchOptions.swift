extension Article {
  /// How the words of a search are compared with those of an article.
  public struct SearchOptions: Hashable, Sendable {
    /// Whether capital and small letters are the same (simple case folding).
    public var ignoresCase: Bool
    /// Whether a match may begin or end inside a word.
    public var ignoresWordEdges: Bool
    /// Whether a match may end inside a word, as while its last word is being typed.
    public var mayEndInWord = false
    /// The most occurrences that are listed; `nil` for all.
    public var limit: Int?

    /// Creates options; by default case counts and words are matched whole.
    public init(ignoresCase: Bool = false, ignoresWordEdges: Bool = false) {
      self.ignoresCase = ignoresCase
      self.ignoresWordEdges = ignoresWordEdges
    }
  }

  /// One place where an article has the words that were searched for.
  public struct Occurrence: Hashable, Sendable {
    /// Where the words stand.
    public let range: TextRange
    /// Whether they stand there to the letter: code point for code point as they were typed.
    public let isExact: Bool
    /// Whether `range` was made wider than what matched, which cut a character.
    public let isWidened: Bool

    /// Creates an occurrence.
    public init(range: TextRange, isExact: Bool, isWidened: Bool = false) {
      self.range = range
      self.isExact = isExact
      self.isWidened = isWidened
    }
  }
}
