/// Annotations that end beyond the end of the article.
struct OutOfRange: Rule {
  static let names: [DiagnosticName] = [.outOfRange]

  func finish(_ review: inout Review) {
    let lines = review.lines
    var search = WordSearch()
    for row in review.misfits.rows(.beyondEnd) {
      let end = review.pieces(of: row).map(\.upper.value).max() ?? 0
      let place = search.place(of: row, in: lines.set)
      let message = Self.message(
        review.id(of: row), end: end, length: review.article.scalarCount)
      review.report(
        .outOfRange, message + review.whereWordsStand(place), .offsets, of: row,
        fix: review.fix(place))
    }
  }
}

extension OutOfRange {
  private static func message(_ id: String, end: Int, length: Int) -> String {
    "\(id) ends at \(end), but the article has \(length) code points"
  }
}
