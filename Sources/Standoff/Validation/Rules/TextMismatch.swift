/// Annotations that quote other words than the article has in their place.
struct TextMismatch: Rule {
  static let names: [DiagnosticName] = [.textMismatch]

  func finish(_ review: inout Review) {
    let lines = review.lines
    var search = WordSearch()
    for row in review.misfits.rows(.otherWords) {
      let pieces = review.pieces(of: row)
      let found = review.excerpt(of: pieces)
      let quoted = String(decoding: review.lines.set.store.words(of: row), as: UTF8.self)
      if review.isSpelledOtherwise(row, pieces) {
        review.report(
          .textMismatch, Self.spelling(review.id(of: row), quoted, found), .words, of: row,
          fix: review.article.text(in: pieces))
        continue
      }
      let place = search.place(of: row, in: lines.set)
      let message = Self.message(review.id(of: row), quoted, found)
      guard place != nil || !search.wasMade else {
        review.report(.textMismatch, message + Self.nowhere, .words, of: row)
        continue
      }
      review.report(
        .textMismatch, message + review.whereWordsStand(place), .offsets, of: row,
        fix: review.fix(place))
    }
  }
}

extension TextMismatch {
  private static func message(_ id: String, _ quoted: String, _ found: String) -> String {
    "\(id) quotes \(abridged(quoted)) where the article has \(abridged(found))"
  }

  private static let nowhere = "; the words stand nowhere else, so quote them anew"

  private static func spelling(_ id: String, _ quoted: String, _ found: String) -> String {
    "\(id) spells \(abridged(quoted)) otherwise than the article, which has \(abridged(found)); "
      + "quote it to the letter"
  }
}

extension Review {
  /// Whether the words differ from the article only in the kind of marks, blanks or accents, or
  /// in the blanks between pieces.
  fileprivate func isSpelledOtherwise(_ row: UInt32, _ pieces: [TextRange]) -> Bool {
    let words = lines.set.store.words(of: row).prefix { $0 != .tab }
    let length = pieces.reduce(0) { $0 + $1.count }
    guard length <= words.count + 4096, words.count <= 4 * length + 4096 else { return false }
    let joined = pieces.map { article.text(in: $0) }.joined()
    if words.elementsEqual(joined.utf8) { return true }
    guard pieces.count == 1, words.count <= 4096 else { return false }
    let options = Article.SearchOptions(ignoresWordEdges: true)
    return article.occurrences(
      of: String(decoding: words, as: UTF8.self), options, in: pieces[0]
    ).contains { $0.range == pieces[0] }
  }

  /// What a message says after it where the words of a line stand.
  func whereWordsStand(_ place: WordSearch.Place?) -> String {
    guard let place, let first = place.pieces.first else { return "" }
    let address = article.layout.address(of: first.lower).map { " (\($0))" } ?? ""
    let nearest = place.isOnly ? "the words stand" : "the nearest place of the words is"
    return "; \(nearest) at \(offsets(place.pieces))\(address)"
  }

  /// The right offsets, where the words stand in one place alone.
  func fix(_ place: WordSearch.Place?) -> String? {
    place.flatMap { $0.isOnly ? offsets($0.pieces) : nil }
  }

  /// Offsets as a line has them.
  func offsets(_ pieces: [TextRange]) -> String {
    pieces.map { "\($0.lower) \($0.upper)" }.joined(separator: ";")
  }

  /// Offsets and words as a line has them; `nil` where that would be longer than anyone wants to see.
  func spelled(_ pieces: [TextRange]) -> String? {
    guard pieces.reduce(0, { $0 + $1.count }) <= 4096 else { return nil }
    return "\(offsets(pieces))\t\(article.text(in: pieces))"
  }

  /// The words of pieces as far as a message shows them.
  func excerpt(of pieces: [TextRange]) -> String {
    let length = pieces.reduce(0) { $0 + $1.count }
    guard length > 4096, let first = pieces.first, let last = pieces.last else {
      return article.text(in: pieces)
    }
    let start = article.text(in: TextRange(first.lower.value, first.lower.value + 64))
    let end = article.text(in: TextRange(max(0, last.upper.value - 64), last.upper.value))
    return "\(start) … \(end)"
  }
}

/// Words for a message, in quotation marks; of long ones the start and the end.
func abridged(_ words: String) -> String {
  let scalars = words.unicodeScalars
  guard scalars.count > 48 else { return "“\(words)”" }
  return "“\(String(scalars.prefix(28))) … \(String(scalars.suffix(16)))”"
}

extension DiagnosticName {
  /// An annotation quotes other words than the article has in its place.
  public static let textMismatch = DiagnosticName("text-mismatch")
}
