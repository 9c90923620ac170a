extension Schema {
  /// The label of that very spelling, as a file holds it.
  public func label(exactly name: String) -> Label? { place(exactly: name).map { labels[$0] } }

  /// Where among the labels the one of that very spelling is.
  func place(exactly name: String) -> Int? {
    guard let places = index.labels[caseFolded(name)] else { return nil }
    return places.first { labels[$0].name.utf8.elementsEqual(name.utf8) }
  }

  /// The label a person means by `name`: its name or another word for it, whatever the case.
  ///
  /// The exact spelling goes first, a name before another label's other word.
  public func label(named name: String) -> Label? {
    if let exact = label(exactly: name) { return exact }
    let folded = caseFolded(name)
    if let places = index.labels[folded], places.count == 1 { return labels[places[0]] }
    return index.aliases[folded].map { labels[$0] }
  }

  /// The label whose key is `key`, whatever the case.
  public func label(withKey key: Character) -> Label? {
    let lower = key.lowercased()
    guard lower.count == 1, let letter = lower.first else { return nil }
    return index.keys[letter].map { labels[$0] }
  }

  /// The labels that stand directly under `name` in the schema's tree.
  public func children(of name: String) -> [Label] { labels.filter { $0.parent == name } }
}

extension Schema {
  /// The names of all attributes of labels and relations, in the order of the schema.
  public var attributeNames: [String] {
    var seen: Set<String> = []
    return labels.flatMap { $0.attributes + $0.relations.flatMap(\.attributes) }
      .map(\.name).filter { seen.insert($0).inserted }
  }

  /// The schema's spelling of an attribute typed in any case.
  public func attributeName(_ typed: String) -> String? {
    index.attributes[caseFolded(typed)]?.spelled(typed)
  }

  /// What the schema says about an attribute, typed in any case, on annotations of a label.
  ///
  /// `Scope` stands on every label.
  public func attribute(_ typed: String, of label: String) -> AttributeRule? {
    let own = self.label(exactly: label)?.attributes ?? []
    return own.named(typed) ?? ([.scope] as [AttributeRule]).named(typed)
  }

  /// What the schema says about an attribute, typed in any case, on a relation that starts at a
  /// label.
  public func attribute(
    _ typed: String, ofRelation relation: String, from label: String
  ) -> AttributeRule? {
    self.relation(relation, from: label)?.attributes.named(typed)
  }
}

extension Schema {
  /// The names of all relations, in the order of the schema.
  public var relationNames: [String] {
    var seen: Set<String> = []
    return labels.flatMap(\.relations).map(\.name).filter { seen.insert($0).inserted }
  }

  /// The schema's name of a relation typed in any case, or by its alias.
  public func relationName(_ typed: String) -> String? {
    let folded = caseFolded(typed)
    return index.relations[folded]?.spelled(typed) ?? index.relationAliases[folded]
  }

  /// What the schema says about a relation, typed in any case or by its alias, that starts at a
  /// label.
  public func relation(_ typed: String, from label: String) -> RelationRule? {
    guard let rules = self.label(exactly: label)?.relations, !rules.isEmpty else { return nil }
    if let exact = rules.first(where: { $0.name.utf8.elementsEqual(typed.utf8) }) { return exact }
    let folded = caseFolded(typed)
    return rules.first { caseFolded($0.name) == folded }
      ?? rules.first { $0.alias.map(caseFolded) == folded }
      ?? relationName(typed).flatMap { name in rules.first { $0.name == name } }
  }

  /// The labels that a relation from a label may lead to; an abstract label stands for those below
  /// it.
  public func legalTargets(of relation: String, from label: String) -> [String] {
    self.relation(relation, from: label).map { concrete($0.targets) } ?? []
  }

  /// The labels that a relation to a label may start at; without a label, all it may start at.
  public func legalSources(of relation: String, to target: String? = nil) -> [String] {
    labels.filter { label in
      guard !label.isAbstract, let rule = self.relation(relation, from: label.name) else {
        return false
      }
      return target.map { concrete(rule.targets).contains($0) } ?? true
    }.map(\.name)
  }

  /// Whether the schema lets a relation lead from one label to the other; a symmetric one may lead
  /// back as well.
  public func allows(relation: String, from source: String, to target: String) -> Bool {
    legalTargets(of: relation, from: source).contains(target)
      || self.relation(relation, from: target)?.isSymmetric == true
        && legalTargets(of: relation, from: target).contains(source)
  }

  /// The names of all roles of events, in the order of the schema.
  public var roleNames: [String] {
    var seen: Set<String> = []
    return labels.flatMap(\.roles).map(\.name).filter { seen.insert($0).inserted }
  }

  /// The schema's name of a role typed in any case.
  public func roleName(_ typed: String) -> String? {
    let names = roleNames
    let folded = caseFolded(typed)
    return names.first { $0.utf8.elementsEqual(typed.utf8) }
      ?? names.first { caseFolded($0) == folded }
  }

  /// What the schema says about a role of an event, spelled as in a file but for its number.
  public func role(_ name: String, of event: String) -> RoleRule? {
    self.label(exactly: event)?.roles.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The labels that can be tagged among those named, each abstract one replaced by those below it.
  public func concrete(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    var result: [String] = []
    var waiting = Array(names.reversed())
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted else { continue }
      if label(exactly: name)?.isAbstract == true {
        waiting.append(contentsOf: children(of: name).map(\.name).reversed())
      } else {
        result.append(name)
      }
    }
    return result
  }
}

extension Schema {
  /// The database of that very name.
  public func database(_ name: String) -> ReferenceDatabase? {
    databases.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// Whether annotations of a label may refer to a database; a label that names none may refer to
  /// any.
  public func allows(reference database: String, on label: String) -> Bool {
    guard let databases = self.label(exactly: label)?.references, !databases.isEmpty else {
      return true
    }
    return databases.contains { $0.utf8.elementsEqual(database.utf8) }
  }

  /// Whether an identifier has the form that its database prescribes.
  public func allows(identifier: String, in database: String) -> Bool {
    self.database(database)?.pattern?.matches(identifier) ?? !identifier.isEmpty
  }

  /// Whether two annotations of spans may so overlap; what the schema does not know, and triggers
  /// of events, may overlap as they like.
  public func allows(_ overlap: OverlapRules.Kind, of inner: String, with outer: String) -> Bool {
    guard let one = label(exactly: inner), let other = label(exactly: outer), !one.isEvent,
      !other.isEvent
    else { return true }
    return self.overlap.allows(overlap, of: inner, with: outer)
  }
}

extension [AttributeRule] {
  /// The rule of that name: the exact spelling, else the only one that differs in case alone.
  func named(_ typed: String) -> AttributeRule? {
    if let exact = first(where: { $0.name.utf8.elementsEqual(typed.utf8) }) { return exact }
    let folded = caseFolded(typed)
    let alike = filter { caseFolded($0.name) == folded }
    return alike.count == 1 ? alike.first : nil
  }
}
