package import Standoff

/// Reads and carries out commands one after the other, for whatever door they come through.
package struct Interpreter {
  /// What is open, and what the session remembers.
  package var workspace: Workspace
  /// The files that are being run by `source`, the outermost first.
  private var sources: [String] = []

  /// What came of one command.
  package enum Outcome: Sendable {
    /// It was carried out.
    case done(verb: String, Report)
    /// It could not be read or carried out; nothing has changed.
    case failed(verb: String, Diagnostic)
  }

  /// Starts in a workspace.
  package init(workspace: Workspace) { self.workspace = workspace }

  /// A reader of `text` that knows the schema's words.
  package func reader(
    of text: String, source: String? = nil, line: Int = 1, cursor: Int? = nil
  ) -> LineReader {
    LineReader(
      text, source: source, line: line, vocabulary: Vocabulary(workspace.schema),
      cursor: cursor)
  }

  /// Carries out the next command of `reader`; `nil` where nothing is left.
  package mutating func next(of reader: inout LineReader) -> Outcome? {
    guard !reader.atEndOfInput else { return nil }
    reader.vocabulary = Vocabulary(workspace.schema)
    reader.skipToCommand()
    let start = reader
    var verb = reader.upcoming ?? ""
    do throws(DiagnosticError) {
      let command = try parse(&reader, verb: &verb)
      let report = try command.run(in: &workspace)
      if let path = report.source { return try run(path, verb: verb) }
      return .done(verb: verb, report)
    } catch {
      reader.resume(afterFailureFrom: start)
      return .failed(verb: verb, error.diagnostic)
    }
  }

  /// Whether the input ends inside a command, so that another line may make it whole.
  package func wantsMore(_ text: String) -> Bool {
    var reader = reader(of: text)
    while !reader.atEndOfInput {
      reader.skipToCommand()
      var verb = ""
      do throws(DiagnosticError) {
        _ = try parse(&reader, verb: &verb)
      } catch {
        return reader.wantsMore
      }
    }
    return false
  }

  /// Reads one command with its end.
  func parse(
    _ reader: inout LineReader, verb: inout String
  ) throws(DiagnosticError) -> any Command {
    let schema = workspace.schema
    let isPrompt = workspace.door == .prompt
    let command: any Command
    switch try Verb(&reader, schema: schema, isPrompt: isPrompt) {
    case .command(let type):
      verb = type.manual.verb
      command = try type.parse(&reader, schema: schema)
    case .label(let label):
      verb = TagCommand.manual.verb
      command = try TagCommand.parse(&reader, label: label, schema: schema)
    case .again:
      verb = TagCommand.manual.verb
      command = AgainCommand(span: try reader.span())
    case .find:
      verb = FindCommand.manual.verb
      command = try FindCommand.parseBare(&reader)
    }
    try reader.endOfCommand()
    return command
  }

  /// Runs the commands of a file as one: if one fails, what those before it did is taken back.
  private mutating func run(_ path: String, verb: String) throws(DiagnosticError) -> Outcome {
    let resolved = path.resolved(from: sources.last)
    guard !sources.contains(resolved) else {
      throw DiagnosticError(
        .circularSource, "`\(path)` is being run already: it would run itself without end")
    }
    let text = try workspace.readScript(resolved)
    let before = workspace.acts
    sources.append(resolved)
    defer { sources.removeLast() }
    var whole = Report()
    var reader = reader(of: text, source: resolved)
    while let outcome = next(of: &reader) {
      switch outcome {
      case .done(_, let report): whole.append(report)
      case .failed(_, let diagnostic):
        try workspace.takeBack(to: before)
        throw DiagnosticError(diagnostic)
      }
      if whole.leave != nil { break }
    }
    return .done(verb: verb, whole)
  }
}

extension String {
  /// The path as it counts from the script that names it.
  fileprivate func resolved(from script: String?) -> String {
    guard let script, !hasPrefix("/") else { return self }
    return FilePath.path(self, in: FilePath.folder(of: script))
  }
}

extension LineReader {
  /// Passes the ends of commands, blanks and comments before the next command.
  mutating func skipToCommand() { while skipSeparator() {} }

  /// Goes on after a failure: with the next command, or with the next line if the command could not
  /// be read to its end.
  mutating func resume(afterFailureFrom start: LineReader) {
    guard tokenEnd == 0 || !endsCommand(before: offset) else { return }
    offset = start.offset
    while let scalar = next, scalar != "\n" { offset += 1 }
    tokenEnd = offset
  }

  /// Whether the end of a command was the last thing read.
  private func endsCommand(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let last = scalars[index - 1]
    return last == "\n" || last == ";" || index == scalars.count
  }
}

extension DiagnosticName {
  /// A script that would run itself.
  package static let circularSource = DiagnosticName("circular-source")
}
