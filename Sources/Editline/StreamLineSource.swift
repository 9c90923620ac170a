import Glibc

/// Lines of a file, a pipe, or a terminal that cannot be edited on; libedit has no part in it.
package final class StreamLineSource: LineSource {
  private var buffer: LineBuffer
  private let input: Int32
  private let prompts: Int32?

  /// Reads from `input`, and writes prompts, without colours, to the descriptor `prompts`.
  ///
  /// Name one only if a person sits there. Then Ctrl-C drops the line; elsewhere it keeps the
  /// effect it has on every program that reads a file.
  package init(input: Int32 = STDIN_FILENO, prompts: Int32? = nil) {
    buffer = LineBuffer(descriptor: input)
    self.input = input
    self.prompts = prompts
    if prompts != nil { Interruption.listen() }
  }

  package var isInteractive: Bool { prompts != nil }

  /// The 1-based number of the line read last; 0 before the first.
  package var lineNumber: Int { buffer.lineNumber }

  package func readLine(_ prompt: Prompt, continuing block: String) -> ReadResult {
    guard let prompts else { return buffer.next() }
    Interruption.clear()
    writeAll(prompt.text, to: prompts)
    let result = buffer.next { [input] in
      while true {
        switch waitForInput(input, waiting: nil) {
        case .ready: return true
        case .interrupted, .ending: return false
        case .resized, .timedOut: continue
        }
      }
    }
    if result == .interrupted || result == .endOfInput { writeAll("\n", to: prompts) }
    return result
  }

  package func ask(_ prompt: Prompt) -> ReadResult { readLine(prompt, continuing: "") }

  package func remember(_ entry: String) {}
}
