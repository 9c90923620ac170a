/// What the typist wants completed.
///
/// The application's own lexer finds the word and the quote that the cursor stands in:
/// completing and executing must go by one tokenizer.
package struct CompletionRequest: Sendable {
  /// All that was typed: earlier lines of a block, each with its `\n`, and the line being edited.
  package let text: String
  /// The cursor's place in `text`.
  package let cursor: String.Index

  package init(text: String, cursor: String.Index) {
    self.text = text
    self.cursor = cursor
  }
}

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

  package init(_ text: String, display: String? = nil, note: String? = nil, suffix: String = " ") {
    self.text = text
    self.display = display
    self.note = note
    self.suffix = suffix
  }
}

/// The ways to go on, in the order in which they are listed.
package struct CompletionReply: Sendable {
  package var candidates: [Candidate]
  /// The part of the request's text that a candidate replaces; the cursor lies in it or at its end.
  package var replacing: Range<String.Index>

  package init(candidates: [Candidate], replacing: Range<String.Index>) {
    self.candidates = candidates
    self.replacing = replacing
  }
}
