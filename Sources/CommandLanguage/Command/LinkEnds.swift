package import Standoff

/// What `link` and `unlink` read: `REF… RELATION REF[,REF…]`.
package struct LinkEnds: Sendable {
  /// Where the relation starts.
  package let sources: [ReferenceExpression]
  /// Its name as typed.
  package let relation: Word
  /// Where it ends.
  package let targets: [ReferenceExpression]
  /// Its name as the schema, or else the file, has it.
  let name: String

  /// Reads the three parts; where relations are taken away, completion offers those that are there.
  ///
  /// - Throws: `unknown-relation` with the nearest right name.
  package init(
    _ reader: inout LineReader, schema: Schema, takesAway: Bool = false
  ) throws(DiagnosticError) {
    func start(_ sources: [ReferenceExpression]) -> Bearer {
      takesAway ? .related(sources) : .annotations(sources)
    }
    let vocabulary = reader.vocabulary
    let sources = try reader.references(
      isLast: false, followedBy: { .relation(from: start($0)) },
      until: { vocabulary.relation($0) != nil || schema.relationName($0) != nil })
    if reader.atEnd, sources.count > 1 {
      // No relation was met: what stands second is meant to be one.
      let typed = sources[sources.count > 2 ? sources.count - 2 : 1]
      throw schema.unknownRelation(Word(text: "\(typed)", place: typed.place))
    }
    relation = try reader.relation(from: start(sources))
    // What is made is called as in the schema; what is taken away as in the file.
    let made = takesAway ? nil : schema.relationName(relation.text)
    name = made ?? vocabulary.relation(relation.text) ?? relation.text
    targets = try reader.referenceList(
      relation: takesAway ? name : schema.relationName(relation.text), from: start(sources),
      isLast: true)
    try reader.refuseOperator(after: targets.last)
    self.sources = sources
  }

  /// Whether an end is whatever meets a query, so that what does not fit is passed over.
  var areQueried: Bool { (sources + targets).contains(where: \.isQuery) }
}

extension Schema {
  /// The rule of the relation that `word` names, from a label.
  ///
  /// - Throws: `unknown-relation`, `relation-end` where it cannot start there.
  package func relation(_ word: Word, from label: Label) throws(DiagnosticError) -> RelationRule {
    if let rule = relation(word.text, from: label.name) { return rule }
    guard let name = relationName(word.text) else { throw unknownRelation(word) }
    throw DiagnosticError(
      .relationEnd, "\(name) cannot start at the label \(label.name)", at: word.place,
      notes: ["it starts at: " + legalSources(of: name).joined(separator: ", ")])
  }

  /// The error for a word that names no relation.
  package func unknownRelation(_ word: Word) -> DiagnosticError {
    let aliases = labels.flatMap(\.relations).compactMap(\.alias)
    let names = relationNames
    return DiagnosticError(
      .unknownRelation, "the schema `\(name)` has no relation `\(word.text)`", at: word.place,
      notes: [names.isEmpty ? "it has none" : "relations: " + names.joined(separator: ", ")],
      fix: nearest(to: word.text, among: names + aliases))
  }
}

extension AnnotationSet {
  /// Whether a relation of that name goes from one to the other.
  package func isRelated(
    _ source: AnnotationID, _ name: String, _ target: AnnotationID, eitherWay: Bool = false
  ) -> Bool {
    !relations(name, from: source, to: target, eitherWay: eitherWay).isEmpty
  }

  /// The relations of a name from one annotation, or an event on it, to another; those that lead back as
  /// well where it is the same either way.
  package func relations(
    _ name: String, from source: AnnotationID, to target: AnnotationID, eitherWay: Bool = false
  ) -> [Relation] {
    let found = said(of: source) { relations(from: $0) }.filter {
      $0.name == name && standing($0.target) == target
    }
    return found + (eitherWay ? relations(name, from: target, to: source) : [])
  }
}

extension Schema {
  /// Whether a relation says the same whichever of its ends it starts at.
  func isSymmetric(_ relation: String) -> Bool {
    labels.contains { $0.relations.contains { $0.name == relation && $0.isSymmetric } }
  }
}
