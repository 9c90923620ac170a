package import Standoff

/// What a review goes through, one item after the other: places that may be marked, annotations,
/// conflicts; later proposals.
package protocol ReviewSubject: Sendable {
  /// How many items there are.
  var count: Int { get }

  /// Whether an item that is skipped comes again after all others.
  var putsSkippedLast: Bool { get }

  /// What is asked about an item; `nil` where there is nothing to decide any more.
  func question(
    about item: Int, in workspace: Workspace
  ) throws(DiagnosticError) -> ReviewQuestion?

  /// Does what a key means for an item, in one act at most.
  ///
  /// - Returns: `nil` where the person thinks better of it.
  func answer(
    _ key: Character, about item: Int, in workspace: inout Workspace
  ) throws(DiagnosticError) -> ReviewAnswer?
}

extension ReviewSubject {
  package var putsSkippedLast: Bool { false }
}

/// A key of a review.
package struct ReviewKey: Hashable, Sendable {
  /// The key, in lower case.
  package var key: Character
  /// What it does, a phrase.
  package var meaning: String

  /// Creates a key.
  package init(_ key: Character, _ meaning: String) {
    self.key = key
    self.meaning = meaning
  }

  /// The keys that every review has.
  package static func common(putsSkippedLast: Bool) -> [ReviewKey] {
    [
      ReviewKey("s", putsSkippedLast ? "skip it: it comes again at the end" : "skip it for now"),
      ReviewKey("u", "undo: take the last key back"),
      ReviewKey("q", "leave; what was answered stays"),
    ]
  }
}

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
