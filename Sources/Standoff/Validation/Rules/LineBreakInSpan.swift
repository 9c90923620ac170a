/// Annotations whose offsets run over a line end in one piece.
///
/// No line can quote a line feed, so what was meant to be one line has become two, or the words were
/// changed.
struct LineBreakInSpan: Rule {
  static let names: [DiagnosticName] = [.lineBreakInSpan]

  func finish(_ review: inout Review) {
    for row in review.misfits.rows(.lineBreak) {
      let pieces = review.article.splitting(review.pieces(of: row))
      review.report(
        .lineBreakInSpan, Self.message(review.id(of: row)), .offsetsAndWords, of: row,
        fix: review.spelled(pieces))
    }
  }
}

extension LineBreakInSpan {
  private static func message(_ id: String) -> String {
    "\(id) runs over a line end, which a line of this file cannot quote; write a piece for each "
      + "line of the article, with ; between the offsets"
  }
}

extension Review {
  /// The numbers of the lines that go on with the words of the line before.
  var continuations: Set<Int> {
    var numbers: Set<Int> = []
    for row in misfits.rows(.lineBreak) {
      let words = article.text(in: pieces(of: row))
      let parts = words.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
      let first = lineNumber(of: row)
      for (offset, line) in parts.enumerated().dropFirst() {
        guard let row = lines.set.store.order.row(ofLine: first - 1 + offset),
          lines.set.store.kind(of: row) == .malformed
        else { break }
        let bytes = lines.set.store.bytes(of: row)
        guard bytes.prefix(bytes.span.content(of: 0..<bytes.count).count).elementsEqual(line)
        else { break }
        numbers.insert(first + offset)
      }
    }
    return numbers
  }
}

extension DiagnosticName {
  /// An annotation runs over a line end of the article in one piece.
  public static let lineBreakInSpan = DiagnosticName("line-break-in-span")
}
