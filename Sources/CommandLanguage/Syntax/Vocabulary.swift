package import Standoff

/// The names a reader knows: what makes `by s1` in a query a relation and `claim` a label.
///
/// Names are recognised whatever their case and stand for the schema's spelling, unless the file has one
/// of the very spelling that was typed. What the schema has beside its names, other words and aliases, is
/// typed as it stands there or in small letters: a script that takes `Source` away, which a file calls so,
/// is not to take away what the schema also calls `source` when it is run again.
package struct Vocabulary: Sendable {
  private let schema: Schema?
  private let foreign: [Name]

  /// A name with what it names.
  package typealias Name = (kind: SchemaChange.Kind, name: String)

  /// Creates a vocabulary.
  ///
  /// - Parameters:
  ///   - schema: Whose labels, attributes and relations it has; none is an empty vocabulary.
  ///   - foreign: Names that stand in a file though the schema lacks them, or spells them otherwise.
  package init(_ schema: Schema? = nil, foreign: [Name] = []) {
    self.schema = schema
    self.foreign = foreign
  }

  /// The label that `word` names: its name or another word for it, which gives way to what stands in the
  /// file, for labels are shown in small letters.
  package func label(_ word: String) -> String? {
    if let name = foreignName(exactly: word, .label) { return name }
    guard let meant = schema?.label(named: word) else { return foreignName(.label, word) }
    if meant.name.isSameWord(as: word) { return meant.name }
    let isOther = meant.aliases.contains { $0.isMeant(by: word) }
    return foreignName(.label, word) ?? (isOther ? meant.name : nil)
  }

  /// The attribute that `word` names.
  package func attribute(_ word: String) -> String? {
    foreignName(exactly: word, .attribute) ?? schema?.attributeName(word)
      ?? foreignName(.attribute, word)
  }

  /// The relation that `word` names, by its name or its alias, or the role of an event.
  package func relation(_ word: String) -> String? {
    if let name = foreignName(exactly: word, .relation) { return name }
    if let schema, let name = schema.relationName(word) ?? schema.roleName(word) {
      let rules = schema.labels.lazy.flatMap(\.relations).filter { $0.name == name }
      let isAlias = rules.contains { $0.alias?.isMeant(by: word) == true }
      if name.isSameWord(as: word) || isAlias { return name }
    }
    return foreignName(.relation, word)
  }

  /// Whether a word is the name of a relation or an attribute just so, and of a label in other letters
  /// alone.
  func isField(_ word: String) -> Bool {
    (foreignName(exactly: word, .relation) ?? foreignName(exactly: word, .attribute)) != nil
      && label(word)?.isSpelled(word) != true
  }

  /// What a word names that may be either.
  enum Field {
    case relation(String)
    case attribute(String)
  }

  /// The relation or the attribute that `word` names; a relation goes first, but for an attribute of
  /// that very spelling.
  func field(_ word: String) -> Field? {
    let (relation, attribute) = (relation(word), attribute(word))
    if let attribute, attribute == word, relation != word { return .attribute(attribute) }
    return relation.map { .relation($0) } ?? attribute.map { .attribute($0) }
  }

  /// Every word that names a label, an attribute, a relation or a role, as the schema has them, or else
  /// the file.
  package var words: [String] {
    let others = foreign.map(\.name)
    guard let schema else { return others }
    return schema.labels.map { $0.name.lowercased() } + schema.attributeNames
      + schema.labels.flatMap(\.relations).map { $0.alias ?? $0.name } + schema.roleNames + others
  }

  /// Every word that names an attribute, a relation or a role.
  package var fields: [String] {
    let others = foreign.filter { $0.kind != .label }.map(\.name)
    guard let schema else { return others }
    return schema.attributeNames + schema.labels.flatMap(\.relations).map { $0.alias ?? $0.name }
      + schema.roleNames + others
  }

  /// The names of a kind that the file has and the schema lacks, or spells otherwise.
  func foreignNames(_ kind: SchemaChange.Kind) -> [String] {
    foreign.filter { $0.kind == kind }.map(\.name)
  }

  /// The name in the file that is spelled so.
  private func foreignName(exactly word: String, _ kind: SchemaChange.Kind) -> String? {
    foreign.first { $0.kind == kind && $0.name.isSpelled(word) }?.name
  }

  /// The name in the file that a word is, whatever its case.
  private func foreignName(_ kind: SchemaChange.Kind, _ word: String) -> String? {
    foreign.first { $0.kind == kind && $0.name.isSameWord(as: word) }?.name
  }
}

extension String {
  /// Whether both differ in case alone.
  fileprivate func isSameWord(as other: String) -> Bool { lowercased() == other.lowercased() }

  /// Whether a word that was typed is this one, spelled just so or in small letters throughout.
  fileprivate func isMeant(by word: String) -> Bool {
    isSpelled(word) || lowercased() == word
  }
}
