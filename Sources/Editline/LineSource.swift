/// Where lines come from: a person at a terminal, a file, a pipe, or a test.
///
/// Everything above this protocol can be tried without a terminal.
@MainActor
package protocol LineSource: AnyObject {
  /// Whether a person is answering, who can be asked and told things.
  var isInteractive: Bool { get }

  /// Reads a line. `continuing` is what was typed of the same block before, for the completer.
  func readLine(_ prompt: Prompt, continuing block: String) -> ReadResult

  /// Reads the answer to a question: without history, without completion.
  func ask(_ prompt: Prompt) -> ReadResult

  /// Whether single keys can be read; elsewhere each needs Enter behind it.
  var readsKeys: Bool { get }

  /// Reads the answer to a question that one key answers: a line of one character, or an empty
  /// one for Enter.
  ///
  /// Where single keys cannot be read it is the line that was typed, whole.
  func askKey(_ prompt: Prompt) -> ReadResult

  /// Puts an entry into the history, now and on disk.
  ///
  /// An entry that starts with a blank, or is nothing but blanks, is kept out.
  func remember(_ entry: String)
}

extension LineSource {
  /// Reads a line that begins a block.
  package func readLine(_ prompt: Prompt) -> ReadResult { readLine(prompt, continuing: "") }

  package var readsKeys: Bool { false }

  package func askKey(_ prompt: Prompt) -> ReadResult { ask(prompt) }

  /// Reads lines until `isComplete` is content with them, and remembers the block as one entry.
  ///
  /// The lines come back joined by `\n`. When the input ends in the middle of a block, what there
  /// is comes back, and the end of input with the next read.
  package func readBlock(
    _ prompt: Prompt, continuation: Prompt, isComplete: (String) -> Bool
  ) -> ReadResult {
    var block = ""
    var current = prompt
    while true {
      switch readLine(current, continuing: block) {
      case .line(let line):
        block += line
        guard isComplete(block) else {
          block += "\n"
          current = continuation
          continue
        }
      case .endOfInput where !block.isEmpty:
        block.removeLast()
      case let other:
        return other
      }
      remember(block)
      return .line(block)
    }
  }
}
