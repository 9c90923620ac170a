/// A label of a brat configuration while its sections are read one after the other.
struct BratLabelDraft {
  let name: String
  let line: Int
  let isEvent: Bool
  let parent: String?
  let isAbstract: Bool
  /// The names it is shown by.
  var shownNames: [String]
  var roles: [RoleRule] = []
  var attributes: [AttributeRule] = []
  var relations: [RelationRule] = []
  var references: [String] = []

  init(_ item: BratItem, isEvent: Bool) {
    name = item.name
    line = item.line
    self.isEvent = isEvent
    parent = item.parent
    isAbstract = item.isAbstract
    shownNames = Array(item.terms.dropFirst())
  }

  /// Adds an attribute; of two with one name the first stays.
  mutating func add(_ rule: AttributeRule) {
    if !attributes.contains(where: { $0.name == rule.name }) { attributes.append(rule) }
  }

  /// Adds an attribute to those relations that start here whose name is wanted.
  mutating func add(_ rule: AttributeRule, toRelations isWanted: (String) -> Bool) {
    relations = relations.map { relation in
      guard isWanted(relation.name), !relation.attributes.contains(where: { $0.name == rule.name })
      else { return relation }
      return relation.with(attributes: relation.attributes + [rule])
    }
  }

  /// Adds a relation; the targets of one that stands on several lines are joined, in `order`.
  mutating func add(_ rule: RelationRule, order: [String]) {
    guard let place = relations.firstIndex(where: { $0.name == rule.name }) else {
      relations.append(rule)
      return
    }
    guard relations[place].targets != rule.targets else { return }
    let targets = Set(relations[place].targets + rule.targets)
    relations[place] = relations[place].with(targets: order.filter(targets.contains))
  }
}

extension RelationRule {
  /// The same rule with other targets or attributes.
  fileprivate func with(
    targets: [String]? = nil, attributes: [AttributeRule]? = nil
  ) -> RelationRule {
    RelationRule(
      name, alias: alias, to: targets ?? self.targets, count: count, isSymmetric: isSymmetric,
      isTransitive: isTransitive, attributes: attributes ?? self.attributes, ends: ends, is: self.is
    )
  }
}
