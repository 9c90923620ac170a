extension SchemaYAMLReader {
  /// The attributes of a label or a relation; `relations` are those whose names stand beside them
  /// on a command line.
  mutating func attributes(
    _ node: YAMLNode?, required: [(word: String, node: YAMLNode)] = [],
    beside relations: [RelationRule] = []
  ) -> [AttributeRule] {
    let entries = entries(node, of: "attributes")
    let names = entries.map(\.key)
    for (word, node) in required where !names.contains(word) {
      findings.add(
        .schemaBadValue,
        "“\(word)” is required but is no attribute of the label", at: node, typed: word,
        among: names)
    }
    let neighbours = relations.flatMap { [$0.name] + ($0.alias.map { [$0] } ?? []) }
    var taken = SchemaNames()
    return entries.map { entry in
      check(name: entry.key, as: .attribute, at: entry.keyNode)
      if let obstacle = taken.take(entry.key, as: .attribute, line: entry.keyNode.line) {
        findings.add(obstacle, at: entry.keyNode)
      } else if neighbours.contains(entry.key) {
        findings.add(
          .schemaDuplicate, "“\(entry.key)” is an attribute and a relation of the same label",
          at: entry.keyNode)
      } else if let other = neighbours.first(where: { caseFolded($0) == caseFolded(entry.key) }) {
        findings.add(
          .schemaDuplicate, severity: .warning,
          SchemaNames.differsInCase(entry.key, from: "the relation “\(other)”"),
          at: entry.keyNode)
      }
      return attribute(entry, isRequired: required.contains { $0.word == entry.key })
    }
  }

  private mutating func attribute(_ entry: YAMLNode.Entry, isRequired: Bool) -> AttributeRule {
    switch entry.value.content {
    case .list:
      return AttributeRule(entry.key, values(entry.value), isRequired: isRequired)
    case .scalar("binary"):
      return AttributeRule(entry.key, .binary, isRequired: isRequired)
    case .scalar("text"), .scalar(""):
      return AttributeRule(entry.key, isRequired: isRequired)
    case .scalar(let text):
      findings.add(
        .schemaBadValue,
        "“\(text)” is no kind of attribute: write binary, text, or a list of values",
        at: entry.value)
      return AttributeRule(entry.key)
    case .map:
      break
    }
    let fields = SchemaFields(
      entry.value, of: "an attribute",
      keys: ["is", "values", "binary", "pattern", "default", "required"], into: &findings)
    let pattern = fields.pattern("pattern", into: &findings)
    let isBinary = fields.flag("binary", into: &findings)
    if [fields["values"] != nil, isBinary, fields["pattern"] != nil].count(where: \.self) > 1 {
      findings.add(
        .schemaBadValue,
        "“\(entry.key)” is binary, or has values, or a pattern, but only one of them",
        at: entry.keyNode)
    }
    let kind: AttributeRule.Kind =
      if isBinary { .binary } else { fields["values"].map { values($0) } ?? .text(pattern) }
    let rule = AttributeRule(
      entry.key, kind, isRequired: isRequired || fields.flag("required", into: &findings),
      defaultValue: fields.text("default", into: &findings), is: fields.text("is", into: &findings))
    if let value = rule.defaultValue, !rule.allows(value), let node = fields["default"] {
      findings.add(
        .schemaBadValue,
        "the default “\(value)” is no value of “\(entry.key)”", at: node, typed: value,
        among: rule.values)
    }
    return rule
  }

  /// The values to choose from, each once; those that differ in case alone are warned of.
  private mutating func values(_ node: YAMLNode) -> AttributeRule.Kind {
    let words = SchemaFields.words(node, of: "values", into: &findings)
    if words.isEmpty {
      findings.add(.schemaBadValue, "an attribute needs at least one value", at: node)
    }
    var earlier: [String: [(word: String, line: Int)]] = [:]
    for (word, node) in words {
      if !SchemaNames.isValue(word) {
        findings.add(
          .schemaBadValue, "a value stands on one line, without blanks around it or tabs", at: node)
      }
      let alike = earlier[caseFolded(word), default: []]
      if let same = alike.first(where: { $0.word.utf8.elementsEqual(word.utf8) }) {
        findings.add(
          .schemaDuplicate, "the value “\(word)” is already there on line \(same.line)", at: node)
      } else if let other = alike.first {
        findings.add(
          .schemaDuplicate, severity: .warning,
          "the value " + SchemaNames.differsInCase(word, from: "“\(other.word)”"), at: node)
      }
      earlier[caseFolded(word), default: []].append((word, node.line))
    }
    return .oneOf(words.map(\.word))
  }
}
