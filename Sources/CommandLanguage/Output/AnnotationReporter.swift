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
    let annotators = annotators(of: id)
    // What is said of an event is told with it.
    let own = set.standing(id) == id ? [id] : []
    return AnnotationReport(
      handle: handles.handle(of: id), id: id, label: annotation.label, ranges: annotation.ranges,
      isArticleLevel: annotation.isArticleLevel, text: article.text(in: annotation.ranges),
      place: article.layout.address(of: start)?.description ?? "@\(start)",
      echo: leadsBack
        ? echo.expression(for: annotation.ranges) : echo.excerpt(of: annotation.ranges),
      attributes: own.flatMap(attributes(of:))
        .filter { !annotation.isArticleLevel || $0.name != AttributeRule.scope.name },
      relations: set.said(of: id) { set.relations(from: $0) }
        .map { link($0.name, to: $0.target, by: $0.id) },
      incoming: set.said(of: id) { set.relations(to: $0) }
        .map { link($0.name, to: $0.source, by: $0.id) }
        + set.said(of: id) { participant in
          set.events(with: participant).flatMap { event in
            event.arguments.filter { $0.id == participant }
              .map { link($0.roleName, to: event.id) }
          }
        },
      references: own.flatMap(references(of:)), notes: own.flatMap(notes(of:)),
      typedNotes: own.flatMap(typedNotes(of:)),
      annotators: annotators.isEmpty ? annotator.map { [$0] } ?? [] : annotators,
      events: events(of: id),
      groups: set.groups(with: id).map { group in
        AnnotationReport.Group(
          name: group.name,
          others: group.members.filter { $0 != id }.map { link(group.name, to: $0) })
      })
  }

  /// Who supports an annotation or an event on it, each once.
  private func annotators(of id: AnnotationID) -> [String] {
    var names: [String] = []
    for name in set.said(of: id, { set.annotators(of: $0) })
    where !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
      names.append(name)
    }
    return names
  }

  /// The events on an annotation; of an event it alone.
  private func events(of id: AnnotationID) -> [AnnotationReport.Event] {
    let trigger = set.standing(id)
    return set.events(on: trigger).filter { trigger == id || $0.id == id }.map { event in
      AnnotationReport.Event(
        id: event.id, roles: roles(of: event), attributes: attributes(of: event.id),
        references: references(of: event.id), notes: notes(of: event.id),
        typedNotes: typedNotes(of: event.id))
    }
  }

  private func roles(of event: Event) -> [AnnotationReport.Link] {
    event.arguments.map { link($0.roleName, to: $0.id) }
  }

  private func attributes(of id: AnnotationID) -> [(name: String, value: String?)] {
    set.attributes(of: id).map { ($0.name, $0.value) }
  }

  private func references(of id: AnnotationID) -> [String] {
    set.references(of: id).map(\.entry)
  }

  private func notes(of id: AnnotationID) -> [String] {
    set.notes(of: id, type: Note.freeType).map(\.text)
  }

  private func typedNotes(of id: AnnotationID) -> [AnnotationReport.TypedNote] {
    set.notes(of: id).filter { $0.type != Note.freeType }.map {
      .init(type: $0.type, text: $0.text)
    }
  }

  /// A link to a line, which has the handle of the annotation that it stands on; with what is said of the
  /// relation that it is.
  private func link(
    _ name: String, to id: AnnotationID, by relation: AnnotationID? = nil
  ) -> AnnotationReport.Link {
    AnnotationReport.Link(
      name: name, alias: aliases[name], id: id, handle: handles.handle(of: set.standing(id)),
      relation: relation,
      said: relation.map(attributes(of:))?.map { .init(name: $0.name, value: $0.value) } ?? [],
      notes: relation.map(notes(of:)) ?? [])
  }
}
