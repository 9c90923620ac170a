extension Article {
  /// The passage of the article that is most like these words, and how many edits apart the two are.
  ///
  /// For the message of a search that found nothing; `nil` when nothing is alike.
  public func nearestPassage(
    to words: String, in scope: TextRange? = nil
  ) -> (range: TextRange, distance: Int)? {
    nil
  }
}
