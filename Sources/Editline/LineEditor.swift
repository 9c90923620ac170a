import CEditline
import Glibc

/// A line editor on the process's terminal, by libedit.
///
/// libedit edits; the keys, the signals, the history file, the encoding and the prompts are this
/// module's own, because libedit's are not safe. Make one for the life of the process: libedit
/// keeps some state of its own for all. Reading blocks the main actor.
@MainActor
package final class LineEditor: LineSource {
  /// What is settled when the editor is made.
  package struct Options: Sendable {
    /// The name under which `.editrc` may have lines for this program alone.
    package var program: String
    /// Whether prompts are coloured.
    package var usesColors: Bool
    /// Whether `$EDITRC` or `~/.editrc` is read.
    package var readsEditrc: Bool
    /// Where entered lines are kept; nil keeps them for this process only.
    package var history: HistoryFile?

    /// Creates options; without a history lines are kept for this process only.
    package init(
      program: String, usesColors: Bool = true, readsEditrc: Bool = true,
      history: HistoryFile? = nil
    ) {
      self.program = program
      self.usesColors = usesColors
      self.readsEditrc = readsEditrc
      self.history = history
    }
  }

  /// What the Tab key offers; without one it rings.
  package var completer: ((CompletionRequest) -> CompletionReply)?
  /// What stands at the right margin, as long as the line leaves room for it.
  package var rightPrompt: Prompt?
  /// What stands at the right margin instead while a line is typed, asked for at each pause.
  package var hint: ((CompletionRequest) -> Prompt?)?
  /// Edits a line in another program (`^X^E`, vi's `v`), and returns it, or nil to leave it alone.
  package var externalEditor: ((String) -> String?)?

  let options: Options
  let history: History
  var keys = KeyDecoder(input: TerminalInput(descriptor: STDIN_FILENO))
  /// libedit's handle; nil after `close`.
  private(set) var handle: OpaquePointer?
  /// The prompts as libedit prints them.
  ///
  /// It asks for them with every redraw, so they stay put while a line is read.
  var promptText = WideText("")
  var rightPromptText = WideText("")

  /// The prompt, the block and the kind of the read that goes on; nil between reads.
  var reading: Reading?
  /// The result that a command, or the reader, has settled; libedit itself tells too little.
  var settled: ReadResult?
  /// The block that the paste key hands over.
  var pasted = ""
  /// The line that the last hint was for, and the right prompt shown.
  var hinted: (line: [Unicode.Scalar], cursor: Int)?
  var shownRightPrompt: Prompt?
  /// The walk through the history that the shown line belongs to.
  var walk: HistoryWalk?

  struct Reading {
    var prompt: Prompt
    var block: String
    var isQuestion: Bool
  }

  /// Prepares the terminal.
  ///
  /// Throws where lines cannot be edited; `StreamLineSource` serves there.
  package init(_ options: Options) throws(LineEditorError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard TerminalLocale.useUTF8() else { throw .noUTF8Locale }
    guard let quiet = fopen("/dev/null", "we") else { throw .libeditFailed }
    // An unknown terminal is this module's business, not something to complain about on screen.
    guard let handle = el_init(options.program, ce_stdin(), ce_stdout(), quiet) else {
      fclose(quiet)
      throw .libeditFailed
    }
    _ = ce_set_error_file(handle, ce_stderr())
    fclose(quiet)
    guard Self.canEdit(handle) else {
      el_end(handle)
      throw .cannotEdit
    }
    self.options = options
    self.handle = handle
    history = History(file: options.history)
    configure(handle)
    Interruption.listen()
    Termination.listen()
    WindowChange.listen()
  }

  isolated deinit { close() }

  /// Whether the terminal clears a row as ECMA-48 says: then it knows our other commands as well.
  private static func canEdit(_ handle: OpaquePointer) -> Bool {
    guard let command = ce_terminal_string(handle, "ce") else { return false }
    return String(cString: command).hasPrefix("\u{1B}[")
  }

  /// Gives the terminal back as it was.
  ///
  /// Reads after it find the end of input.
  package func close() {
    guard let handle, reading == nil else { return }
    self.handle = nil
    // Otherwise `el_end` throws away what was typed ahead, which belongs to whoever comes next.
    _ = ce_set_edit_mode(handle, 0)
    el_end(handle)
    history.close()
  }

  package var isInteractive: Bool { true }

  package var readsKeys: Bool { true }

  package func readLine(_ prompt: Prompt, continuing block: String) -> ReadResult {
    read(Reading(prompt: prompt, block: block, isQuestion: false))
  }

  package func ask(_ prompt: Prompt) -> ReadResult {
    guard let handle, reading == nil else { return .endOfInput }
    _ = ce_set_history(handle, history.emptyList)
    defer { _ = ce_set_history(handle, history.list) }
    return read(Reading(prompt: prompt, block: "", isQuestion: true))
  }

  package func askKey(_ prompt: Prompt) -> ReadResult {
    guard let handle, reading == nil else { return .endOfInput }
    Termination.hold()
    defer { Termination.release() }
    Interruption.clear()
    fflush(ce_stdout())
    _ = ce_prepare_terminal(handle, 1)
    writeAll(prompt.text, to: STDOUT_FILENO)
    defer { _ = ce_prepare_terminal(handle, 0) }
    let result = keyAnswer()
    if case .line(let answer) = result { writeAll(visible(answer), to: STDOUT_FILENO) }
    writeAll("\r\n", to: STDOUT_FILENO)
    return Termination.pending.map { .terminated(signal: $0) } ?? result
  }

  private func keyAnswer() -> ReadResult {
    while true {
      switch keys.next() {
      case .character("\u{3}"), .interrupted: return .interrupted
      case .character("\u{4}"), .ended: return .endOfInput
      case .character("\r"), .character("\n"): return .line("")
      case .character(let character) where character.value >= 0x20:
        return .line(String(character))
      case .failed(let errno): return .failed(.system(errno: errno))
      case .character("\u{1B}"): keys.dropCharacters()
      case .character, .named, .sequence, .paste, .resized: continue
      }
    }
  }

  package func remember(_ entry: String) { history.add(entry) }

  private func read(_ request: Reading) -> ReadResult {
    // A completer or a hint must not start to read in the middle of a read.
    guard let handle, reading == nil else { return .endOfInput }
    Termination.hold()
    defer { Termination.release() }
    promptText = WideText(request.prompt.rendered(colors: options.usesColors))
    // A question has the row to itself.
    let margin = request.isQuestion ? nil : rightPrompt
    rightPromptText = WideText(margin?.rendered(colors: options.usesColors) ?? "")
    (reading, settled, walk) = (request, nil, nil)
    (hinted, shownRightPrompt) = (([], 0), rightPrompt)
    Interruption.clear()
    fflush(ce_stdout())
    // libedit shows the prompt first: a control key in between would be the terminal's.
    _ = ce_prepare_terminal(handle, 1)
    writeAll(Self.pasteOn, to: STDOUT_FILENO)
    var count: Int32 = 0
    let line = el_wgets(handle, &count)
    if let signal = Termination.pending {
      writeAll(layout(handle).toEnd + "\r\n" + Self.pasteOff, to: STDOUT_FILENO)
      reading = nil
      return .terminated(signal: signal)
    }
    writeAll(Self.pasteOff, to: STDOUT_FILENO)
    reading = nil
    if let settled { return settled }
    guard let line, count > 0 else { return .endOfInput }
    var scalars = scalars(line, count: Int(count))
    if scalars.last == "\n" { scalars.removeLast() }
    // A named key that a command took for a character, such as vi's `r` and then an arrow.
    return .line(String(scalars.filter { !$0.isC1 }))
  }

  /// Asks the terminal to put marks around what is pasted (and to stop that).
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
}
