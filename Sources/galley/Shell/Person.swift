import CommandLanguage
import Editline
import Standoff

/// The person at the prompt, who answers what commands ask.
@MainActor
final class Person: @MainActor Interlocutor {
  private let lines: any LineSource
  private let printer: Printer

  /// Asks through `lines`, and shows things as `printer` does.
  init(_ lines: any LineSource, _ printer: Printer) {
    self.lines = lines
    self.printer = printer
  }

  var columns: Int { Environment.columns }

  func show(_ lines: [StyledText], in workspace: Workspace) {
    let renderer = printer.renderer(for: .output, workspace)
    Pager(workspace.settings).show(lines.map(renderer.line))
  }

  func line(_ question: String) -> String? {
    guard case .line(let answer) = lines.ask(Prompt([.init(question, .bold)])) else { return nil }
    return answer
  }

  func key(_ question: String) -> String? {
    guard case .line(let key) = lines.askKey(Prompt([.init(question, .bold)])) else { return nil }
    return key
  }

  func edit(_ text: String) throws(DiagnosticError) -> String? {
    try ExternalEditor().edit(text)
  }
}
