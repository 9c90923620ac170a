/// What came of a key.
package struct ReviewAnswer: Sendable {
  /// What became of the item, as in "marked".
  package var verdict: String
  /// Of how many items that is said.
  package var times = 1
  /// How many items are settled, the one asked about first; 0 asks again about it.
  package var settled = 1
  /// What was changed.
  package var report = Report()
}
