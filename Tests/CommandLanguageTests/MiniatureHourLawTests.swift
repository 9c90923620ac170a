import Foundation
import Glibc
import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// An hour of a shell in miniature: commands at random, typed at a pseudo-terminal whose shell is
/// killed again and again, beside a model that knows neither terminal nor kills.
///
/// `GALLEY_LAWS` asks for more commands. The shell is the one that is built with `GalleyTests`.
@Suite struct MiniatureHourLawTests {
  private static let commands =
    ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(Int.init).map { $0 / 2 } ?? 250

  /// Every acknowledged command counts, whatever happened; the file is what the model's is, and sound.
  @Test func theFileIsWhatTheModelSays() throws {
    var random = RandomCommands(3_000_000)
    var hour = try MiniatureHour()
    for line in random.beginning() { try hour.carryOut(line) }
    for number in 0..<Self.commands {
      let line = random.line()
      switch random.below(30) {
      case 0: try hour.killAtPrompt()
      case 1: try hour.kill(amid: line)
      default: try hour.carryOut(line)
      }
      if number.isMultiple(of: 50) { try hour.compare("command \(number): \(line)") }
    }
    try hour.compare("the end")
    let bytes = try hour.leave()
    let article = try Article(bytes: SampleArticle.bytes("ferry") ?? [])
    #expect(AnnotationSet(parsing: bytes, of: article).encoded() == bytes)
  }

  /// What was done and taken back costs memory as it costs a journal, and no more.
  @Test func undoneEditsCostWhatTheirLinesDo() throws {
    let hour = try MiniatureHour()
    let cycles = max(100, Self.commands / 5)
    for _ in 0..<cycles { try hour.type("claim 2; undo") }
    let (memory, journal) = (try hour.residentBytes(), hour.journalBytes)
    for _ in 0..<cycles { try hour.type("claim 2; undo") }
    let growth = try hour.residentBytes() - memory
    #expect(growth < 16 * (hour.journalBytes - journal) + (1 << 20), "\(growth) bytes")
  }
}

/// The shell and the model.
struct MiniatureHour {
  private let shellFolder: ScratchFolder
  private let modelFolder: ScratchFolder
  private var shell: PseudoTerminal
  private var model: Interpreter
  private let person = AgreeablePerson()

  /// Starts both on an article without annotations.
  init() throws {
    shellFolder = try ScratchFolder()
    modelFolder = try ScratchFolder()
    for folder in [shellFolder, modelFolder] {
      try folder.write(SampleArticle.bytes("ferry") ?? [], to: "ferry.txt")
    }
    shell = try Self.started(in: shellFolder)
    model = try Self.opened(in: modelFolder)
    model.workspace.interlocutor = person
  }

  /// Has a line carried out by both.
  mutating func carryOut(_ line: String) throws {
    try type(line)
    runModel(line)
  }

  /// Has the shell carry out a line, and answers what it asks.
  func type(_ line: String) throws {
    try shell.send(line + "\r")
    while true {
      try shell.poll("an answer to \(line)") {
        $0.unread.hasSuffix("\r\nferry> ") || Self.question(in: $0) != nil
      }
      let question = Self.question(in: shell)
      try shell.expect(shell.unread)
      guard let question else { return }
      try shell.send((person.line(question) ?? "") + "\r")
    }
  }

  /// What the shell asks at the end of what it printed.
  private static func question(in shell: PseudoTerminal) -> String? {
    [", Enter for none] ", "as 1-4,6] "].first { shell.unread.hasSuffix($0) }
  }

  /// Kills the shell while it waits, and starts both anew.
  mutating func killAtPrompt() throws {
    try restartShell()
    try restartModel()
  }

  /// Kills the shell while it carries out a line: then the line counts as a whole, or not at all.
  mutating func kill(amid line: String) throws {
    let before = try model.workspace.annotations.encoded()
    // Another start forgets `$` and `hits`, and gives the handles anew.
    let isPlain = !line.contains(/; |\$|hits|[a-z][0-9]/)
    try carryOut("save")
    runModel(line)
    let after = try model.workspace.annotations.encoded()
    // A line that changes nothing cannot be told from one that was not carried out.
    guard isPlain, before != after, !line.hasPrefix("undo"), !line.hasPrefix("re") else {
      try type(line)
      return
    }
    try shell.send(line + "\r")
    try restartShell()
    try type("save")
    if shellFolder.read("ferry.ann") ?? [] == before {
      try type(line)
      try type("save")
    }
    runModel("save")
    try killAtPrompt()
  }

  /// Checks that both have the same annotations.
  mutating func compare(_ moment: String) throws {
    try carryOut("save")
    let isSame = shellFolder.read("ferry.ann") ?? [] == modelFolder.read("ferry.ann") ?? []
    try #require(
      isSame,
      "\(moment)\n\(shellFolder.text("ferry.ann") ?? "")\nnot\n\(modelFolder.text("ferry.ann") ?? "")"
    )
  }

  /// Leaves the shell, and returns what it saved.
  func leave() throws -> [UInt8] {
    try shell.send("quit\r")
    let status = try shell.wait()
    #expect(status == .exited(0))
    try model.workspace.current.release()
    return shellFolder.read("ferry.ann") ?? []
  }

  /// The memory that the shell has.
  func residentBytes() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/\(shell.processID)/statm", encoding: .utf8)
      .split(separator: " ")
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(getpagesize())
  }

  /// The length of the journal.
  var journalBytes: Int { shellFolder.read(".galley/ferry.ann.journal")?.count ?? 0 }

  // MARK: Starting

  private mutating func restartShell() throws {
    shell.kill(SIGKILL)
    try shell.wait()
    shell = try Self.started(in: shellFolder)
  }

  private mutating func restartModel() throws {
    try model.workspace.current.release()
    model = try Self.opened(in: modelFolder)
    model.workspace.interlocutor = person
  }

  private mutating func runModel(_ line: String) {
    var reader = model.reader(of: line)
    while model.next(of: &reader) != nil {}
  }

  private static func started(in folder: ScratchFolder) throws -> PseudoTerminal {
    let shell = try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: [
        "-c", "cd '\(folder.path)' && exec '\(builtProduct("galley"))' ferry.txt --no-rc",
      ],
      environment: [
        "TERM": "dumb", "HOME": folder("home"), "SWIFT_BACKTRACE": "enable=no",
      ])
    try shell.expect("ferry> ")
    return shell
  }

  private static func opened(in folder: ScratchFolder) throws -> Interpreter {
    let opener = Workspace.Opener(
      session: { path throws(DiagnosticError) in
        try Session.open(
          SessionRequest(article: path, access: .interactive), schema: .news,
          now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
      }, script: { _ throws(DiagnosticError) in [] })
    var workspace = Workspace(door: .prompt, opener: opener)
    try workspace.open(folder("ferry.txt"))
    return Interpreter(workspace: workspace)
  }
}

/// A person who takes what is ticked, picks nothing, and has no editor.
private final class AgreeablePerson: Interlocutor {
  let columns = 80

  func show(_ lines: [StyledText], in workspace: Workspace) {}

  func line(_ question: String) -> String? { question.contains("Enter for none") ? "" : "y" }

  func key(_ question: String) -> String? { "y" }

  func edit(_ text: String) throws(DiagnosticError) -> String? {
    throw DiagnosticError(.notFound, "there is no editor")
  }
}
