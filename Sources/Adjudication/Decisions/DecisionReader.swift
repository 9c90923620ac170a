public import Standoff

/// The reading of a file of decisions, a line each; blank lines and those that begin with `#` are
/// passed over.
public struct DecisionReader {
  private let source: String
  private let article: Article

  /// Prepares to read the file at `source`, whose decisions are on `article`.
  public init(source: String, article: Article) {
    self.source = source
    self.article = article
  }

  /// Reads the decisions of a file.
  ///
  /// - Throws: `bad-decision` with the place of the first line that is none. A decision on words that
  ///   the article has no more is none of these: it is read, and never applies.
  public func decisions(in bytes: [UInt8]) throws(DiagnosticError) -> [Decision] {
    var decisions: [Decision] = []
    let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw error("is not UTF-8 text", line: index + 1)
      }
      var line = DecisionLine(text.last == "\r" ? String(text.dropLast()) : text)
      if let decision = try decision(&line, number: index + 1) { decisions.append(decision) }
    }
    return decisions
  }

  // MARK: One line

  private func decision(
    _ line: inout DecisionLine, number: Int
  ) throws(DiagnosticError) -> Decision? {
    line.skipBlanks()
    guard !line.isAtEnd, line.next != "#" else { return nil }
    func fail(_ what: String, _ line: DecisionLine) -> DiagnosticError {
      error(what, line: number, column: line.column, excerpt: line.text)
    }
    let start = line
    guard line.word() == "resolve" else { throw fail("does not begin with `resolve`", start) }
    guard let key = line.key() else { throw fail("has no `=>` before what was decided", line) }
    var decision = Decision(key, Verdict(.none))
    decision.isOnArticle = isOnArticle(key)
    guard let choice = choice(&line, &decision.isOnArticle) else {
      throw fail("does not say what was decided", line)
    }
    decision.verdict.choice = choice
    while let option = line.option() {
      if option.name == "why" {
        decision.why = option.value
      } else {
        decision.verdict.attributes.append(option.attribute)
      }
    }
    line.skipBlanks()
    if line.next == "#" { decision.signature = line.rest() }
    guard line.isAtEnd else { throw fail("has something that does not belong there", line) }
    return decision
  }

  /// Whether the words that a key quotes stand where it says.
  private func isOnArticle(_ key: String) -> Bool {
    var line = DecisionLine(key)
    while !line.isAtEnd {
      if line.next == "@", let piece = line.stretch() {
        guard stands(piece) else { return false }
      } else {
        line.skipOne()
      }
    }
    return true
  }

  private func stands(_ piece: (range: TextRange, words: String)) -> Bool {
    piece.range.upper.value <= article.scalarCount
      && article.text(in: piece.range).utf8.elementsEqual(piece.words.utf8)
  }

  private func choice(_ line: inout DecisionLine, _ isOnArticle: inout Bool) -> Verdict.Choice? {
    line.skipBlanks()
    if line.next == "@" { return ranges(&line, &isOnArticle).map { .own(label: nil, ranges: $0) } }
    guard line.next != "#", let word = line.word(), !word.contains("=") else { return nil }
    line.skipBlanks()
    if line.next == "@" {
      return ranges(&line, &isOnArticle).map { .own(label: word, ranges: $0) }
    }
    return Verdict.Choice(word: word) ?? .annotator(word)
  }

  private func ranges(_ line: inout DecisionLine, _ isOnArticle: inout Bool) -> [TextRange]? {
    var ranges: [TextRange] = []
    repeat {
      guard let piece = line.stretch() else { return nil }
      if !stands(piece) { isOnArticle = false }
      ranges.append(piece.range)
    } while line.plus()
    return ranges
  }

  private func error(
    _ what: String, line: Int, column: Int? = nil, excerpt: String? = nil
  ) -> DiagnosticError {
    DiagnosticError(
      .badDecision,
      "the line \(what), so nothing was merged; mend it, or take it out and settle that conflict again",
      at: Place(source: source, line: line, column: column, excerpt: excerpt))
  }
}

extension DiagnosticName {
  /// A file of decisions holds a line that is none.
  public static let badDecision = DiagnosticName("bad-decision")
}
