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

  /// What keys do, a line each.
  static func lines(of keys: [ReviewKey], columns: Int) -> [StyledText] {
    keys.flatMap { key in
      var line = StyledText("  \(key.key)  ", .strong)
      line.append(key.meaning)
      return line.wrapped(to: columns, indent: 5)
    }
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
