import Standoff

/// Annotations, by handle or name, with their words beside them.
extension Completion {
  /// How many code points of an annotation's words are shown.
  private static let excerpt = 60

  /// Adds the annotations whose handles or names begin so: of a relation's legal ends, where one is
  /// meant.
  ///
  /// Only as many are looked at closely as a list could show; the rest are counted.
  mutating func addAnnotations(
    _ relation: String?, from start: Bearer, _ expected: Expected
  ) {
    guard let session = workspace.session else { return }
    let annotations = session.annotations
    let legal = relation.map { legalEnds(of: $0, from: start) }
    let related = relations(thereOf: start).map { there in
      Set(there.lazy.filter { $0.name == relation }.map { annotations.standing($0.target) })
    }
    func isLegal(_ id: AnnotationID) -> Bool {
      if let related { return related.contains(id) }
      guard let label = annotations.label(of: id) else { return false }
      return legal?.contains(label) ?? true
    }
    var found: [(String, AnnotationID)] = []
    let names = session.handles.names.filter { $0.key.hasPrefix(expected.typed) }
    for (name, id) in names.sorted(by: { $0.key < $1.key }) where isLegal(id) {
      found.append((name, id))
    }
    var count = found.count
    session.handles.forEachHandle(beginning: expected.typed) { letters, number, id in
      guard isLegal(id) else { return }
      count += 1
      if found.count < Self.most { found.append((letters + String(number), id)) }
    }
    more += count - found.count
    for (name, id) in found {
      let note = annotations[id].map { Self.note(on: $0, in: session.article) }
      candidates.append(Candidate(text: name, note: note))
    }
  }

  /// Adds the entries of databases that annotations stand for already, with the words of one that
  /// does.
  mutating func addDatabaseKeys(of databases: [String], _ expected: Expected) {
    guard let session = workspace.session else { return }
    let keys = session.annotations.databaseKeys(beginning: expected.typed, upTo: Self.most)
    let known = keys.filter { key, _ in
      databases.isEmpty || databases.contains { key.hasPrefix($0 + ":") }
    }
    add(
      known.map { key, id in
        (key, session.annotations[id].map { Self.note(on: $0, in: session.article) })
      }, expected)
  }

  /// The labels of what references name, as far as that can be told without asking or making
  /// anything.
  func labels(of references: [ReferenceExpression]) -> [String] {
    guard let session = workspace.session else { return [] }
    var labels: [String] = []
    for id in annotations(of: references) {
      if let label = session.annotations.label(of: id), !labels.contains(label) {
        labels.append(label)
      }
    }
    return labels
  }

  /// The labels that bear a value; none where they are not clear, as those of what a query will find.
  func labels(of bearer: Bearer) -> [Label] {
    let names: [String] =
      switch bearer {
      case .unknown, .relation: []
      case .label(let name): [name]
      case .annotations(let references), .related(let references):
        references.contains(where: \.isQuery) ? [] : labels(of: references)
      case .settled(let selection, let label): label.map { [$0] } ?? disputedLabels(of: selection)
      }
    return names.compactMap { workspace.schema.label(named: $0) }
  }

  /// What references name one by one; `nil` where they name nothing, or there is a query.
  func annotations(named bearer: Bearer) -> [AnnotationID]? {
    let references: [ReferenceExpression]
    switch bearer {
    case .annotations(let named), .related(let named): references = named
    case .unknown, .label, .settled, .relation: return nil
    }
    guard !references.contains(where: \.isQuery) else { return nil }
    let ids = annotations(of: references)
    return ids.isEmpty ? nil : ids
  }

  private func annotations(of references: [ReferenceExpression]) -> [AnnotationID] {
    guard workspace.session != nil else { return [] }
    return references.flatMap { reference -> [AnnotationID] in
      if case .words = reference.form { return [] }
      return (try? workspace.lookUp([reference])) ?? []
    }
  }

  /// The relations that start at annotations already, where these alone are meant; `nil` where any may be.
  func relations(thereOf bearer: Bearer) -> [Relation]? {
    guard case .related = bearer, let ids = annotations(named: bearer),
      let set = workspace.session?.annotations
    else { return nil }
    return ids.flatMap { set.said(of: $0) { set.relations(from: $0) } }
  }

  private func legalEnds(of relation: String, from start: Bearer) -> Set<String> {
    let schema = workspace.schema
    var sources: [String]
    switch start {
    case .unknown, .relation, .settled: sources = []
    case .label(let label): sources = [label]
    case .annotations(let references), .related(let references): sources = labels(of: references)
    }
    if sources.isEmpty { sources = schema.legalSources(of: relation) }
    return Set(sources.flatMap { schema.legalTargets(of: relation, from: $0) })
  }

  /// Where an annotation stands, and its first words.
  private static func note(on annotation: Annotation, in article: Article) -> String {
    guard !annotation.isArticleLevel, let first = annotation.ranges.first else {
      return Annotation.articlePlace
    }
    let end = min(first.upper.value, first.lower.value + excerpt)
    let words = article.text(in: TextRange(first.lower.value, end)).onOneLine
    let isWhole = end == first.upper.value && annotation.ranges.count == 1
    let place = article.layout.address(of: first.lower).map { "\($0)  " } ?? ""
    return place + "“" + words + (isWhole ? "”" : "…”")
  }
}
