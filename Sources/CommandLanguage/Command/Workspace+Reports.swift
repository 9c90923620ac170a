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
    guard let report = try reporter.report(of: id, leadsBack: leadsBack) else {
      throw DiagnosticError(.unknownReference, "no annotation has the id \(id)")
    }
    return report
  }

  /// Says all there is to say of the annotations as they are now.
  package var reporter: AnnotationReporter {
    get throws(DiagnosticError) { AnnotationReporter(try current, schema: schema) }
  }

  /// The part of the article that a page shows.
  package func page(of scope: TextRange) throws(DiagnosticError) -> ArticlePage {
    let articleLevel = try articleLevelReports(in: scope)
    return ArticlePage(
      of: try annotations, in: scope, schema: schema, articleLevel: articleLevel,
      handle: handle(of:))
  }

  /// The same of several parts, in text order, in pages that are made as they are printed.
  package func pages(of scopes: [TextRange]) throws(DiagnosticError) -> Report.Item {
    let session = try current
    return .several(
      ArticlePages(
        of: session.annotations, in: scopes, schema: schema,
        articleLevel: try scopes.first.map(articleLevelReports) ?? [], handles: session.handles))
  }

  /// The annotations of the whole article, which stand above its first paragraph.
  private func articleLevelReports(
    in scope: TextRange
  ) throws(DiagnosticError) -> [AnnotationReport] {
    guard scope.lower <= (try article.layout.paragraphs.first?.range.lower ?? 0) else { return [] }
    let reporter = try reporter
    return try annotations.articleLevelAnnotations.compactMap { reporter.report(of: $0.id) }
  }

  /// The attributes and relations of an annotation that its label does not allow.
  package func misfits(of id: AnnotationID) throws(DiagnosticError) -> [String] {
    let set = try annotations
    guard let label = set[id]?.label else { return [] }
    let attributes = set.said(of: id) { set.attributes(of: $0) }.filter {
      schema.attribute($0.name, of: label) == nil && $0.name != AttributeRule.scope.name
    }
    let outgoing = set.said(of: id) { set.relations(from: $0) }.filter { relation in
      !schema.allows(relation: relation.name, from: label, to: set[relation.target]?.label ?? "")
    }
    let incoming = set.said(of: id) { set.relations(to: $0) }.filter { relation in
      !schema.allows(relation: relation.name, from: set[relation.source]?.label ?? "", to: label)
    }
    return attributes.map(\.name) + (outgoing + incoming).map(\.name)
  }

  /// What is said of that which the label of an annotation does not take; `nil` where it takes all.
  package func misfitRemark(on id: AnnotationID) throws(DiagnosticError) -> StyledText? {
    let misfits = try misfits(of: id)
    guard !misfits.isEmpty, let label = try annotations[id]?.label else { return nil }
    return StyledText(
      "\(label) does not take \(misfits.joined(separator: ", ")): kept for you to `unset` or `unlink`",
      .severity(.warning))
  }

  /// What is said where another annotation of the label stands on the words of one; `nil` where none
  /// does.
  package func twin(of id: AnnotationID) throws(DiagnosticError) -> StyledText? {
    let set = try annotations
    guard let annotation = set[id], !annotation.isArticleLevel,
      case .there(let other) = set.standing(
        of: try label(of: id), on: annotation.ranges, but: id)
    else { return nil }
    return StyledText(
      "\(handle(of: id)) and \(handle(of: other)) are both \(annotation.label) on these words now: `untag` one",
      .severity(.warning))
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

  /// The shorter names of relations, by their names.
  var relationAliases: [String: String] {
    Dictionary(
      relationRules.compactMap { rule in rule.alias.map { (rule.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
