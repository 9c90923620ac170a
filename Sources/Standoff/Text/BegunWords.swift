/// What completion asks of an article: where words that were begun go on.
extension Article {
  /// The first places where the article has these words from the beginning of a word on, in text
  /// order; the last of them may be cut.
  ///
  /// They match as in ``occurrences(of:_:in:)``, and may overlap. The search stops soon after `limit`
  /// places, so that a single letter costs little in a long article.
  package func places(
    beginning words: String, ignoringCase ignoresCase: Bool = false, in scope: TextRange,
    upTo limit: Int
  ) -> [TextRange] {
    let phrase = SearchPhrase(words, ignoresCase: ignoresCase)
    guard !phrase.units.isEmpty else { return [] }
    return PhraseSearch(phrase, in: self)
      .firstMatches(in: byteRange(of: scope), upTo: limit) { beginsWord(at: $0.lowerBound) }
      .map { textRange(of: $0) }
  }

  /// Whether words are found at exactly this stretch.
  package func has(_ words: String, at range: TextRange) -> Bool {
    let phrase = SearchPhrase(words, ignoresCase: false)
    let bytes = byteRange(of: range)
    guard !phrase.units.isEmpty, hasWordEdges(bytes) else { return false }
    return PhraseMatcher(phrase, in: self).match(unit: 0, at: bytes.lowerBound) == bytes
  }

  /// Whether a word may end at a place, as the edges of a match are judged.
  package func endsWord(at place: ScalarOffset) -> Bool {
    byteOffset(of: place).map { endsWord(at: $0.value) } ?? false
  }
}
