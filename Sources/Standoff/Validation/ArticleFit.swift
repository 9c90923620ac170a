/// How many annotations of a set no longer stand on their words because the article is another text.
///
/// Faults that a file came with, such as a wrong unit or a misspelled word, do not count.
package struct ArticleFit: Hashable, Sendable {
  /// How many do not.
  package let misfits: Int
  /// How many annotations there are.
  package let spans: Int

  /// Compares what every `T` line quotes with the article: some fifty nanoseconds each, and more for
  /// what does not fit.
  ///
  /// - Parameter articleHash: the ``Article/hash`` of the text that the annotations were made on,
  ///   where that is known; else many of them have to stand elsewhere.
  package init(of set: AnnotationSet, articleHash: UInt64?) {
    var list = MisfitList()
    if articleHash != set.article.hash {
      for row in set.store.text {
        list.spanCount += 1
        if let misfit = set.misfit(set.store.entry(of: row)) { list.all.append(misfit) }
      }
      list.explain(articleHash: articleHash, in: set)
    }
    misfits = list.rows(.article).count
    spans = list.spanCount
  }
}
