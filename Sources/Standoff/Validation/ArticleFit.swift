/// How many annotations of a set no longer stand on their words because the article is another text.
///
/// Faults that a file came with, such as a wrong unit or a misspelled word, do not count.
package struct ArticleFit: Hashable, Sendable {
  /// How many do not.
  package let misfits: Int
  /// How many do not stand on their words for another reason.
  package let others: Int
  /// Whether some count their place otherwise than in code points.
  package let isCountedOtherwise: Bool
  /// How many annotations there are.
  package let spans: Int

  /// Compares what every `T` line quotes with the article: some nanoseconds each, and more for what
  /// does not fit.
  ///
  /// - Parameters:
  ///   - articleHash: the ``Article/hash`` of the text that the annotations were made on, where that
  ///     is known.
  ///   - fewest: how many have to stand elsewhere, besides most of all, for the article to be at
  ///     fault where the hash does not tell; fewer are faults of theirs.
  package init(of set: AnnotationSet, articleHash: UInt64?, fewest: Int = MisfitList.usualFewest) {
    var list = MisfitList(of: set)
    list.explain(articleHash: articleHash, in: set, fewest: fewest)
    misfits = list.rows(.article).count
    others = [Misfit.Cause.otherWords, .beyondEnd, .unit].reduce(0) { $0 + list.rows($1).count }
    isCountedOtherwise = list.unit != nil
    spans = list.spanCount
  }
}
