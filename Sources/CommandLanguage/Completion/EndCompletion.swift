package import Standoff

/// Last words for a span that has begun: what may stand right of `..`.
package struct EndCompletion {
  /// A likely end, in the fewest words that lead to it and to no place before it.
  package struct End: Hashable, Sendable {
    /// The words.
    package var words: String
    /// What ends there.
    package var kind: LikelyEnd.Kind
    /// The place after them.
    package var place: ScalarOffset
  }

  /// The ends, the nearest first.
  package let ends: [End]

  /// How many words tell an end from others, as a rule.
  private static let fewestWords = 2
  /// How many code points do so in scripts without blanks.
  private static let fewestLetters = 4
  /// How far back from an end its words may begin, in code points.
  private static let reach = 300

  /// Finds the ends of what reaches up to `start`, which is not inside a word.
  package init(after start: ScalarOffset, in article: Article) {
    ends = article.likelyEnds(after: start).compactMap { end in
      Self.words(leadingTo: end.place, from: start, in: article).map {
        End(words: $0, kind: end.kind, place: end.place)
      }
    }
  }

  /// The fewest words up to `end` that do not stand anywhere between `start` and it.
  private static func words(
    leadingTo end: ScalarOffset, from start: ScalarOffset, in article: Article
  ) -> String? {
    let lower = ScalarOffset(max(start.value, end.value - reach))
    let ahead = TextAhead(of: article, from: lower, reach: end.value - lower.value)
    let starts = ahead.wordStarts
    for (count, word) in zip(1..., starts.reversed()) {
      let isFirst = word == starts.first
      guard isFirst || count >= fewestWords && end.value - word.value >= fewestLetters else {
        continue
      }
      let range = TextRange(word, end)
      let words = article.text(in: range).withSingleBlanks
      guard article.has(words, at: range) else { continue }
      // `..` ends at the first place that has the words.
      let found = article.occurrences(of: words, in: TextRange(start, end))
      if found.first?.range == range { return words }
    }
    return nil
  }
}
