package import Standoff

/// The names a reader knows: what makes `by s1` in a query a relation and `claim` a label.
///
/// Names are recognised whatever their case and stand for the schema's spelling.
package struct Vocabulary: Sendable {
  private let schema: Schema?
  private let foreign: [String]

  /// Creates a vocabulary.
  ///
  /// - Parameters:
  ///   - schema: Whose labels, attributes and relations it has; none is an empty vocabulary.
  ///   - foreign: Labels that stand in a file though the schema lacks them.
  package init(_ schema: Schema? = nil, foreign: [String] = []) {
    self.schema = schema
    self.foreign = foreign
  }

  /// The label that `word` names: its name or another word for it.
  package func label(_ word: String) -> String? {
    schema?.label(named: word)?.name ?? foreign.first { $0.lowercased() == word.lowercased() }
  }

  /// The attribute that `word` names.
  package func attribute(_ word: String) -> String? { schema?.attributeName(word) }

  /// The relation that `word` names, by its name or its alias, or the role of an event.
  package func relation(_ word: String) -> String? {
    schema?.relationName(word) ?? schema?.roleName(word)
  }

  /// Every word that names a label, an attribute, a relation or a role, as the schema has them.
  package var words: [String] {
    guard let schema else { return foreign }
    return schema.labels.map { $0.name.lowercased() } + foreign + schema.attributeNames
      + schema.labels.flatMap(\.relations).map { $0.alias ?? $0.name } + schema.roleNames
  }
}
