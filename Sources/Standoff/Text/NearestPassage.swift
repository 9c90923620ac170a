extension Article {
  /// The passage of the article that is most like these words, and how many edits apart the two are.
  ///
  /// For the message of a search that found nothing. Compares whole words to find where to look, and
  /// letters, case aside, to tell how far apart the two are; `nil` when no passage shares at least
  /// a third of the letters. Looks at the first 500 code points of `words` and the first 16 MB of the
  /// article or of `scope`. Costs some 30 ms a megabyte once, then a few milliseconds a call.
  public func nearestPassage(
    to words: String, in scope: TextRange? = nil
  ) -> (range: TextRange, distance: Int)? {
    let bounds = scope.map { byteRange(of: $0) } ?? 0..<byteCount
    let search = PassageSearch(for: words, in: self, bounds)
    guard let (bytes, distance) = search.nearest() else { return nil }
    return (textRange(of: widened(bytes)), distance)
  }
}
