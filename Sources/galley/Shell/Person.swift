import CommandLanguage
import Editline
import Standoff

/// The person at the prompt, who answers what commands ask.
@MainActor
final class Person: @MainActor Interlocutor {
  private let lines: any LineSource
  private let printer: Printer
  private let watch: Watch

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
    guard case .line(let key) = lines.askKey(Prompt([.init(question, .bold)])) else { return nil }
    return key
  }

  func edit(_ text: String) throws(DiagnosticError) -> String? {
    watch.erase()
    defer { watch.begin() }
    return try ExternalEditor().edit(text)
  }
}
