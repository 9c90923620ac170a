import CEditline
import Glibc

// How libedit is set up, and how it gets its characters.

extension LineEditor {
  /// The order matters: choosing a set of keys, which `.editrc` may do, drops all bindings.
  func configure(_ handle: OpaquePointer) {
    _ = ce_set_client_data(handle, Unmanaged.passUnretained(self).toOpaque())
    // With it, libedit would send signals on to the whole process group, from its handler.
    _ = ce_set_signal_handling(handle, 0)
    let marker: wchar_t = 1
    _ = ce_set_prompt(handle, { LineEditor.text($0) { $0.promptText } }, marker)
    _ = ce_set_right_prompt(handle, { LineEditor.text($0) { $0.rightPromptText } }, marker)
    _ = ce_set_reader(handle) { LineEditor.readCharacter($0, into: $1) }
    _ = ce_set_history(handle, history.list)
    for command in EditorCommand.all {
      _ = ce_add_command(handle, command.name, command.help, command.function)
    }
    _ = ce_set_editor(handle, "emacs")
    KeyBinding.preferred.forEach { $0.apply(to: handle) }
    if options.readsEditrc { readEditrc(handle) }
    KeyBinding.required.forEach { $0.apply(to: handle) }
    // `edit off` would leave a line editor that edits nothing.
    _ = ce_set_edit_mode(handle, 1)
    // Ctrl-C and Ctrl-Z come as keys, so that no signal handler runs while libedit works.
    _ = ce_set_editing_mode(handle, "-isig")
    // Otherwise the CR LF of a pasted block would come as two line ends.
    _ = ce_set_editing_mode(handle, "-icrnl")
    _ = ce_set_editing_mode(handle, "-inlcr")
  }

  /// A bare `bind` there prints the table of all keys, which nobody wants at each start.
  private func readEditrc(_ handle: OpaquePointer) {
    guard let quiet = fopen("/dev/null", "we") else { return }
    _ = ce_set_output_file(handle, quiet)
    el_source(handle, nil)
    _ = ce_set_output_file(handle, ce_stdout())
    fclose(quiet)
  }

  /// Runs `body` with the editor that a callback is for.
  ///
  /// libedit calls back on the thread that called it, and only the main actor does.
  nonisolated static func with<Value>(
    _ handle: OpaquePointer?, otherwise: Value, _ body: @MainActor (LineEditor) -> Value
  ) -> Value {
    guard let handle, let data = ce_client_data(handle) else { return otherwise }
    let editor = Unmanaged<LineEditor>.fromOpaque(data).takeUnretainedValue()
    nonisolated(unsafe) var value = otherwise
    MainActor.assumeIsolated { value = body(editor) }
    return value
  }

  nonisolated private static func text(
    _ handle: OpaquePointer?, _ text: @MainActor (LineEditor) -> WideText
  ) -> UnsafeMutablePointer<wchar_t>? {
    with(handle, otherwise: nil) { text($0).characters }
  }

  nonisolated private static func readCharacter(
    _ handle: OpaquePointer?, into character: UnsafeMutablePointer<wchar_t>?
  ) -> Int32 {
    nonisolated(unsafe) let character = character
    return with(handle, otherwise: 0) { editor in
      guard let next = editor.nextCharacter() else { return 0 }
      character?.pointee = wchar_t(bitPattern: next.value)
      return 1
    }
  }

  /// The next character for libedit; nil at the end of input.
  private func nextCharacter() -> Unicode.Scalar? {
    while true {
      showHint()
      switch keys.next() {
      case .character(let character) where character == "\u{200D}" || character == "\u{FE0F}":
        // Terminals draw what these join in other columns than libedit counts, and then it draws on
        // rows above. What is inserted as a block is drawn without them.
        pasted = String(character)
        return Unicode.Scalar(NamedKey.paste.rawValue)
      case .character(let character):
        if character == "\r" || character == "\n" { settleHint() }
        return character
      case .named(let key): return Unicode.Scalar(key.rawValue)
      case .sequence(let sequence):
        guard KeyBinding.isBound(sequence: sequence, in: handle) else {
          return Unicode.Scalar(NamedKey.unknown.rawValue)
        }
        keys.putBack(characters: sequence)
        return "\u{1B}"
      case .paste(let text):
        pasted = text
        return Unicode.Scalar(NamedKey.paste.rawValue)
      case .interrupted: return "\u{3}"
      case .resized: windowChanged()
      case .ended: return nil
      case .failed(let errno):
        settled = .failed(.system(errno: errno))
        return nil
      }
    }
  }

  /// Asks for another right prompt when the typist pauses.
  private func showHint() {
    guard let hint, let handle, let reading, !reading.isQuestion, keys.isEmpty else { return }
    let (line, cursor) = line(handle)
    guard hinted?.line != line || hinted?.cursor != cursor else { return }
    switch waitForInput(STDIN_FILENO, waiting: .milliseconds(80)) {
    case .ready: return
    case .interrupted: return keys.putBack(.interrupted)
    case .resized: return keys.putBack(.resized)
    case .ending: return keys.putBack(.ended)
    case .timedOut: break
    }
    hinted = (line, cursor)
    let request = CompletionRequest(earlier: reading.block, line: String(line), cursor: cursor)
    let prompt = hint(request) ?? rightPrompt
    if prompt != shownRightPrompt { show(prompt, handle) }
  }

  /// Takes a hint away that was for another line than the one that is entered.
  private func settleHint() {
    guard hint != nil, let handle, shownRightPrompt != rightPrompt else { return }
    let (line, cursor) = line(handle)
    if let hinted, hinted == (line, cursor) { return }
    show(rightPrompt, handle)
  }

  private func show(_ prompt: Prompt?, _ handle: OpaquePointer) {
    let shown = layout(handle)
    shownRightPrompt = prompt
    rightPromptText = WideText(prompt?.rendered(colors: options.usesColors) ?? "")
    redraw(handle, from: shown)
  }

  /// libedit asks for the window's size only before a line, and draws nothing until a key comes.
  private func windowChanged() {
    guard let handle else { return }
    el_resize(handle)
    redraw(handle, from: layout(handle))
  }
}
