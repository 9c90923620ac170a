/// A key in a database outside, as in `wikidata:Q42`.
package struct DatabaseKey: Hashable, Sendable {
  /// The database, up to the first colon.
  package var database: String
  /// The key in it.
  package var key: String
}

extension DatabaseKey: CustomStringConvertible {
  /// The reference as it is typed.
  package var description: String { database + ":" + key }
}
