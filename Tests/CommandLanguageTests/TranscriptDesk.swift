import Standoff
import TestSupport

@testable import CommandLanguage

/// The desk a transcript is played at: a folder with an article, a door, a person.
final class TranscriptDesk {
  private let folder: ScratchFolder
  private let person = ScriptedPerson()
  private var interpreter: Interpreter?
  private var article = "ferry"
  private var door = Workspace.Door.prompt
  private var annotator: String?
  private var schema = Schema.news
  /// Whether touched sentences are shown below echoes, as at the prompt.
  private var redraws = false
  private var line = 1

  init() throws { folder = try ScratchFolder() }

  /// Plays a transcript and writes down what happens, in the form it was read in.
  func play(_ transcript: Transcript) throws -> [String] {
    var lines: [String] = []
    for (_, step) in transcript.steps {
      switch step {
      case .remark(let text): lines.append(text)
      case .directive(let text, let file, let blanks):
        lines.append(Transcript.directiveMark + text)
        lines += file.map { Transcript.fileMark + $0 }
        lines += try follow(text, file)
        lines += Array(repeating: "", count: blanks)
      case .command(let input, let answers, let blanks):
        lines.append(Transcript.commandMark + input[0])
        lines += input.dropFirst().map { Transcript.goingOnMark + $0 }
        lines += try carryOut(input, answers)
        lines += Array(repeating: "", count: blanks)
      }
    }
    return lines
  }

  // MARK: Directives

  private func follow(_ directive: String, _ file: [String]) throws -> [String] {
    let words = directive.split(separator: " ", maxSplits: 1).map(String.init)
    let argument = words.count > 1 ? words[1] : ""
    switch words[0] {
    case "article": article = argument
    case "door":
      try interpreter?.workspace.close(.saving)
      interpreter = nil
      door = argument == "script" ? .script : .prompt
    case "annotator": annotator = argument
    case "redraw": redraws = argument == "on"
    case "file":
      try folder.write(file.map { $0 + "\n" }.joined(), to: argument)
    case "schema":
      let text = file.map { $0 + "\n" }.joined()
      let (found, findings) = Schema.parsing(yaml: Array(text.utf8), source: "galley.yaml")
      guard let found else {
        return findings.map { TextRenderer(schema: .news).lines(of: $0) }.flatMap(\.self)
      }
      schema = found
    case "restart":
      try interpreter?.workspace.close(.saving)
      interpreter = nil
    case "crash":
      interpreter?.workspace.session?.release()
      interpreter = nil
    case "fresh":
      interpreter = nil
      for name in folder.names() where name != article + ".txt" { folder.remove(name) }
    case "interrupt":
      if interpreter == nil { interpreter = try opened() }
      interpreter?.workspace.onlooker = ImpatientOnlooker(looks: Int(argument) ?? 0)
    case "print": return printed(argument)
    case "complete": return completed(argument, in: try self.interpreter ?? opened())
    default: return ["no such directive"]
    }
    return []
  }

  private func printed(_ name: String) -> [String] {
    guard let text = folder.text(name) else { return ["(no file)"] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : String($0)
    }.dropLast()
  }

  /// What may stand at the `|` of a line: the line as it becomes with the only candidate, or what is
  /// listed.
  private func completed(_ marked: String, in interpreter: Interpreter) -> [String] {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let (before, line) = (parts[0].unicodeScalars.count, Array(parts.joined().unicodeScalars))
    let completion = Completion(of: parts.joined(), cursor: before, in: interpreter)
    if let only = completion.candidates.first, completion.candidates.count == 1 {
      let head = String(scalars: line[..<completion.range.lowerBound])
      let tail = String(scalars: line[completion.range.upperBound...])
      return ["  " + head + only.text + only.suffix + "|" + tail]
    }
    let listed = completion.candidates.map { candidate in
      "  " + (candidate.display ?? candidate.text) + (candidate.note.map { "  " + $0 } ?? "")
    }
    if completion.more > 0 { return listed + ["  and \(completion.more) more"] }
    return listed.isEmpty ? ["  nothing"] : listed
  }

  // MARK: Commands

  private func carryOut(_ input: [String], _ answers: [String]) throws -> [String] {
    var interpreter = try self.interpreter ?? opened()
    person.answers = answers
    var lines: [String] = []
    var reader = interpreter.reader(
      of: input.joined(separator: "\n"), source: door == .script ? "script" : nil, line: line)
    line += input.count
    while let outcome = interpreter.next(of: &reader) {
      lines += person.conversation + said(outcome, in: interpreter.workspace)
      person.conversation = []
      if case .failed = outcome { break }
      if case .done(_, let report) = outcome, let leave = report.leave {
        try interpreter.workspace.close(leave)
        self.interpreter = nil
        line = 1
        return clean(lines)
      }
    }
    interpreter.workspace.onlooker = nil
    self.interpreter = interpreter
    return clean(lines)
  }

  private func said(_ outcome: Interpreter.Outcome, in workspace: Workspace) -> [String] {
    var renderer = TextRenderer(
      schema: workspace.schema, columns: workspace.settings.columns ?? 80)
    renderer.wraps = workspace.settings.columns != nil
    switch (outcome, workspace.settings.format) {
    case (.done(let verb, let report), .json): return JSONRenderer.lines(of: report, verb: verb)
    case (.failed(let verb, let diagnostic), .json):
      return [JSONRenderer.line(of: diagnostic, verb: verb)]
    case (.done(_, let report), .text):
      let (data, echoes) = renderer.lines(of: report)
      let touched = redraws ? workspace.sentences(touching: report.touched) : nil
      return data + echoes + (touched.map(renderer.lines(of:)) ?? [])
    case (.failed(_, let diagnostic), .text): return renderer.lines(of: diagnostic)
    }
  }

  /// What was said, without the folder's name and without blank lines at the end.
  private func clean(_ lines: [String]) -> [String] {
    var lines = lines.map { Self.replacing(folder.path + "/", in: $0) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func replacing(_ prefix: String, in text: String) -> String {
    var text = text
    while let range = text.firstRange(of: prefix) { text.removeSubrange(range) }
    return text
  }

  // MARK: Opening

  private func opened() throws -> Interpreter {
    var workspace = Workspace(door: door, opener: opener)
    if door == .prompt { workspace.interlocutor = person }
    if article != "none" {
      if let bytes = SampleArticle.bytes(article) { try folder.write(bytes, to: article + ".txt") }
      try workspace.open(article + ".txt")
    }
    let opened = Interpreter(workspace: workspace)
    interpreter = opened
    return opened
  }

  private var opener: Workspace.Opener {
    let (folder, annotator, schema) = (folder, annotator, schema)
    let access: SessionRequest.Access = door == .script ? .script : .interactive
    func path(_ name: String) -> String { name.hasPrefix("/") ? name : folder(name) }
    return Workspace.Opener(
      session: { name throws(DiagnosticError) in
        let request = SessionRequest(article: path(name), annotator: annotator, access: access)
        return try Session.open(
          request, schema: schema, now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
      },
      script: { name throws(DiagnosticError) in
        try FileReading().bytes(of: path(name), as: "script")
      },
      standoff: { name throws(DiagnosticError) in
        try FileReading().bytes(of: path(name), as: "standoff file")
      },
      names: { folder in folder == "." ? ["acts.galley", "notes/", "old acts.galley"] : [] })
  }
}
