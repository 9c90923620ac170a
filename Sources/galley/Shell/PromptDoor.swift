import ArgumentParser
import CommandLanguage
import Editline
import Glibc
import Standoff

/// The conversation with a person: a prompt, a command, what it has to say, a prompt.
@MainActor
final class PromptDoor {
  private let request: ShellRequest
  private let printer = Printer(isConversation: true)
  private var interpreter: Interpreter
  private let lines: any LineSource
  private let watch = Watch()
  private let editor: LineEditor?
  /// Whether nothing was typed in this project before.
  private let isFirst: Bool
  /// The session that the person was asked about, where its article had been corrected.
  private var offered: ObjectIdentifier?
  /// Whether the person has been told where errors are explained.
  private var hasPointedToHelp = false

  /// Prepares the terminal, or plain lines where it cannot be edited on.
  init(_ workspace: Workspace, _ request: ShellRequest) {
    self.request = request
    interpreter = Interpreter(workspace: workspace)
    let history = Environment.historyPath(of: Environment.folder)
    isFirst = history.map(Self.isEmpty) ?? true
    if let history { Environment.makeFolders(FilePath.folder(of: history)) }
    editor = try? LineEditor(
      .init(
        program: "galley", usesColors: printer.usesColor(on: .output, workspace.settings),
        readsEditrc: !request.leavesRCUnread, history: history.map { HistoryFile(path: $0) }))
    lines = editor ?? StreamLineSource(prompts: STDOUT_FILENO)
  }

  /// Talks until the person leaves.
  ///
  /// - Throws: `ExitCode` where what was done could not be saved at the end.
  func run() throws {
    defer { editor?.close() }
    // Between two lines Ctrl-C reaches the process as a signal, which must not end a session.
    Interruption.listen()
    interpreter.workspace.interlocutor = Person(lines, printer, watch)
    interpreter.workspace.onlooker = watch
    editor?.completer = { [unowned self] in ShellCompletion(interpreter).reply(to: $0) }
    editor?.hint = { [unowned self] in MarginPrompt(interpreter).aim(of: $0) }
    editor?.externalEditor = { try? ExternalEditor().edit($0) }
    greet()
    if !request.leavesRCUnread { runSettings() }
    while true {
      offerReanchoring()
      editor?.rightPrompt = MarginPrompt(interpreter).unsaved
      let result = lines.readBlock(prompt, continuation: "   …> ") { [unowned self] in
        !interpreter.wantsMore($0)
      }
      switch result {
      case .line(let block):
        if let leave = carryOut(block) {
          if end(leave) { return }
        }
      case .interrupted: continue
      case .endOfInput:
        if end(.saving) { return }
        throw ExitCode(Status.failed)
      case .terminated(let signal):
        // Whatever was answered for is in the journal; to save now could end half way.
        editor?.close()
        Termination.end(by: signal)
      case .failed(.notUTF8(_, let byte)):
        StandardStream.error.write(lines: ["the line is not UTF-8 text from byte \(byte) on"])
      case .failed(.system):
        if end(.saving) { return }
        throw ExitCode(Status.failed)
      }
    }
  }

  /// Carries out what was typed; how to leave, where it says so.
  private func carryOut(_ block: String) -> Report.Leave? {
    var reader = interpreter.reader(of: block)
    watch.begin()
    // Ctrl-C stops what goes on, and what was typed behind it.
    while !Interruption.isPending, let outcome = interpreter.next(of: &reader) {
      watch.erase()
      printer.print(outcome, in: interpreter.workspace)
      switch outcome {
      case .done(_, let report): if let leave = report.leave { return leave }
      case .failed(_, let diagnostic): pointToHelp(diagnostic)
      }
    }
    return nil
  }

  /// Asks once whether the annotations are to follow, where the article was corrected since they were
  /// made.
  private func offerReanchoring() {
    guard let session = interpreter.workspace.session, session.articleIsOther,
      session.access == .interactive, offered != ObjectIdentifier(session)
    else { return }
    offered = ObjectIdentifier(session)
    let question = "let them follow their words now? [y/n] "
    guard case .line(let answer) = lines.ask(Prompt([.init(question, Style(isBold: true))])),
      ["y", "yes"].contains(answer.lowercased())
    else { return }
    do throws(DiagnosticError) {
      StandardStream.output.write(lines: try interpreter.workspace.reanchor())
      printer.notices(of: interpreter.workspace)
    } catch {
      printer.report(error.diagnostic, in: interpreter.workspace)
    }
  }

  /// Says once in a session where the names of errors are explained.
  private func pointToHelp(_ diagnostic: Diagnostic) {
    guard !hasPointedToHelp, interpreter.workspace.settings.format == .text else { return }
    hasPointedToHelp = true
    let renderer = printer.renderer(for: .error, interpreter.workspace)
    let line = StyledText("`help \(diagnostic.name)` says more of such errors", .faint)
    let columns = interpreter.workspace.columns
    StandardStream.error.write(
      lines: line.wrapped(to: columns - 2, indent: 0).map {
        renderer.line($0.indented)
      })
  }

  /// Whether a history file has no line.
  private static func isEmpty(_ path: String) -> Bool {
    let reading = FileReading()
    guard reading.isFile(path) else { return true }
    return ((try? reading.bytes(of: path, as: "history")) ?? []).isEmpty
  }

  /// Leaves; false where what was done cannot be saved, so that the person can decide.
  private func end(_ leave: Report.Leave) -> Bool {
    let path = interpreter.workspace.session?.standoffPath
    let hadUnsaved = interpreter.workspace.session?.hasUnsaved ?? false
    let isDryRun = interpreter.workspace.session?.isDryRun ?? false
    do throws(DiagnosticError) {
      try interpreter.workspace.close(leave)
    } catch {
      printer.report(error.diagnostic, in: interpreter.workspace)
      return false
    }
    for notice in interpreter.workspace.takeSavingNotices() {
      printer.report(notice, in: interpreter.workspace)
    }
    if hadUnsaved, let path {
      let end =
        isDryRun
        ? "\(path) stays as it is: this was a dry run"
        : leave == .saving ? "saved \(path)" : "left \(path) as it was at the last save"
      StandardStream.output.write(lines: [end])
    }
    return true
  }

  /// Shows where one is: the article's beginning, a legend, and at first what to type.
  private func greet() {
    let workspace = interpreter.workspace
    printer.notices(of: workspace)
    let renderer = printer.renderer(for: .output, workspace)
    StandardStream.output.write(
      lines: Greeting(workspace, rows: Environment.rows, isFirst: isFirst, renderer).lines)
  }

  /// Runs the person's own settings, if there are any.
  private func runSettings() {
    guard let path = Environment.rcPath, FileReading().isFile(path) else { return }
    do throws(DiagnosticError) {
      _ = carryOut(try interpreter.workspace.readScript(path))
    } catch {
      printer.report(error.diagnostic, in: interpreter.workspace)
    }
  }

  /// `ferry> `, in colour where there is any.
  private var prompt: Prompt {
    let name = interpreter.workspace.session.map { FilePath.name(of: $0.articlePath) } ?? "galley"
    let stem = name.hasSuffix(".txt") ? String(name.dropLast(4)) : name
    return Prompt([.init(stem, Style(color: .cyan, isBold: true)), .init("> ")])
  }
}
