/// Where each name of a schema stands, for look-up whatever the case.
struct SchemaIndex: Sendable {
  /// Labels by their folded name; more than one only where names differ in case alone.
  private(set) var labels: [String: [Int]] = [:]
  /// Labels by another word for them, folded.
  private(set) var aliases: [String: Int] = [:]
  /// Labels by their key.
  private(set) var keys: [Character: Int] = [:]
  /// The spellings of attributes, by folded name.
  private(set) var attributes: [String: [String]] = [:]
  /// The names of relations, by folded name.
  private(set) var relations: [String: [String]] = [:]
  /// The names of relations, by folded alias.
  private(set) var relationAliases: [String: String] = [:]
  /// The handle prefix of each label, by name.
  let handlePrefixes: [String: String]
  /// What checking files has found out, once for all copies of the schema.
  let known = Lazily<SchemaKnowledge>()

  init(_ all: [Label]) {
    handlePrefixes = HandlePrefixes(all).byLabel
    for (place, label) in all.enumerated() {
      labels[caseFolded(label.name), default: []].append(place)
      for alias in label.aliases where aliases[caseFolded(alias)] == nil {
        aliases[caseFolded(alias)] = place
      }
      if let key = label.key, keys[key] == nil { keys[key] = place }
      for attribute in label.attributes { enter(attribute) }
      for relation in label.relations {
        Self.enter(relation.name, into: &relations)
        if let alias = relation.alias, relationAliases[caseFolded(alias)] == nil {
          relationAliases[caseFolded(alias)] = relation.name
        }
        for attribute in relation.attributes { enter(attribute) }
      }
    }
    enter(.scope)
  }

  private mutating func enter(_ attribute: AttributeRule) {
    Self.enter(attribute.name, into: &attributes)
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
