import Standoff

/// Annotations a line each, made as they are printed.
struct AnnotationItems: Sequence, Sendable {
  /// Which, in order.
  let ids: [AnnotationID]
  /// What there is to say of them.
  let reporter: AnnotationReporter

  func makeIterator() -> some IteratorProtocol<Report.Item> {
    ids.lazy.compactMap { reporter.report(of: $0).map(Report.Item.annotation) }.makeIterator()
  }
}
