package import Standoff

extension Workspace {
  /// What an annotation is called at the prompt, or its id where it has no handle.
  package func handle(of id: AnnotationID) -> String {
    session?.handles.handle(of: id) ?? id.description
  }

  /// What an annotation is called where a line to be typed is proposed: a handle serves at the
  /// prompt, an id in scripts.
  package func spelling(of id: AnnotationID) -> String {
    door == .prompt ? handle(of: id) : id.description
  }

  /// The schema's label of an annotation; one without rules where the schema does not have it.
  package func label(of id: AnnotationID) throws(DiagnosticError) -> Label {
    let name = try annotations[id]?.label ?? ""
    return schema.label(named: name) ?? Label(name)
  }

  /// All that is said of an annotation.
  ///
  /// - Parameter leadsBack: whether the words are printed so that, typed again, they find the very
  ///   span; that costs searches of the article, so long lists do without.
  package func report(
    of id: AnnotationID, leadsBack: Bool = false
  ) throws(DiagnosticError) -> AnnotationReport {
    let session = try current
    let set = session.annotations
    guard let annotation = set[id] else {
      throw DiagnosticError(.unknownReference, "no annotation has the id \(id)")
    }
    let start = annotation.extent.lower
    let annotators = set.annotators(of: id)
    return AnnotationReport(
      handle: session.handles.handle(of: id), id: id, label: annotation.label,
      ranges: annotation.ranges, isArticleLevel: annotation.isArticleLevel,
      text: session.article.text(in: annotation.ranges),
      place: session.article.layout.address(of: start)?.description ?? "@\(start)",
      echo: leadsBack
        ? SpanEcho(session.article).expression(for: annotation.ranges)
        : SpanEcho(session.article).excerpt(of: annotation.ranges),
      attributes: set.attributes(of: id)
        .filter { !annotation.isArticleLevel || $0.name != AttributeRule.scope.name }
        .map { ($0.name, $0.value) },
      relations: set.relations(from: id).map { link($0.name, to: $0.target) },
      incoming: set.relations(to: id).map { link($0.name, to: $0.source) },
      references: set.references(of: id).map { "\($0.database):\($0.key)" },
      notes: set.notes(of: id, type: Note.freeType).map(\.text),
      annotators: annotators.isEmpty ? session.location.annotator.map { [$0] } ?? [] : annotators)
  }

  private func link(_ name: String, to id: AnnotationID) -> AnnotationReport.Link {
    let rule = schema.labels.lazy.flatMap(\.relations).first { $0.name == name }
    return AnnotationReport.Link(
      name: name, alias: rule?.alias, id: id, handle: session?.handles.handle(of: id))
  }

  /// The part of the article that a page shows.
  package func page(of scope: TextRange) throws(DiagnosticError) -> ArticlePage {
    let set = try annotations
    var whole: [AnnotationReport] = []
    if scope.lower <= (try article.layout.paragraphs.first?.range.lower ?? 0) {
      for annotation in set.articleLevelAnnotations {
        whole.append(try report(of: annotation.id))
      }
    }
    return ArticlePage(of: set, in: scope, schema: schema, articleLevel: whole) { handle(of: $0) }
  }

  /// Labels in the schema's order, those it does not have at the end by name.
  package func schemaOrder(of labels: some Collection<String>) -> [String] {
    let known = schema.labels.map(\.name).filter(labels.contains)
    return known + labels.filter { !known.contains($0) }.sorted()
  }

  /// The attributes and relations of an annotation that its label does not allow.
  package func misfits(of id: AnnotationID) throws(DiagnosticError) -> [String] {
    let set = try annotations
    guard let label = set[id]?.label else { return [] }
    let attributes = set.attributes(of: id).filter {
      schema.attribute($0.name, of: label) == nil && $0.name != AttributeRule.scope.name
    }
    let outgoing = set.relations(from: id).filter { relation in
      !schema.allows(relation: relation.name, from: label, to: set[relation.target]?.label ?? "")
    }
    let incoming = set.relations(to: id).filter { relation in
      !schema.allows(relation: relation.name, from: set[relation.source]?.label ?? "", to: label)
    }
    return attributes.map(\.name) + (outgoing + incoming).map(\.name)
  }

  /// A key made of an annotation's words: lower-case letters and digits joined by hyphens.
  package func slug(for id: AnnotationID) throws(DiagnosticError) -> String {
    let text = try article.text(in: annotations[id]?.ranges ?? []).lowercased()
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? id.description.lowercased() : words.joined(separator: "-")
  }
}

extension Schema {
  /// Every relation rule of every label.
  package var relationRules: [RelationRule] { labels.flatMap(\.relations) }
}
