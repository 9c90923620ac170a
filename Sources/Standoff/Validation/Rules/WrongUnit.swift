/// Files whose offsets count something else than code points; said once a file.
struct WrongUnit: Rule {
  static let names: [DiagnosticName] = [.wrongUnit]

  func finish(_ review: inout Review) {
    guard let unit = review.misfits.unit else { return }
    let rows = review.misfits.rows(.unit)
    guard let row = rows.min(by: { review.lineNumber(of: $0) < review.lineNumber(of: $1) }) else {
      return
    }
    let article = review.article
    let pieces = review.pieces(of: row).compactMap { unit.range(of: $0, in: article) }
    review.report(
      .wrongUnit, Self.message(unit.kind), .offsets, of: row,
      notes: [Self.note(review.id(of: row), pieces, lines: rows.count)])
  }
}

extension WrongUnit {
  private static func message(_ kind: OffsetUnit.Kind) -> String {
    let what =
      switch kind {
      case .utf16: "the offsets count UTF-16 units, where an emoji is two"
      case .bytes: "the offsets count bytes"
      case .withoutMark: "the offsets do not count the byte order mark at the article's start"
      case .lineEndsAsOne: "the offsets count each CR LF of the article as one"
      }
    return what + "; standoff files count code points, so have the file converted"
  }

  private static func note(_ id: String, _ pieces: [TextRange], lines: Int) -> String {
    let place = pieces.map { "\($0.lower) \($0.upper)" }.joined(separator: ";")
    let all = lines == 1 ? "one line shows it" : "\(lines) lines show it"
    return "\(all); the words of \(id) stand at \(place)"
  }
}

extension DiagnosticName {
  /// The offsets of a file count something else than code points.
  public static let wrongUnit = DiagnosticName("wrong-unit")
}
