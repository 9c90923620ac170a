/// One way to go on.
package struct Candidate: Sendable, Equatable {
  /// What replaces the part that the reply names.
  package var text: String
  /// What the list shows instead of `text`.
  package var display: String?
  /// What the list shows beside it.
  package var note: String?
  /// What follows `text` when nothing else is possible, such as a blank or a closing quote.
  package var suffix: String

  /// Creates a candidate; by default a blank follows it.
  package init(_ text: String, display: String? = nil, note: String? = nil, suffix: String = " ") {
    self.text = text
    self.display = display
    self.note = note
    self.suffix = suffix
  }
}
