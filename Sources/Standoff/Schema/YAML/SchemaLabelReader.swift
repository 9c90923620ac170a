extension SchemaYAMLReader {
  private static let spanKeys = [
    "key", "color", "aka", "edges", "is", "not", "attributes", "relations", "references",
    "required", "parent", "inherit", "abstract", "article",
  ]

  /// Reads one label and keeps it as a draft.
  mutating func readLabel(_ entry: YAMLNode.Entry, isEvent: Bool) {
    let fields = SchemaFields(
      entry.value, of: isEvent ? "an event" : "a label",
      keys: Self.spanKeys + (isEvent ? ["roles"] : []), into: &findings)
    let relations = relations(fields["relations"])
    let attributes = attributes(
      fields["attributes"], required: fields.words("required", into: &findings),
      beside: relations)
    let parent = fields["parent"].flatMap { node in
      knownLabel(node.text ?? "", at: node).map { (name: $0, node: node) }
    }
    let inherits = fields.flag("inherit", into: &findings)
    if inherits, fields["parent"] == nil, let node = fields["inherit"] {
      findings.add(.schemaBadValue, "“inherit” needs a “parent:” to inherit from", at: node)
    }
    let label = Label(
      entry.key, isEvent ? .event(roles(fields["roles"])) : .span, key: key(fields["key"]),
      color: fields.choice("color", of: LabelColor.self, into: &findings),
      aliases: aliases(fields),
      edges: fields.choice("edges", of: SpanEdges.self, into: &findings) ?? .asTagged,
      is: fields.text("is", into: &findings), not: fields.text("not", into: &findings),
      attributes: attributes, relations: relations, references: references(fields),
      parent: parent?.name, isAbstract: fields.flag("abstract", into: &findings),
      marksArticles: fields.flag("article", into: &findings))
    drafts.append(
      SchemaLabelDraft(label: label, parent: parent?.node, inherits: inherits && parent != nil))
  }

  private mutating func key(_ node: YAMLNode?) -> Character? {
    guard let node else { return nil }
    let text = node.text ?? ""
    guard text.utf8.count == 1, let key = text.first, key.isASCII, key.isLowercase else {
      findings.add(
        .schemaBadValue, "“\(text)” cannot be a key: one letter from a to z", at: node)
      return nil
    }
    if let obstacle = keys.take(text, as: .key, line: node.line) {
      findings.add(obstacle, at: node)
    }
    return key
  }

  private mutating func aliases(_ fields: SchemaFields) -> [String] {
    fields.words("aka", into: &findings).map { word, node in
      if !SchemaNames.isAlias(word) {
        findings.add(
          .schemaBadName,
          "“\(word)” cannot be another word for a label: at least two letters, digits, _ or -",
          at: node)
      } else if let obstacle = labelWords.take(word, as: .alias, line: node.line) {
        findings.add(obstacle, at: node)
      }
      return word
    }
  }

  private mutating func references(_ fields: SchemaFields) -> [String] {
    var names = SchemaNames()
    return fields.words("references", into: &findings).map { word, node in
      check(name: word, as: .database, at: node)
      if let obstacle = names.take(word, as: .database, line: node.line) {
        findings.add(obstacle, at: node)
      }
      return word
    }
  }

  private mutating func roles(_ node: YAMLNode?) -> [RoleRule] {
    var names = SchemaNames()
    return entries(node, of: "roles").map { entry in
      check(name: entry.key, as: .role, at: entry.keyNode)
      if let obstacle = names.take(entry.key, as: .role, line: entry.keyNode.line) {
        findings.add(obstacle, at: entry.keyNode)
      }
      guard case .map = entry.value.content else {
        return RoleRule(
          entry.key, to: labels(entry.value, of: entry.key, owner: entry.keyNode))
      }
      let fields = SchemaFields(entry.value, of: "a role", keys: ["to", "count"], into: &findings)
      let count = fields.count("count", or: .one, into: &findings)
      if count.maximum ?? 2 > 1, entry.key.utf8.last?.isDigit == true {
        findings.add(
          .schemaBadName,
          "the role “\(entry.key)” may be filled more than once and so cannot end in a digit",
          at: entry.keyNode)
      }
      return RoleRule(
        entry.key, to: labels(fields["to"], of: entry.key, owner: entry.keyNode), count: count)
    }
  }

  /// The labels, each with what it takes over from above; a label above itself is reported.
  mutating func resolvedLabels() -> [Label] {
    var labels = drafts.map(\.label)
    var places: [String: Int] = [:]
    for (place, label) in labels.enumerated() { places[label.name] = place }
    var isResolved = Array(repeating: false, count: labels.count)
    for start in labels.indices {
      // Upwards to one that is resolved or has nothing above it, then down again.
      var path: [Int] = []
      var onPath: Set<Int> = []
      var next: Int? = start
      while let place = next, !isResolved[place] {
        guard onPath.insert(place).inserted else {
          if let node = drafts[place].parent {
            findings.add(
              .schemaBadValue, "“\(labels[place].name)” stands above itself through its parents",
              at: node)
          }
          break
        }
        path.append(place)
        next = labels[place].parent.flatMap { places[$0] }
      }
      for place in path.reversed() {
        isResolved[place] = true
        if drafts[place].inherits, let parent = labels[place].parent.flatMap({ places[$0] }) {
          labels[place] = labels[place].inheriting(from: labels[parent])
        }
      }
    }
    return labels
  }
}

extension Label {
  /// The label with those attributes, relations, roles and references of `parent` that it does not
  /// name itself, which come first.
  func inheriting(from parent: Label) -> Label {
    let attributeNames = Set(attributes.map(\.name))
    let relationNames = Set(relations.map(\.name))
    let roleNames = Set(roles.map(\.name))
    let roles = parent.roles.filter { !roleNames.contains($0.name) } + roles
    return Label(
      name, isEvent ? .event(roles) : .span, key: key, color: color, aliases: aliases, edges: edges,
      is: self.is, not: not,
      attributes: parent.attributes.filter { !attributeNames.contains($0.name) } + attributes,
      relations: parent.relations.filter { !relationNames.contains($0.name) } + relations,
      references: parent.references.filter { !references.contains($0) } + references,
      parent: self.parent, isAbstract: isAbstract, marksArticles: marksArticles)
  }
}
