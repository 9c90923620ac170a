/// What is shown and asked about an item.
package struct ReviewQuestion: Hashable, Sendable {
  /// What stands beside the item's number.
  package var heading: StyledText
  /// The item in its context, still to be wrapped.
  package var context: StyledText
  /// What stands below it, each line still to be wrapped.
  package var details: [StyledText] = []
  /// What is asked, as in "mark it?".
  package var question: String
  /// The keys that answer, in the order they are offered; those of every review come after them.
  package var keys: [ReviewKey]
}
