extension SchemaYAMLReader {
  /// The relations that start at a label.
  mutating func relations(_ node: YAMLNode?) -> [RelationRule] {
    var taken = SchemaNames()
    return entries(node, of: "relations").map { entry in
      check(name: entry.key, as: .relation, at: entry.keyNode)
      let obstacle = taken.take(entry.key, as: .relation, line: entry.keyNode.line)
      if let obstacle { findings.add(obstacle, at: entry.keyNode) }
      checkSpelling(ofRelation: entry, isWarnedOf: obstacle != nil)
      guard case .map = entry.value.content else {
        return RelationRule(
          entry.key, to: labels(entry.value, of: entry.key, owner: entry.keyNode))
      }
      let fields = SchemaFields(
        entry.value, of: "a relation",
        keys: ["is", "to", "alias", "count", "symmetric", "transitive", "attributes", "ends"],
        into: &findings)
      let alias = fields.text("alias", into: &findings)
      if let alias, let node = fields["alias"] { check(alias: alias, of: entry.key, at: node) }
      return RelationRule(
        entry.key, alias: alias,
        to: labels(fields["to"], of: entry.key, owner: entry.keyNode),
        count: fields.count("count", or: .any, into: &findings),
        isSymmetric: fields.flag("symmetric", into: &findings),
        isTransitive: fields.flag("transitive", into: &findings),
        attributes: attributes(fields["attributes"]), ends: ends(fields),
        is: fields.text("is", into: &findings))
    }
  }

  /// One relation may start at several labels, and is best spelled alike everywhere; no alias has its
  /// name.
  private mutating func checkSpelling(ofRelation entry: YAMLNode.Entry, isWarnedOf: Bool) {
    let folded = caseFolded(entry.key)
    if let earlier = relationNames[folded], earlier.name != entry.key, !isWarnedOf {
      findings.add(
        .schemaDuplicate, severity: .warning,
        SchemaNames.differsInCase(entry.key, from: "“\(earlier.name)” on line \(earlier.line)"),
        at: entry.keyNode)
    } else if let earlier = relationAliases[folded], caseFolded(earlier.name) != folded {
      findings.add(
        .schemaDuplicate,
        "“\(entry.key)” is already the alias of “\(earlier.name)” on line \(earlier.line)",
        at: entry.keyNode)
    }
    if relationNames[folded] == nil { relationNames[folded] = (entry.key, entry.keyNode.line) }
  }

  private mutating func check(alias: String, of relation: String, at node: YAMLNode) {
    check(name: alias, as: .relationAlias, at: node)
    let folded = caseFolded(alias)
    if let earlier = relationNames[folded], earlier.name != relation {
      findings.add(
        .schemaDuplicate, "“\(alias)” is already a relation on line \(earlier.line)", at: node)
    } else if let earlier = relationAliases[folded], earlier.name != relation {
      findings.add(
        .schemaDuplicate,
        "“\(alias)” is already the alias of “\(earlier.name)” on line \(earlier.line)",
        at: node)
    }
    if relationAliases[folded] == nil { relationAliases[folded] = (relation, node.line) }
  }

  private mutating func ends(_ fields: SchemaFields) -> RelationEnds {
    let words = fields.words("ends", into: &findings)
    guard let node = fields["ends"] else { return RelationEnds() }
    for (word, node) in words { check(name: word, as: .role, at: node) }
    guard words.count == 2, words[0].word != words[1].word else {
      findings.add(.schemaBadValue, "“ends” names two ends, such as [Arg1, Arg2]", at: node)
      return RelationEnds()
    }
    return RelationEnds(source: words[0].word, target: words[1].word)
  }
}
