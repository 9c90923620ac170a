import ArgumentParser
import CommandLanguage
import Glibc
import Standoff

/// One run of the shell, whichever door it comes through.
@MainActor
struct Shell {
  private let request: ShellRequest
  private let printer = Printer()

  /// Prepares a run with the options of the command line.
  init(_ request: ShellRequest) { self.request = request }

  /// Runs scripts, or the prompt, or first the one and then the other.
  ///
  /// - Throws: `ExitCode` with a ``Status``.
  func run() throws {
    let asksAtOnce = request.instructions.isEmpty && isatty(STDIN_FILENO) == 1
    let opening = SessionOpening(request, access: asksAtOnce ? .interactive : .script)
    var workspace = Workspace(door: asksAtOnce ? .prompt : .script, opener: opening.opener)
    workspace.settings.format = request.format
    workspace.settings.color = request.color
    do throws(DiagnosticError) {
      if let article = request.article { try workspace.open(article) }
    } catch {
      var diagnostic = error.diagnostic
      if diagnostic.name == .noSuchFile, let article = request.article,
        let mistake = MistakenArgument([article], jobs: Galley.jobs)
      {
        diagnostic.notes.append(mistake.advice)
      }
      printer.print(.failed(verb: "open", diagnostic), in: workspace)
      throw ExitCode(Status.failed)
    }
    if asksAtOnce {
      try PromptDoor(workspace, request).run()
    } else {
      printer.notices(of: workspace)
      try run(scripts(in: workspace), in: workspace)
    }
  }

  // MARK: Scripts

  private func scripts(in workspace: Workspace) throws -> [ScriptRunner.Script] {
    do throws(DiagnosticError) {
      guard !request.instructions.isEmpty else {
        return [.init(name: "stdin", text: try StandardInput.text())]
      }
      var scripts: [ScriptRunner.Script] = []
      var commands = 0
      for instruction in request.instructions {
        switch instruction {
        case .command(let text):
          commands += 1
          scripts.append(.init(name: "-c \(commands)", text: text))
        case .file(StandardInput.path):
          scripts.append(.init(name: "stdin", text: try StandardInput.text()))
        case .file(let path):
          scripts.append(
            .init(name: path, text: try workspace.readScript(path), path: path))
        }
      }
      return scripts
    } catch {
      printer.print(.failed(verb: "source", error.diagnostic), in: workspace)
      throw ExitCode(Status.failed)
    }
  }

  private func run(_ scripts: [ScriptRunner.Script], in workspace: Workspace) throws {
    var runner = ScriptRunner(
      interpreter: Interpreter(workspace: workspace), keepsGoing: request.keepsGoing)
    let ending = runner.run(scripts) { printer.print($0, in: $1) }
    var workspace = runner.interpreter.workspace
    let hasFailed = ending.failures > 0 || StandardStream.hasLostData
    guard !hasFailed || request.keepsGoing else { throw ExitCode(Status.failed) }
    do throws(DiagnosticError) {
      if request.stays, ending.leave == nil, isatty(STDIN_FILENO) == 1 {
        try workspace.becomePrompt()
      } else {
        try workspace.close(ending.leave ?? .saving)
      }
    } catch {
      printer.print(.failed(verb: "save", error.diagnostic), in: workspace)
      throw ExitCode(Status.failed)
    }
    let notices = workspace.takeSavingNotices()
    for notice in notices { printer.report(notice, in: workspace) }
    if workspace.door == .prompt { return try PromptDoor(workspace, request).run() }
    if ending.failures > 0 { throw ExitCode(Status.failed) }
    let hasConflicts = notices.contains { $0.severity != .note }
    if ending.hasFindings || hasConflicts { throw ExitCode(Status.findings) }
  }
}
