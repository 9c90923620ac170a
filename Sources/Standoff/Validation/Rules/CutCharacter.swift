/// Annotations that begin or end inside what people see as one character, such as between a letter
/// and its accent.
struct CutCharacter: SpanRule {
  static let names: [DiagnosticName] = [.cutCharacter]
  static let concern = SpanConcern.characters
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool { true }

  func visit(_ span: SpanLine, _ review: inout Review) {
    let article = review.article
    if span.isOnePiece, article.isCharacterBoundary(span.bytes.lowerBound),
      article.isCharacterBoundary(span.bytes.upperBound)
    {
      return
    }
    let pieces = review.pieceBytes(of: span)
    let whole = pieces.map { article.widened($0) }
    guard whole != pieces else { return }
    review.report(
      .cutCharacter, severity: .warning, Self.message(review.id(of: span.row)), .offsetsAndWords,
      of: span.row, fix: review.spelled(whole.map { article.textRange(of: $0) }))
  }
}

extension CutCharacter {
  private static func message(_ id: String) -> String {
    "\(id) cuts a character, for instance a letter from its accent; take the whole character"
  }
}

extension DiagnosticName {
  /// An annotation begins or ends inside a character.
  public static let cutCharacter = DiagnosticName("cut-character")
}
