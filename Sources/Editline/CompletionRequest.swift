/// What the typist wants completed.
///
/// The application's own lexer finds the word and the quote that the cursor stands in:
/// completing and executing must go by one tokenizer.
package struct CompletionRequest: Sendable {
  /// All that was typed: earlier lines of a block, each with its `\n`, and the line being edited.
  package let text: String
  /// The cursor's place in `text`.
  package let cursor: String.Index

  /// Creates a request.
  package init(text: String, cursor: String.Index) {
    self.text = text
    self.cursor = cursor
  }
}
