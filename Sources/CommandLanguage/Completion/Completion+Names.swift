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

  /// What may stand before a `=`: what the label has or, of annotations, what all their labels take.
  mutating func addOptions(of bearer: Bearer, _ expected: Expected) {
    switch bearer {
    case .relation(let name):
      return add(attributes(ofRelation: name).map { ($0.name, $0.hint) }, expected, suffix: "=")
    case .settled(let selection, let label):
      addDisputedOptions(of: selection, label, expected)
      return add([("why", "the reason, as \"…\"")], expected, suffix: "=")
    case .unknown, .label, .annotations, .related: break
    }
    guard case .label(let name) = bearer, let label = schema.label(named: name) else {
      return addAttributes(of: labels(of: bearer), expected, suffix: "=")
    }
    add(
      schema.relationRules(of: label).map { ($0.alias ?? $0.name, $0.is ?? $0.name) }
        + schema.attributes(of: label).map { ($0.name, $0.hint) } + [Self.databaseKey], expected,
      suffix: "=")
  }

  /// What is said of annotations, and can be taken away; where it is not clear of which, whatever may
  /// be said of any.
  mutating func addAttributes(saidOf bearer: Bearer, _ expected: Expected) {
    if case .relation(let name) = bearer {
      return add(attributes(ofRelation: name).map { ($0.name, $0.hint) }, expected)
    }
    guard let ids = annotations(named: bearer), let set = workspace.session?.annotations else {
      addAttributes(of: [], expected, suffix: " ")
      return add([Self.note], expected)
    }
    func said<Item>(_ list: (AnnotationID) -> [Item]) -> [Item] {
      ids.flatMap { set.said(of: $0, list) }
    }
    let labels = labels(of: bearer)
    let names = Set(said { set.attributes(of: $0) }.map(\.name)).sorted()
    add(names.map { ($0, hint(on: $0, of: labels)) }, expected)
    if !said({ set.references(of: $0) }).isEmpty { add([Self.databaseKey], expected) }
    if !said({ set.notes(of: $0, type: Note.freeType) }).isEmpty { add([Self.note], expected) }
  }

  /// The attributes of relations themselves, whatever label they start at, each name once.
  func attributes(ofRelation name: String) -> [AttributeRule] {
    var names: Set<String> = []
    return schema.labels.compactMap { schema.relation(name, from: $0.name) }.flatMap(\.attributes)
      .filter { names.insert($0.name).inserted }
  }

  /// The attributes that all of some labels have; without labels all that there are.
  mutating func addAttributes(of labels: [Label], _ expected: Expected, suffix: String) {
    let names = schema.attributeNames.filter { name in
      labels.allSatisfy { schema.attribute(name, of: $0.name) != nil }
    }
    add(
      names.map { ($0, hint(on: $0, of: labels)) } + [Self.databaseKey], expected, suffix: suffix)
  }

  /// What a list shows beside an attribute of some labels, where it is the same of all.
  private func hint(on attribute: String, of labels: [Label]) -> String? {
    guard !labels.isEmpty else {
      return schema.labels.lazy.compactMap { schema.attribute(attribute, of: $0.name) }.first?.hint
    }
    let hints = Set(labels.map { schema.attribute(attribute, of: $0.name)?.hint })
    return hints.count == 1 ? hints.first ?? nil : nil
  }

  /// What an annotation can be without.
  mutating func addFields(_ expected: Expected) {
    add(relations, expected)
    addAttributes(of: [], expected, suffix: " ")
    add([Self.note], expected)
  }

  /// The values that all bearers take.
  mutating func addValues(of attribute: String, on bearer: Bearer, _ expected: Expected) {
    if let relation = relation(meantBy: bearer) {
      let rule = attributes(ofRelation: relation).first {
        $0.name.lowercased() == attribute.lowercased()
      }
      return add((rule?.choices ?? []).map { ($0, nil) }, expected)
    }
    let labels = labels(of: bearer)
    if attribute.lowercased() == "ref" { addReferences(on: labels, expected) }
    let rules = (labels.isEmpty ? schema.labels : labels).compactMap {
      schema.attribute(attribute, of: $0.name)
    }
    guard labels.isEmpty || rules.count == labels.count else { return }
    for value in rules.flatMap(\.choices)
    where labels.isEmpty || rules.allSatisfy({ $0.choices.contains(value) }) {
      add([(value, nil)], expected)
    }
  }

  /// References to the databases that all of some labels take.
  private mutating func addReferences(on labels: [Label], _ expected: Expected) {
    let own = labels.first?.references ?? []
    let databases = (own.isEmpty ? schema.databases.map(\.name) : own).filter { database in
      labels.allSatisfy { schema.allows(reference: database, on: $0.name) }
    }
    guard !databases.isEmpty || own.isEmpty else { return }
    addDatabaseKeys(of: databases, expected)
    add(databases.map { ($0 + ":", schema.database($0)?.is) }, expected, suffix: "")
  }

  mutating func addConditions(_ expected: Expected) {
    let vocabulary = workspace.vocabulary
    addLabels(expected)
    add(vocabulary.foreignNames(.label).map { ($0, nil) }, expected)
    add(relations, expected)
    add(vocabulary.foreignNames(.relation).map { ($0, nil) }, expected)
    let attributes = schema.attributeNames + vocabulary.foreignNames(.attribute)
    add(attributes.map { ($0, nil) }, expected, suffix: "=")
    add(
      [
        ("without", "lacks a relation, an attribute, `ref` or `note`"),
        ("in", "lies in a span"), ("overlapping", "shares words with a span"),
        ("text", "its words match, as in `text ~ /ferry/`"), ("note", "has a note"),
        ("not", "the next condition does not hold"), ("ref", "DATABASE:KEY"),
      ].map { ($0.0, Optional($0.1)) }, expected)
  }

  /// The relations that may start at what was named, or any.
  mutating func addRelations(from bearer: Bearer, _ expected: Expected) {
    if let there = relations(thereOf: bearer) {
      let names = Set(there.map(\.name))
      let known = relations.filter { names.contains(schema.relationName($0.0) ?? $0.0) }
      let foreign = names.filter { schema.relationName($0)?.isSpelled($0) != true }.sorted()
      return add(known + foreign.map { ($0, nil) }, expected)
    }
    let labels = labels(of: bearer).map(\.name)
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
  private static let note: (String, String?) = ("note", nil)
}

extension AttributeRule {
  /// The values that it may have; none where it takes any.
  fileprivate var choices: [String] { isBinary ? ["yes", "no"] : values }

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
