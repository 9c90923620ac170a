package import Standoff

/// A query made ready for one annotation set: what it refers to is looked up once.
///
/// Preparing costs a search of the article for each span or string in the query, deciding about an
/// annotation as much as it has attributes, relations and notes, and a match of each `/regex/`.
package struct QueryEvaluator {
  /// Looks up the annotations that a reference in a query names.
  package typealias Lookup = (ReferenceExpression) throws(DiagnosticError) -> [AnnotationID]

  private let set: AnnotationSet
  private let article: Article
  private let condition: QueryCondition
  private let values: AttributeValues
  /// Where the query stands in the command.
  private let place: Place

  /// Prepares a query.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - set: The annotations it is asked about.
  ///   - schema: Whose values attributes are asked for.
  ///   - spans: What finds the spans in the query.
  ///   - lookup: What finds the references in it.
  /// - Throws: The error of the first span or reference that stands for nothing; `unknown-value` for a
  ///   value that neither the schema nor the file has.
  package init(
    _ query: QueryExpression, over set: AnnotationSet, schema: Schema, spans: SpanResolver,
    lookup: Lookup
  ) throws(DiagnosticError) {
    self.set = set
    article = spans.article
    place = query.place
    values = AttributeValues(schema, set)
    condition = try QueryCondition(query, values: values, spans: spans, lookup: lookup)
  }

  /// The annotations that meet the query, in text order.
  ///
  /// Where the query names a label, a place or a relation, others are not looked at.
  /// - Throws: `runaway-pattern` for an expression that takes too much work.
  package func annotations() throws(DiagnosticError) -> [Annotation] {
    if let candidates = condition.candidates(in: self.set) { return try meeting(candidates) }
    return try meeting(self.set.annotations)
  }

  private func meeting(
    _ annotations: some Sequence<Annotation>
  ) throws(DiagnosticError) -> [Annotation] {
    var found: [Annotation] = []
    for annotation in annotations where try meets(annotation) { found.append(annotation) }
    return found
  }

  /// Whether an annotation meets the query; throws as ``annotations()`` does.
  package func meets(_ annotation: Annotation) throws(DiagnosticError) -> Bool {
    do throws(DiagnosticError) {
      return try meets(annotation, condition)
    } catch {
      throw DiagnosticError(error.diagnostic.name, error.diagnostic.message, at: place)
    }
  }

  private func meets(
    _ annotation: Annotation, _ condition: QueryCondition
  ) throws(DiagnosticError) -> Bool {
    switch condition {
    case .all(let parts):
      for part in parts where try !meets(annotation, part) { return false }
      return true
    case .any(let parts):
      for part in parts where try meets(annotation, part) { return true }
      return false
    case .not(let part): return try !meets(annotation, part)
    case .label(let name): return annotation.label.isSpelled(name)
    case .attribute(let question): return values.has(question, annotation.id)
    case .relation(let name, let targets):
      let ends = ends(of: name, from: annotation)
      guard let targets else { return !ends.isEmpty }
      return ends.contains { targets.contains($0) || targets.contains(set.standing($0)) }
    case .reference(let key):
      let references = references(of: annotation)
      guard let key else { return !references.isEmpty }
      return references.contains { $0.entry.isSpelled(key) || $0.database.isSpelled(key) }
    case .inside(let scope, let isArticle):
      guard !annotation.isArticleLevel else { return isArticle }
      return !annotation.ranges.isEmpty
        && annotation.ranges.allSatisfy { range in scope.contains { $0.contains(range) } }
    case .overlapping(let scope, let others):
      guard !annotation.isArticleLevel, !others.contains(annotation.id) else { return false }
      return annotation.ranges.contains { range in scope.contains { $0.overlaps(range) } }
    case .words(let places):
      guard !annotation.isArticleLevel else { return false }
      return annotation.ranges.contains { places.hasOne(within: $0) }
    case .pattern(let search):
      guard !annotation.isArticleLevel else { return false }
      for range in annotation.ranges where try search.isFound(in: article, range) { return true }
      return false
    case .note(let text):
      for note in freeNotes(of: annotation) where try matches(note, text) { return true }
      return false
    }
  }

  private func references(of annotation: Annotation) -> [Reference] {
    set.said(of: annotation.id) { set.references(of: $0) }
  }

  private func freeNotes(of annotation: Annotation) -> [String] {
    set.said(of: annotation.id) { set.notes(of: $0) }.map(\.text)
  }

  /// Where relations of a name lead, or who takes part in a role of that name.
  private func ends(of name: String, from annotation: Annotation) -> [AnnotationID] {
    set.said(of: annotation.id) { set.relations(from: $0) }.filter { $0.name.isSpelled(name) }
      .map(\.target)
      + set.events(on: annotation.id).flatMap(\.arguments).filter { $0.roleName.isSpelled(name) }
      .map(\.id)
  }

  private func matches(
    _ note: String, _ text: QueryCondition.Text?
  ) throws(DiagnosticError) -> Bool {
    guard let text else { return true }
    guard let note = try? Article(bytes: Array(note.utf8)) else { return false }
    switch text {
    case .words(let words, let options): return !note.occurrences(of: words, options).isEmpty
    case .pattern(let search): return try search.isFound(in: note)
    }
  }
}
