import CommandLanguage
import Editline
import Standoff

/// The person at the prompt, who answers what commands ask.
@MainActor
final class Person: @MainActor Interlocutor {
  private let lines: any LineSource
  private let printer: Printer
  private let watch: Watch
  /// Whether the person was told that keys need Enter.
  private var knowsOfEnter = false

  /// Asks through `lines`, and shows things as `printer` does; the time that answers take is not
  /// the work's.
  init(_ lines: any LineSource, _ printer: Printer, _ watch: Watch) {
    self.lines = lines
    self.printer = printer
    self.watch = watch
  }

  var columns: Int { Environment.columns }

  func show(_ lines: [StyledText], in workspace: Workspace) {
    watch.erase()
    defer { watch.begin() }
    let renderer = printer.renderer(for: .output, workspace)
    Pager(workspace.settings).show(lines.map(renderer.line))
  }

  func line(_ question: String) -> String? {
    watch.erase()
    defer { watch.begin() }
    guard case .line(let answer) = lines.ask(Prompt([.init(question, .bold)])) else { return nil }
    return answer
  }

  func key(_ question: String) -> String? {
    watch.erase()
    defer { watch.begin() }
    if !lines.readsKeys, !knowsOfEnter {
      StandardStream.output.write(lines: ["keys need Enter on this terminal"])
      knowsOfEnter = true
    }
    while case .line(let typed) = lines.askKey(Prompt([.init(question, .bold)])) {
      let key = typed.trimmingBlanks
      // Of a line that was meant for the prompt no letter may pass for an answer.
      if key.count <= 1 { return key }
      StandardStream.output.write(
        lines: ["`\(key.visible)` is more than one key; type one of them, and Enter"])
    }
    return nil
  }

  func edit(_ text: String) throws(DiagnosticError) -> String? {
    watch.erase()
    defer { watch.begin() }
    return try ExternalEditor().edit(text)
  }
}
