/// Annotations that have the label and the words of another; for those of the whole article also the
/// references.
struct DuplicateAnnotation: SpanRule {
  static let names: [DiagnosticName] = [.duplicateAnnotation]
  static let concern = SpanConcern.neighbors
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool { true }

  /// What makes two annotations on the same stretch the same.
  private struct Sameness: Hashable {
    var label: UInt32
    /// Empty for one piece, which is the stretch itself.
    var ranges: [TextRange]
    /// Empty unless the annotation is on the whole article.
    var references: [String]
  }

  private var extent: TextRange?
  private var seen: [Sameness: UInt32] = [:]
  /// The first annotations on the extent, of labels that differ; not yet in ``seen``.
  private var first: [SpanLine] = []

  private static let mostFirst = 8

  mutating func visit(_ span: SpanLine, _ review: inout Review) {
    if span.extent != extent {
      extent = span.extent
      first.removeAll(keepingCapacity: true)
      if !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
    }
    // Most stretches carry few annotations, and those different labels.
    if seen.isEmpty, first.count < Self.mostFirst,
      !first.contains(where: { $0.label == span.label })
    {
      first.append(span)
      return
    }
    for earlier in first { seen[Self.sameness(earlier, review)] = earlier.row }
    first.removeAll(keepingCapacity: true)
    let sameness = Self.sameness(span, review)
    guard let other = seen[sameness] else {
      seen[sameness] = span.row
      return
    }
    guard !(review.isTrigger(span.row) && review.isTrigger(other)) else { return }
    let isLater = review.lineNumber(of: other) < review.lineNumber(of: span.row)
    let (original, copy) = isLater ? (other, span.row) : (span.row, other)
    seen[sameness] = original
    let message = Self.message(
      review.id(of: copy), review.id(of: original), label: review.name(of: copy),
      line: review.lineNumber(of: original))
    review.report(.duplicateAnnotation, severity: .warning, message, .id, of: copy)
  }

  private static func sameness(_ span: SpanLine, _ review: Review) -> Sameness {
    let ranges = span.isOnePiece ? [] : review.ranges(of: span)
    var references: [String] = []
    if review.isArticleLevel(span) {
      references = review.lines.set.references(of: review.lines.set.store.id(of: span.row)).map {
        $0.entry
      }
      .sorted()
    }
    return Sameness(
      label: span.label, ranges: ranges.count == 1 ? [] : ranges, references: references)
  }
}

extension DuplicateAnnotation {
  private static func message(
    _ id: String, _ original: String, label: String, line: Int
  ) -> String {
    "\(id) repeats \(original) on line \(line), \(label) on the same words; keep one of them"
  }
}

extension DiagnosticName {
  /// An annotation has the label and the words of another.
  public static let duplicateAnnotation = DiagnosticName("duplicate-annotation")
}
