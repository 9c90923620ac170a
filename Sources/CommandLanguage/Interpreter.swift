package import Standoff

/// Reads and carries out commands one after the other, for whatever door they come through.
package struct Interpreter {
  /// What is open, and what the session remembers.
  package var workspace: Workspace
  /// The files that are being run, the outermost first: a script and those that `source` names.
  private var sources: [String] = []
  /// How many files may be run one inside the other.
  private static let deepestSource = 64

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
      text, source: source, line: line, vocabulary: workspace.vocabulary,
      cursor: cursor)
  }

  /// Says which file the commands come from that are run next; paths in `source` count from it.
  package mutating func begin(scriptAt path: String?) { sources = path.map { [$0] } ?? [] }

  /// Carries out the next command of `reader`; `nil` where nothing is left.
  ///
  /// A command that cannot be read or carried out takes the rest of its line with it, which was typed for
  /// what it would have brought about.
  package mutating func next(of reader: inout LineReader) -> Outcome? {
    guard !reader.atEndOfInput else { return nil }
    reader.vocabulary = workspace.vocabulary
    reader.skipToCommand()
    reader.quoteOverLines = nil
    let start = reader
    var verb = reader.upcoming ?? ""
    let command: any Command
    do throws(DiagnosticError) {
      command = try parse(&reader, verb: &verb)
    } catch {
      var told = error.diagnostic
      if let remark = reader.remarkOnQuoteOverLines { told.notes.append(remark) }
      if let remark = remark(onLabel: verb, start) { told.notes.append(remark) }
      // A quote that is never closed reaches to the end of the input; only its first line is lost.
      if reader.wantsMore { reader = start }
      reader.skipLine()
      return .failed(verb: verb, told)
    }
    do throws(DiagnosticError) {
      try refuseInSource(verb)
      let report = try command.run(in: &workspace)
      if let path = report.source { return try run(path, verb: verb) }
      return .done(verb: verb, report)
    } catch {
      var told = error.diagnostic.placed(in: start)
      if let remark = reader.remarkOnQuoteOverLines { told.notes.append(remark) }
      if let remark = remark(onLabel: verb, start) { told.notes.append(remark) }
      if !reader.isAtStartOfLine { reader.skipLine() }
      return .failed(verb: verb, told)
    }
  }

  /// What to say where a command fails before words of the article: a label may be called as the verb is.
  private func remark(onLabel verb: String, _ start: LineReader) -> String? {
    var reader = start
    guard workspace.schema.label(named: verb) != nil, CommandCatalogue.command(verb) != nil,
      reader.keyword(verb), reader.upcomingBeginsSpan
    else { return nil }
    return "to mark words: `tag \(verb) …`"
  }

  /// Whether the input ends inside a command, so that another line may make it whole.
  package func wantsMore(_ text: String) -> Bool {
    var reader = reader(of: text)
    while !reader.atEndOfInput {
      guard skim(&reader) else { return reader.wantsMore }
    }
    return false
  }

  /// Reads the next command without regard to what it is; false where it is none.
  func skim(_ reader: inout LineReader) -> Bool {
    reader.skipToCommand()
    var verb = ""
    return (try? parse(&reader, verb: &verb)) != nil
  }

  /// Reads one command with its end.
  func parse(
    _ reader: inout LineReader, verb: inout String
  ) throws(DiagnosticError) -> any Command {
    let schema = workspace.schema
    // A file spells its verbs out, whichever door runs it.
    let isPrompt = workspace.door == .prompt && sources.isEmpty
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
  private mutating func run(_ word: Word, verb: String) throws(DiagnosticError) -> Outcome {
    let path = word.text
    let resolved = path.resolved(from: sources.last)
    let simple = FilePath.simplified(resolved)
    guard !sources.contains(where: { FilePath.simplified($0) == simple }) else {
      throw DiagnosticError(
        .circularSource, "`\(path)` is being run already: it would run itself without end",
        at: word.place)
    }
    // By links a file can have names without end.
    guard sources.count < Self.deepestSource else {
      throw DiagnosticError(
        .circularSource,
        "`\(path)` is not run: \(Self.deepestSource) files run one another already",
        at: word.place)
    }
    let text: String
    do {
      text = try workspace.readScript(resolved)
    } catch {
      throw error.placed(at: word)
    }
    let before = workspace.progress
    sources.append(resolved)
    // A file is a script: nothing is asked while it runs.
    let interlocutor = workspace.interlocutor
    workspace.interlocutor = nil
    defer {
      sources.removeLast()
      workspace.interlocutor = interlocutor
    }
    var whole = Report()
    var count = 0
    var reader = reader(of: text, source: resolved)
    while whole.leave == nil, let outcome = next(of: &reader) {
      switch outcome {
      case .done(_, let report): whole.append(report)
      case .failed(_, let diagnostic):
        try workspace.takeBack(to: before)
        throw DiagnosticError(diagnostic)
      }
      count += 1
      do throws(DiagnosticError) {
        try workspace.step("running \(path)", count, of: 0)
      } catch {
        try workspace.takeBack(to: before)
        throw error
      }
    }
    return .done(verb: verb, whole)
  }

  /// Refuses what could not be taken back if the file fails further on.
  ///
  /// At the prompt `open` saves what was open. A script that is run by itself leaves no trace when it
  /// fails.
  private func refuseInSource(_ verb: String) throws(DiagnosticError) {
    guard workspace.door == .prompt, !sources.isEmpty, verb == OpenCommand.manual.verb else {
      return
    }
    throw DiagnosticError(
      .notInSource, "`\(verb)` cannot stand in a file that `source` runs at the prompt")
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

  /// Whether the last command ended with its line.
  var isAtStartOfLine: Bool { offset == 0 || scalars[offset - 1] == "\n" }

  /// Passes what is left of the line.
  mutating func skipLine() {
    while let scalar = next, scalar != "\n" { offset += 1 }
    tokenEnd = offset
  }
}

extension DiagnosticName {
  /// A script that would run itself.
  package static let circularSource = DiagnosticName("circular-source")
  /// A command that a file run at the prompt may not hold.
  package static let notInSource = DiagnosticName("not-in-source")
}
