/// The names of a relation's two ends in a file, `Arg1` and `Arg2` unless the schema says otherwise.
public struct RelationEnds: Hashable, Sendable {
  /// The name of the end it starts at.
  public let source: String
  /// The name of the end it leads to.
  public let target: String

  /// Creates the names.
  public init(source: String = "Arg1", target: String = "Arg2") {
    self.source = source
    self.target = target
  }
}
