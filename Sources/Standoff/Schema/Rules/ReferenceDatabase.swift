/// A collection of identifiers that annotations refer to: `wikidata` in `wikidata:Q16093`.
public struct ReferenceDatabase: Hashable, Sendable {
  /// The name before the colon.
  public let name: String
  /// What an identifier has to match as a whole; `nil` allows any.
  public let pattern: ValuePattern?
  /// What the collection is, in a sentence.
  public let `is`: String?

  /// Creates a database.
  public init(_ name: String, pattern: ValuePattern? = nil, is definition: String? = nil) {
    self.name = name
    self.pattern = pattern
    self.is = definition
  }
}
