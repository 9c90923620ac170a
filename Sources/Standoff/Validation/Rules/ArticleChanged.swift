/// Files that were made on another text than the article has now; said once a file.
struct ArticleChanged: Rule {
  static let names: [DiagnosticName] = [.articleChanged]

  func finish(_ review: inout Review) {
    let rows = review.misfits.rows(.article)
    guard let row = rows.min(by: { review.lineNumber(of: $0) < review.lineNumber(of: $1) }) else {
      return
    }
    review.report(
      .articleChanged, Self.message(rows.count, of: review.misfits.spanCount), .offsetsAndWords,
      of: row, notes: [Self.remedy(review.article.path ?? "ARTICLE")])
  }
}

extension ArticleChanged {
  private static func message(_ count: Int, of all: Int) -> String {
    "the article is not the text that this file was made on: \(count) of \(all) annotations do not "
      + "stand where they say; re-anchor the file to it, or bring the old text back"
  }

  private static func remedy(_ article: String) -> String {
    "galley reanchor \(article) --from OLD.txt; without --from it goes by the quoted words"
  }
}
