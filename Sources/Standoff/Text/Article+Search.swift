extension Article {
  /// The places where the article has these words, from left to right and without overlap.
  ///
  /// Words match as people read: quotation marks and apostrophes of any kind, dashes of any kind,
  /// runs of blanks and line ends are the same, and so are composed and decomposed characters. Case
  /// counts, but the article may have a capital at a sentence's start where the match's first letter
  /// is small. Blanks at the edges of `words` mean nothing; no words have no occurrences. Within
  /// `scope` the match lies wholly inside it, but its word edges are judged in the article.
  ///
  /// Costs one scan for a rare byte of the words, and a comparison at each place it stands.
  public func occurrences(
    of words: String, _ options: SearchOptions = SearchOptions(), in scope: TextRange? = nil
  ) -> [Occurrence] {
    let phrase = SearchPhrase(words, ignoresCase: options.ignoresCase)
    guard !phrase.units.isEmpty else { return [] }
    let matcher = PhraseMatcher(phrase, in: self)
    let bounds = scope.map { byteRange(of: $0) } ?? 0..<byteCount
    var found: [Occurrence] = []
    var place = bounds.lowerBound
    while place < bounds.upperBound {
      guard isCharacterBoundary(place) else { place += 1; continue }
      guard let match = matcher.match(unit: 0, at: place), match.upperBound <= bounds.upperBound,
        options.ignoresWordEdges || hasWordEdges(match)
      else {
        place = characterEnd(from: place)
        continue
      }
      let isExact = bytes[match].elementsEqual(phrase.utf8)
      found.append(Occurrence(range: textRange(of: match), isExact: isExact))
      place = match.upperBound
    }
    return found
  }
}
