/// Annotations of nothing, or of blanks alone.
struct EmptySpan: SpanRule {
  static let names: [DiagnosticName] = [.emptySpan]
  static let concern = SpanConcern.emptiness
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool { true }

  func visit(_ span: SpanLine, _ review: inout Review) {
    let article = review.article
    guard
      span.isOnePiece
        ? article.hasBlankEdges(span.bytes) && article.trimmed(span.bytes) == nil
        : review.pieceBytes(of: span).allSatisfy({ article.trimmed($0) == nil })
    else { return }
    review.report(
      .emptySpan, severity: .warning, Self.message(review.id(of: span.row), span.extent), .offsets,
      of: span.row)
  }
}

extension EmptySpan {
  private static func message(_ id: String, _ range: TextRange) -> String {
    let what = range.isEmpty ? "nothing" : "blanks alone"
    return "\(id) marks \(what); give it the words it is about, or take it out"
  }
}

extension Article {
  /// Whether a stretch is empty, or may have a blank or byte order mark at an edge; quick, and never
  /// `false` where it has one.
  func hasBlankEdges(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return true }
    let bytes = contents.bytes
    guard bytes[first] > 0x20, bytes[first] < 0x80, bytes[last] > 0x20, bytes[last] < 0x80 else {
      return true
    }
    return false
  }
}

extension DiagnosticName {
  /// An annotation marks nothing, or blanks alone.
  public static let emptySpan = DiagnosticName("empty-span")
}
