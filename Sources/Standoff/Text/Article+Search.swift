extension Article {
  /// The places where the article has these words, from left to right and without overlap.
  ///
  /// Words match as people read: quotation marks and apostrophes of any kind, dashes of any kind,
  /// runs of blanks and line ends are the same, and so are composed and decomposed characters. Case
  /// counts, but the article may have a capital at a sentence's start where the match's first letter
  /// is small. Blanks at the edges of `words` mean nothing; no words have no occurrences. Within
  /// `scope` the match lies wholly inside it, but its word edges are judged in the article.
  ///
  /// Costs a scan for two rare bytes of the words and a comparison at each place they stand; the
  /// first search also lists the article's irregular characters.
  public func occurrences(
    of words: String, _ options: SearchOptions = SearchOptions(), in scope: TextRange? = nil
  ) -> [Occurrence] {
    let phrase = SearchPhrase(words, ignoresCase: options.ignoresCase)
    guard !phrase.units.isEmpty else { return [] }
    let bounds = scope.map { byteRange(of: $0) } ?? 0..<byteCount
    var found: [Occurrence] = []
    var last = bounds.lowerBound
    for match in PhraseSearch(phrase, in: self).matches(in: bounds)
    where match.lowerBound >= last && hasEdges(match, options) {
      if let limit = options.limit, found.count >= limit { break }
      let isExact = bytes[match].elementsEqual(phrase.utf8)
      found.append(Occurrence(range: textRange(of: match), isExact: isExact))
      last = match.upperBound
    }
    return found
  }

  private func hasEdges(_ match: Range<Int>, _ options: SearchOptions) -> Bool {
    if options.ignoresWordEdges { return true }
    return options.mayEndInWord ? beginsWord(at: match.lowerBound) : hasWordEdges(match)
  }
}
