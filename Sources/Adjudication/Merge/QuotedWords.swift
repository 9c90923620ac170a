import Standoff

/// Whether the annotations of an annotator are on an article, as far as what they quote tells.
struct QuotedWords {
  private let source: MergeSource
  private let article: Article

  /// Takes a source and the article it is to be on.
  init(_ source: MergeSource, _ article: Article) {
    self.source = source
    self.article = article
  }

  /// - Throws: `different-articles` where half of what is quoted or more stands otherwise in the
  ///   article.
  func check() throws(DiagnosticError) {
    var (quoting, contrary) = (0, 0)
    for row in source.rows where source.lines.kind(of: row).isTextBound {
      guard let quotes = source.lines.quotes(row) else { continue }
      quoting += 1
      if !quotes { contrary += 1 }
    }
    guard contrary > 0, contrary * 2 >= quoting else { return }
    throw DiagnosticError(
      .differentArticles,
      "\(contrary) of the \(counted(quoting, "annotation")) of \(source.annotator) quote other words than the article has at their places, so they are on another article or an earlier edition of it; bring them over to this one first"
    )
  }
}
