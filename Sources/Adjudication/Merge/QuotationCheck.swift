package import Standoff

/// Whether annotations are on an article, as far as what they quote tells.
package struct QuotationCheck {
  private let name: String
  private let lines: StandoffLines
  private let rows: [UInt32]
  private let article: Article

  /// Takes a source and the article it is to be on.
  init(_ source: MergeSource, _ article: Article) {
    (name, lines, rows) = (source.annotator, source.lines, source.rows)
    self.article = article
  }

  /// Takes a set, which messages call `name`.
  package init(of name: String, in set: AnnotationSet) {
    lines = StandoffLines(set)
    rows = lines.rows
    self.name = name
    article = set.article
  }

  /// Refuses annotations of which half or more quote words that stand otherwise in the article.
  ///
  /// Where they are known to be made on another text one will do, and where they are known to be made on
  /// this one it is a slip.
  ///
  /// - Parameters:
  ///   - hash: the ``Article/hash`` of the text that they were made on, where it is known.
  ///   - own: the path of the copy of the article that the file belongs to, where that is another.
  /// - Throws: `different-articles`.
  package func check(
    madeOn hash: UInt64? = nil, besideArticle own: String? = nil
  ) throws(DiagnosticError) {
    if let hash, hash == article.hash { return }
    if lines.quotesFit { return }
    var (quoting, contrary) = (0, 0)
    for row in rows where lines.kind(of: row).isTextBound {
      guard let quotes = lines.quotes(row) else { continue }
      quoting += 1
      if !quotes { contrary += 1 }
    }
    guard contrary > 0, contrary * 2 >= quoting || hash != nil else { return }
    let count = quoting == 1 ? "the annotation" : "\(contrary) of the \(quoting) annotations"
    throw DiagnosticError(
      .differentArticles,
      "\(count) of \(name) \(contrary == 1 ? "quotes" : "quote") other words than the article has at their places, so the file is on another article or an earlier edition of it; let it follow first: `galley reanchor \((own ?? article.path)?.asShellWord ?? "ARTICLE") --from OLD.txt`, or without --from by the quoted words"
    )
  }
}
