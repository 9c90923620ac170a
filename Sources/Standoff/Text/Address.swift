/// Where something stands, as people say it: paragraph and sentence, each counted from 1.
public struct Address: Hashable, Sendable {
  /// The number of the paragraph.
  public var paragraph: Int
  /// The number of the sentence in its paragraph.
  public var sentence: Int

  /// Creates an address.
  public init(paragraph: Int, sentence: Int) {
    self.paragraph = paragraph
    self.sentence = sentence
  }
}

extension Address: CustomStringConvertible {
  /// The address as span expressions have it: `6.1`.
  public var description: String { "\(paragraph).\(sentence)" }
}

extension Address: Comparable {
  /// Whether `left` comes before `right` in the article.
  public static func < (left: Address, right: Address) -> Bool {
    (left.paragraph, left.sentence) < (right.paragraph, right.sentence)
  }
}
