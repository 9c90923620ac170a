import Standoff

/// Says all there is to say of annotations, as they were when it was made.
package struct AnnotationReporter: Sendable {
  private let set: AnnotationSet
  private let handles: HandleTable
  private let annotator: String?
  private let aliases: [String: String]
  private let echo: SpanEcho

  /// Creates a reporter on what a session has.
  init(_ session: Session, schema: Schema) {
    set = session.annotations
    handles = session.handles
    annotator = session.location.annotator
    aliases = schema.relationAliases
    echo = SpanEcho(session.article)
  }

  /// All that is said of an annotation; `nil` where none has the id.
  ///
  /// - Parameter leadsBack: whether the words are printed so that, typed again, they find the very
  ///   span; that costs searches of the article, so long lists do without.
  func report(of id: AnnotationID, leadsBack: Bool = false) -> AnnotationReport? {
    guard let annotation = set[id] else { return nil }
    let article = set.article
    let start = annotation.extent.lower
    let annotators = set.annotators(of: id)
    return AnnotationReport(
      handle: handles.handle(of: id), id: id, label: annotation.label, ranges: annotation.ranges,
      isArticleLevel: annotation.isArticleLevel, text: article.text(in: annotation.ranges),
      place: article.layout.address(of: start)?.description ?? "@\(start)",
      echo: leadsBack
        ? echo.expression(for: annotation.ranges) : echo.excerpt(of: annotation.ranges),
      attributes: set.attributes(of: id)
        .filter { !annotation.isArticleLevel || $0.name != AttributeRule.scope.name }
        .map { ($0.name, $0.value) },
      relations: set.relations(from: id).map { link($0.name, to: $0.target) },
      incoming: set.relations(to: id).map { link($0.name, to: $0.source) },
      references: set.references(of: id).map { "\($0.database):\($0.key)" },
      notes: set.notes(of: id, type: Note.freeType).map(\.text),
      annotators: annotators.isEmpty ? annotator.map { [$0] } ?? [] : annotators)
  }

  private func link(_ name: String, to id: AnnotationID) -> AnnotationReport.Link {
    AnnotationReport.Link(
      name: name, alias: aliases[name], id: id, handle: handles.handle(of: id))
  }
}
