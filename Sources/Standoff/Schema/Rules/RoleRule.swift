/// What a schema says about one role of an event.
public struct RoleRule: Hashable, Sendable {
  /// The name as files spell it; the second of a role in a file is `Theme2`.
  public let name: String
  /// The labels that may fill it, in the order of the schema.
  public let targets: [String]
  /// How often the role may be filled; exactly once unless said otherwise.
  public let count: CountRange

  /// Creates a rule.
  public init(_ name: String, to targets: [String], count: CountRange = .one) {
    self.name = name
    self.targets = targets
    self.count = count
  }
}
