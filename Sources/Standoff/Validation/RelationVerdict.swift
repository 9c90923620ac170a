/// What a schema says about a relation between two labels, by the names of its ends in the file.
enum RelationVerdict {
  /// It may be so.
  case legal
  /// The schema has no relation of that name.
  case unknownName
  /// The relation cannot start at the annotation in this place of the line.
  case wrongSource(Int)
  /// The relation cannot lead to the annotation in this place of the line.
  case wrongTarget(Int)
  /// The relation's ends have these names, not those of the line.
  case wrongRoles(RelationEnds)
  /// A label is not known, which is said elsewhere.
  case unclear

  /// All that decides.
  struct Question: Hashable {
    /// The index of the relation's name.
    var name: UInt32
    /// The indices of the names of the labels at the ends, in the order of the line.
    var labels: [UInt32]
    /// The indices of the names of the ends, in the order of the line.
    var roles: [UInt32]
  }
}

extension SchemaFacts {
  /// What the schema says about a relation.
  func verdict(on question: RelationVerdict.Question) -> RelationVerdict {
    let name = name(question.name)
    guard schema.relationName(name).map({ $0.utf8.elementsEqual(name.utf8) }) == true else {
      return .unknownName
    }
    let labels = question.labels.map { self.label($0)?.name }
    guard labels.count == 2, let first = labels[0], let second = labels[1] else { return .unclear }
    let roles = question.roles.map { self.name($0) }
    var verdict: RelationVerdict?
    for (source, target, place) in [(first, second, 0), (second, first, 1)] {
      guard let rule = schema.relation(name, from: source) else { continue }
      let ends = [rule.ends.source, rule.ends.target]
      let isInOrder = roles == (place == 0 ? ends : ends.reversed())
      let mayTurn = rule.isSymmetric && Set(roles) == Set(ends)
      let isLegal = schema.allows(relation: name, from: source, to: target)
      if isLegal, isInOrder || mayTurn { return .legal }
      if isInOrder { verdict = .wrongTarget(1 - place) }
      if verdict == nil, Set(roles) != Set(ends) { verdict = .wrongRoles(rule.ends) }
    }
    return verdict ?? .wrongSource(roles == ["Arg2", "Arg1"] ? 1 : 0)
  }
}

extension SchemaFacts {
  /// The attributes that a relation must have, whichever of its ends it starts at.
  func requiredAttributes(ofRelationLike question: RelationVerdict.Question) -> [AttributeRule] {
    guard known.requiresRelationAttributes else { return [] }
    let rules = question.labels.compactMap { label in
      self.label(label).flatMap { schema.relation(name(question.name), from: $0.name) }
    }
    return rules.first?.attributes.filter(\.isRequired) ?? []
  }
}

extension Review {
  /// What is asked about the relation in a row.
  func question(about row: UInt32) -> RelationVerdict.Question {
    let links = lines.set.store.links(of: row)
    return RelationVerdict.Question(
      name: lines.set.store.labelIndex(of: row), labels: links.map { label(ofTarget: $0.target) },
      roles: links.map(\.role))
  }

  /// The index of the label of the annotation or event with an id; `none` where there is none that
  /// can be used.
  func label(ofTarget id: UInt32) -> UInt32 {
    guard let row = lines.set.store.row(ofID: id), lines.set.store.kind(of: row).isAnnotation else {
      return .none
    }
    return lines.set.store.labelIndex(of: row)
  }
}

extension LineKind {
  /// Whether lines of the kind have a label of the schema.
  var isAnnotation: Bool { isTextBound || self == .event }
}
