package import Standoff

/// A query made ready for one annotation set: what it refers to is looked up once.
///
/// Preparing costs a search of the article for each span or string in the query, deciding about an
/// annotation as much as it has attributes, relations and notes, and a match of each `/regex/`.
package struct QueryEvaluator {
  /// Looks up the annotations that a reference in a query names.
  package typealias Lookup = (ReferenceExpression) throws(DiagnosticError) -> [AnnotationID]

  private let set: AnnotationSet
  private let condition: QueryCondition

  /// Prepares a query.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - set: The annotations it is asked about.
  ///   - spans: What finds the spans in the query.
  ///   - lookup: What finds the references in it.
  /// - Throws: The error of the first span or reference that stands for nothing.
  package init(
    _ query: QueryExpression, over set: AnnotationSet, spans: SpanResolver, lookup: Lookup
  ) throws(DiagnosticError) {
    self.set = set
    condition = try QueryCondition(query, spans: spans, lookup: lookup)
  }

  /// The annotations that meet the query, in text order.
  ///
  /// Where the query names a label, a place or a relation, others are not looked at.
  package var annotations: [Annotation] {
    condition.candidates(in: self.set)?.filter(meets) ?? self.set.annotations.filter(meets)
  }

  /// Whether an annotation meets the query.
  package func meets(_ annotation: Annotation) -> Bool { meets(annotation, condition) }

  private func meets(_ annotation: Annotation, _ condition: QueryCondition) -> Bool {
    switch condition {
    case .all(let parts): return parts.allSatisfy { meets(annotation, $0) }
    case .any(let parts): return parts.contains { meets(annotation, $0) }
    case .not(let part): return !meets(annotation, part)
    case .label(let name): return annotation.label.isSpelled(name)
    case .attribute(let name, let value):
      let found = set.attributes(of: annotation.id).first { $0.name.isSpelled(name) }
      guard let value else { return found != nil }
      return found.map { ($0.value ?? "yes").isSpelled(value) } ?? false
    case .relation(let name, let targets):
      return set.relations(from: annotation.id).contains {
        $0.name.isSpelled(name) && targets.contains($0.target)
      }
    case .reference(let key):
      return set.references(of: annotation.id).contains {
        "\($0.database):\($0.key)".isSpelled(key) || $0.database.isSpelled(key)
      }
    case .without(let field): return !has(field, annotation)
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
      return annotation.ranges.contains { !search.occurrences(in: $0).isEmpty }
    case .note(let pattern): return freeNotes(of: annotation).contains { matches($0, pattern) }
    }
  }

  private func has(_ field: QueryExpression.Field, _ annotation: Annotation) -> Bool {
    switch field {
    case .attribute(let name):
      set.attributes(of: annotation.id).contains { $0.name.isSpelled(name) }
    case .relation(let name):
      set.relations(from: annotation.id).contains { $0.name.isSpelled(name) }
    case .note: !freeNotes(of: annotation).isEmpty
    case .reference: !set.references(of: annotation.id).isEmpty
    }
  }

  private func freeNotes(of annotation: Annotation) -> [String] {
    set.notes(of: annotation.id).filter { !Note.isRecord($0.type) }.map(\.text)
  }

  private func matches(_ note: String, _ pattern: QueryCondition.Text?) -> Bool {
    guard let pattern else { return true }
    guard let text = try? Article(bytes: Array(note.utf8)) else { return false }
    switch pattern {
    case .words(let words, let options): return !text.occurrences(of: words, options).isEmpty
    case .pattern(let pattern): return !text.occurrences(matching: pattern).isEmpty
    }
  }
}
