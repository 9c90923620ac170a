/// Annotations with quotation marks or commas at an edge, where the schema says `edges: inside-marks`
/// for the label.
struct MarkAtEdge: SpanRule {
  static let names: [DiagnosticName] = [.markAtEdge]
  static let concern = SpanConcern.marks
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool { true }

  func visit(_ span: SpanLine, _ review: inout Review) {
    guard review.schema.traits(of: span.label).trimsMarks else { return }
    let article = review.article
    if span.isOnePiece, !article.mayHaveMarks(span.bytes) { return }
    let ranges = review.ranges(of: span)
    let trimmed = ranges.map { article.trimmedOfMarks($0) }
    guard zip(ranges, trimmed).contains(where: { article.hasLooseMarks($0, trimmed: $1) }) else {
      return
    }
    let rest = trimmed.compactMap(\.self)
    review.report(
      .markAtEdge, severity: .warning,
      Self.message(review.id(of: span.row), label: review.name(of: span.row)), .offsetsAndWords,
      of: span.row, fix: rest.isEmpty ? nil : review.spelled(article.splitting(rest)))
  }
}

extension MarkAtEdge {
  private static func message(_ id: String, label: String) -> String {
    "\(id) has a quotation mark or comma at an edge; the schema wants \(label) without"
  }
}

extension Article {
  /// Whether trimming takes off more than the mark that ends a quotation within the stretch, which
  /// belongs to the words (`he said: “Go.”`).
  fileprivate func hasLooseMarks(_ range: TextRange, trimmed: TextRange?) -> Bool {
    guard let trimmed, trimmed.lower == range.lower else { return trimmed != range }
    let marks = { (range: TextRange) in
      self.text(in: range).unicodeScalars.count { $0.isDoubleMark }
    }
    return trimmed != range && (marks(range) % 2 == 1 || marks(trimmed) % 2 == 0)
  }

  /// Whether a stretch may have a mark at an edge; quick, and never `false` where it has one.
  fileprivate func mayHaveMarks(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return true }
    return !contents.bytes[first].isLetter || !contents.bytes[last].isPlainEnd
  }
}

extension DiagnosticName {
  /// An annotation has a quotation mark or comma at an edge that its label is to be without.
  public static let markAtEdge = DiagnosticName("mark-at-edge")
}
