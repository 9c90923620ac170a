import Standoff

/// Words of the language and of the schema.
extension Completion {
  private var schema: Schema { workspace.schema }
  private var markingLabels: [Label] { schema.labels.filter { !$0.isAbstract && !$0.isEvent } }

  /// Labels first, for marking is what lines are typed for.
  mutating func addVerbs(_ expected: Expected) {
    add(markingLabels.map { ($0.name.lowercased(), $0.is) }, expected)
    add(CommandCatalogue.manuals.map { ($0.verb, $0.summary) }, expected)
  }

  mutating func addLabels(_ expected: Expected) {
    add(markingLabels.map { ($0.name.lowercased(), $0.is) }, expected)
  }

  mutating func addHelpWords(_ expected: Expected) {
    add(CommandCatalogue.manuals.map { ($0.verb, $0.summary) }, expected)
    add(schema.labels.map { ($0.name.lowercased(), $0.is) }, expected)
    add(
      ManualTopic.all.compactMap { topic in
        topic.words.first.map { ($0, topic.text.split(separator: "\n").first.map(String.init)) }
      }, expected)
  }

  /// What may stand before a `=`: what the label has or, where none is known, any attribute.
  mutating func addOptions(of name: String?, _ expected: Expected) {
    guard let label = name.flatMap({ schema.label(named: $0) }) else {
      addAttributes(expected, suffix: "=")
      return
    }
    add(
      schema.relationRules(of: label).map { ($0.alias ?? $0.name, $0.is ?? $0.name) }
        + schema.attributes(of: label).map { ($0.name, $0.hint) } + [Self.databaseKey], expected,
      suffix: "=")
  }

  mutating func addAttributes(_ expected: Expected, suffix: String) {
    let schema = schema
    add(
      schema.attributeNames.map { name in
        let rules = schema.labels.lazy.compactMap { schema.attribute(name, of: $0.name) }
        return (name, rules.first?.hint)
      } + [Self.databaseKey], expected, suffix: suffix)
  }

  /// What an annotation can be without.
  mutating func addFields(_ expected: Expected) {
    add(relations, expected)
    addAttributes(expected, suffix: " ")
    add([("note", nil)], expected)
  }

  mutating func addValues(of attribute: String, label: String?, _ expected: Expected) {
    if attribute.lowercased() == "ref" {
      let databases =
        label.flatMap { schema.label(named: $0)?.references } ?? schema.databases.map(\.name)
      addDatabaseKeys(of: databases, expected)
      add(databases.map { ($0 + ":", schema.database($0)?.is) }, expected, suffix: "")
    }
    for name in label.map({ [$0] }) ?? schema.labels.map(\.name) {
      guard let rule = schema.attribute(attribute, of: name) else { continue }
      add((rule.isBinary ? ["yes", "no"] : rule.values).map { ($0, nil) }, expected)
    }
  }

  mutating func addConditions(_ expected: Expected) {
    addLabels(expected)
    add(relations, expected)
    add(schema.attributeNames.map { ($0, nil) }, expected, suffix: "=")
    add(
      [
        ("without", "lacks a relation, an attribute, `ref` or `note`"),
        ("in", "lies in a span"), ("overlapping", "shares words with a span"),
        ("text", "its words match, as in `text ~ /ferry/`"), ("note", "has a note"),
        ("not", "the next condition does not hold"), ("ref", "DATABASE:KEY"),
      ].map { ($0.0, Optional($0.1)) }, expected)
  }

  /// The relations that may start at what was named, or any.
  mutating func addRelations(from sources: [ReferenceExpression], _ expected: Expected) {
    let labels = labels(of: sources)
    guard !labels.isEmpty else { return add(relations, expected) }
    let rules = labels.compactMap { schema.label(named: $0) }.flatMap {
      schema.relationRules(of: $0)
    }
    add(rules.map { ($0.alias ?? $0.name, $0.is ?? $0.name) }, expected)
  }

  /// How files end that are no articles.
  static let endingsOfOwnFiles = [".ann", ".decisions", ".yaml", ".yml", ".conf"]

  /// The names of files that fit, and of folders; a folder's is gone on with.
  mutating func addPaths(_ expected: Expected, where fits: (String) -> Bool) {
    let paths = workspace.paths(beginning: expected.typed)
    add(
      paths.filter { !$0.hasSuffix("/") && fits($0) }.map { ($0, nil) }, expected)
    for path in paths where path.hasSuffix("/") && path.hasPrefix(expected.typed) {
      let text = expected.quote.map { path.spelled(inside: $0) } ?? path.asOpenWord
      candidates.append(Candidate(text: text, display: path, suffix: ""))
    }
    candidates.sort {
      ($0.display ?? $0.text).utf8.lexicographicallyPrecedes(($1.display ?? $1.text).utf8)
    }
  }

  /// Every relation by the name it is typed with.
  private var relations: [(String, String?)] {
    let schema = schema
    return schema.relationNames.map { name in
      let rule = schema.labels.lazy.flatMap(\.relations).first { $0.name == name }
      return (rule?.alias ?? name, rule?.is ?? name)
    }
  }

  private static let databaseKey: (String, String?) = ("ref", "DATABASE:KEY")
}

extension AttributeRule {
  /// What a list shows beside the attribute: its values or, where it takes any, what it is.
  fileprivate var hint: String? {
    isBinary ? "yes | no" : values.isEmpty ? self.is : values.joined(separator: " | ")
  }
}

extension String {
  /// The beginning of a path that is gone on with, in a quote that is left open where it has to be.
  fileprivate var asOpenWord: String {
    let quoted = self.quoted
    return asWord == self ? self : String(scalars: quoted.unicodeScalars.dropLast())
  }
}
