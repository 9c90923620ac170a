/// Annotations with blanks at an edge of a piece.
struct BlankEdge: SpanRule {
  static let names: [DiagnosticName] = [.blankEdge]
  static let concern = SpanConcern.blanks
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool { true }

  func visit(_ span: SpanLine, _ review: inout Review) {
    let article = review.article
    if span.isOnePiece, !article.hasBlankEdges(span.bytes) { return }
    let pieces = review.pieceBytes(of: span)
    let trimmed = pieces.compactMap { article.trimmed($0) }
    guard trimmed != pieces else { return }
    review.report(
      .blankEdge, severity: .warning, Self.message(review.id(of: span.row)), .offsetsAndWords,
      of: span.row, fix: review.spelled(trimmed.map { article.textRange(of: $0) }))
  }
}

extension BlankEdge {
  private static func message(_ id: String) -> String {
    "\(id) has blanks at an edge; annotations begin and end with a word"
  }
}

extension DiagnosticName {
  /// An annotation has blanks at an edge.
  public static let blankEdge = DiagnosticName("blank-edge")
}
