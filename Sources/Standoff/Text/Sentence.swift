/// A sentence of a paragraph.
struct Sentence: Sendable {
  /// Where it stands, without blanks at its edges.
  let range: TextRange

  /// Where the sentences of a paragraph stand, without blanks at their edges.
  static func ranges(in paragraph: Paragraph, of article: Article) -> [TextRange] {
    let scalars = Array(
      String(decoding: article.bytes[paragraph.bytes], as: UTF8.self).unicodeScalars)
    let start = paragraph.range.lower.value
    return SentenceRules(scalars).sentences().map {
      TextRange(start + $0.lowerBound, start + $0.upperBound)
    }
  }

  /// Its words, each a run without blanks that holds a letter or digit, without outer punctuation.
  ///
  /// Read from the text each time: only the counting of words asks for those of many sentences.
  func words(of article: Article) -> [TextRange] {
    let scalars = Array(article.text(in: range).unicodeScalars)
    let start = range.lower.value
    return Self.words(in: scalars, scalars.indices).map {
      TextRange(start + $0.lowerBound, start + $0.upperBound)
    }
  }

  /// The words of the scalars in `range`.
  private static func words(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound {
      var end = place
      while end < range.upperBound, !scalars[end].isBlank { end += 1 }
      if let word = withoutOuterPunctuation(scalars, place..<end) { words.append(word) }
      place = max(end, place + 1)
    }
    return words
  }

  private static func withoutOuterPunctuation(
    _ scalars: [Unicode.Scalar], _ run: Range<Int>
  ) -> Range<Int>? {
    guard scalars[run].contains(where: \.isLetterOrDigit) else { return nil }
    var lower = run.lowerBound
    var upper = run.upperBound
    // What carries a mark or a variation selector is not mere punctuation.
    while scalars[lower].isPunctuation, !scalars[lower + 1].isAttached { lower += 1 }
    while scalars[upper - 1].isPunctuation { upper -= 1 }
    return lower..<upper
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to the character before it.
  fileprivate var isAttached: Bool { isMark || self == "\u{200D}" || self == "\u{200C}" }
}
