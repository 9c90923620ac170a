/// Where each name of a schema stands, for look-up whatever the case.
final class SchemaIndex: Sendable {
  /// Labels by their folded name; more than one only where names differ in case alone.
  let labels: [String: [Int]]
  /// Labels by another word for them, folded.
  let aliases: [String: Int]
  /// Labels by their key.
  let keys: [Character: Int]
  /// The spellings of attributes, by folded name.
  let attributes: [String: [String]]
  /// The names of relations, by folded name.
  let relations: [String: [String]]
  /// The names of relations, by folded alias.
  let relationAliases: [String: String]
  /// The handle prefix of each label, by name.
  let handlePrefixes: [String: String]
  /// What checking files has found out, once for all copies of the schema.
  let known = Lazily<SchemaKnowledge>()

  init(_ all: [Label]) {
    var (labels, aliases, keys) = ([String: [Int]](), [String: Int](), [Character: Int]())
    var (attributes, relations) = ([String: [String]](), [String: [String]]())
    var relationAliases: [String: String] = [:]
    for (place, label) in all.enumerated() {
      labels[caseFolded(label.name), default: []].append(place)
      for alias in label.aliases where aliases[caseFolded(alias)] == nil {
        aliases[caseFolded(alias)] = place
      }
      if let key = label.key, keys[key] == nil { keys[key] = place }
      for attribute in label.attributes { Self.enter(attribute.name, into: &attributes) }
      for relation in label.relations {
        Self.enter(relation.name, into: &relations)
        if let alias = relation.alias, relationAliases[caseFolded(alias)] == nil {
          relationAliases[caseFolded(alias)] = relation.name
        }
        for attribute in relation.attributes { Self.enter(attribute.name, into: &attributes) }
      }
    }
    Self.enter(AttributeRule.scope.name, into: &attributes)
    (self.labels, self.aliases, self.keys) = (labels, aliases, keys)
    (self.attributes, self.relations) = (attributes, relations)
    self.relationAliases = relationAliases
    handlePrefixes = HandlePrefixes(all).byLabel
  }

  private static func enter(_ name: String, into names: inout [String: [String]]) {
    let folded = caseFolded(name)
    if names[folded]?.contains(name) != true { names[folded, default: []].append(name) }
  }
}

/// A name as it is compared whatever its case, in no locale.
func caseFolded(_ name: String) -> String { name.lowercased() }

extension Collection<String> {
  /// The one that is spelled just so, else the only one there is.
  func spelled(_ name: String) -> String? {
    first { $0.utf8.elementsEqual(name.utf8) } ?? (count == 1 ? first : nil)
  }
}
