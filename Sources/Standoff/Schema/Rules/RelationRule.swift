/// What a schema says about one relation that starts at a label.
public struct RelationRule: Hashable, Sendable {
  /// The name as files spell it.
  public let name: String
  /// The short word that a command line uses, such as `by` for `attributedTo`.
  public let alias: String?
  /// The labels it may lead to, in the order of the schema.
  public let targets: [String]
  /// How many of it one annotation may have.
  public let count: CountRange
  /// Whether it says the same in both directions.
  public let isSymmetric: Bool
  /// Whether a to b and b to c say a to c.
  public let isTransitive: Bool
  /// The attributes the relation itself may carry.
  public let attributes: [AttributeRule]
  /// The names of its two ends in a file.
  public let ends: RelationEnds
  /// What the relation says, in a sentence.
  public let `is`: String?

  /// Creates a rule; any number of relations, in one direction, unless said otherwise.
  public init(
    _ name: String, alias: String? = nil, to targets: [String], count: CountRange = .any,
    isSymmetric: Bool = false, isTransitive: Bool = false, attributes: [AttributeRule] = [],
    ends: RelationEnds = RelationEnds(), is definition: String? = nil
  ) {
    self.name = name
    self.alias = alias
    self.targets = targets
    self.count = count
    self.isSymmetric = isSymmetric
    self.isTransitive = isTransitive
    self.attributes = attributes
    self.ends = ends
    self.is = definition
  }
}
