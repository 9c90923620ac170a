/// The names a reader knows: what makes `by s1` in a query a relation and `claim` a label.
///
/// Names are recognised whatever their case and stand for the schema's spelling.
package struct Vocabulary: Sendable {
  private var labels: [String: String] = [:]
  private var attributes: [String: String] = [:]
  private var relations: [String: String] = [:]

  /// Creates an empty vocabulary.
  package init() {}

  /// Adds a label under its name and its other words.
  package mutating func add(label: String, aliases: [String] = []) {
    for word in [label] + aliases { labels[word.lowercased()] = label }
  }

  /// Adds an attribute.
  package mutating func add(attribute: String) {
    attributes[attribute.lowercased()] = attribute
  }

  /// Adds a relation under its name and its alias.
  package mutating func add(relation: String, alias: String? = nil) {
    relations[relation.lowercased()] = relation
    if let alias { relations[alias.lowercased()] = relation }
  }

  /// The label that `word` names.
  package func label(_ word: String) -> String? { labels[word.lowercased()] }

  /// The attribute that `word` names.
  package func attribute(_ word: String) -> String? { attributes[word.lowercased()] }

  /// The relation that `word` names, by its name or its alias.
  package func relation(_ word: String) -> String? { relations[word.lowercased()] }

  /// Every word that names a label, an attribute or a relation, sorted.
  package var words: [String] {
    (Array(labels.keys) + attributes.keys + relations.keys).sorted()
  }
}
