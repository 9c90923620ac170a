import Foundation
import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// Laws of bulk acts and reviews, whatever a person answers.
///
/// `GALLEY_LAWS` asks for more rounds.
@Suite struct BulkLawTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init) ?? 80

  private static let beginning = [
    "speaker \"Ida Moss\" as one", "claim 2 by=one stance=against", "topic \"the\"[1]",
    "claim 3 stance=favor", "quote marks in 3 by=one", "topic 2.1", "speaker \"Ada Brook\"",
    "claim 1", "topic article ref=medtop:04000000",
  ]

  private static let bulkActs = [
    "speaker \"Moss\"[all] ref=local:m", "topic \"the\"[all]", "speaker \"Moss\"[all] --inside",
    "claim \"a\"~[1-4] by=\"Moss\"[1]", "untag where claim", "untag where not quote",
    "relabel where (topic or claim) Claim", "relabel where (claim) Topic --inside",
    "set where (claim) stance=mixed", "unset where (claim) stance",
    "link where (claim) by one", "link one kind where claim",
    "link where (claim) about where topic",
    "link where (claim) supports where claim", "unlink where (claim or quote) by one",
    "same where (speaker or topic) as both", ". \"the\"[all]",
  ]

  private static let reviews = [
    "review \"Moss\" as speaker", "review \"the\" as topic ref=local:t", "review where claim",
    "review", "review where topic or speaker", "review hits as claim", "review marks as quote",
    "review \"a\"~ as claim by=\"Moss\"[1]",
  ]

  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func oneUndoRestoresTheBytesOfABulkAct() throws {
    var taken = 0
    for seed in 0..<Self.rounds {
      var random = Seed(seed)
      var interpreter = try opened(seed)
      let line = Self.bulkActs[Int.random(in: 0..<Self.bulkActs.count, using: &random)]
      let session = try interpreter.workspace.current
      let (start, acts) = (session.annotations.encoded(), session.mark.count)
      carryOut(line, &interpreter)
      let made = session.mark.count - acts
      try #require(made == 0 || made == 1, "seed \(seed): `\(line)` made \(made) acts")
      let isSame = session.annotations.encoded() == start
      try #require(made == 1 || isSame, "seed \(seed): `\(line)` changed something by no act")
      guard made == 1 else { continue }
      taken += 1
      carryOut("undo", &interpreter)
      let isBack = session.annotations.encoded() == start
      try #require(isBack, "seed \(seed): `\(line)`")
    }
    #expect(taken > Self.rounds / 8, "the law was hardly tried: \(taken)")
  }

  @Test func whatAReviewSaysItMadeIsTakenBack() throws {
    var taken = 0
    for seed in 0..<Self.rounds {
      var random = Seed(seed &+ 1_000_000)
      var interpreter = try opened(seed)
      carryOut("find \"the\"", &interpreter)
      let line = Self.reviews[Int.random(in: 0..<Self.reviews.count, using: &random)]
      let session = try interpreter.workspace.current
      let (start, acts) = (session.annotations.encoded(), session.mark.count)
      let said = carryOut(line, &interpreter)
      let made = session.mark.count - acts
      let wanted = made == 0 ? nil : made == 1 ? "`undo`" : "`undo \(made)`"
      let tells = wanted.map { said.contains($0) } ?? !said.contains("`undo")
      try #require(tells, "seed \(seed): `\(line)` made \(made) acts and says \(said)")
      guard made > 0 else { continue }
      taken += 1
      carryOut("undo \(made)", &interpreter)
      let isBack = session.annotations.encoded() == start
      try #require(isBack, "seed \(seed): `\(line)`")
    }
    #expect(taken > Self.rounds / 8, "the law was hardly tried: \(taken)")
  }

  /// What the history prints, run on a fresh copy without anybody to ask, makes the same bytes.
  @Test func theHistoryOfAnsweredQuestionsIsAScript() throws {
    for seed in 0..<Self.rounds {
      var random = Seed(seed &+ 2_000_000)
      var interpreter = try opened(seed)
      for _ in 0..<3 {
        let lines = Self.bulkActs + Self.reviews
        carryOut(lines[Int.random(in: 0..<lines.count, using: &random)], &interpreter)
      }
      let session = try interpreter.workspace.current
      let (end, script) = (session.annotations.encoded(), session.script)
      var again = ScriptRunner(interpreter: try fresh(seed))
      var failure: Diagnostic?
      _ = again.run([.init(name: "history", text: script.joined(separator: "\n"))]) { outcome, _ in
        if case .failed(_, let diagnostic) = outcome { failure = diagnostic }
      }
      try #require(failure == nil, "seed \(seed): \(failure?.message ?? "")\n\(script)")
      let isSame = try again.interpreter.workspace.annotations.encoded() == end
      try #require(isSame, "seed \(seed)\n\(script)")
    }
  }

  // MARK: Opening

  /// Carries a line out and returns what it says at its end.
  @discardableResult
  private func carryOut(_ line: String, _ interpreter: inout Interpreter) -> String {
    var reader = interpreter.reader(of: line)
    var said = ""
    while let outcome = interpreter.next(of: &reader) {
      guard case .done(_, let report) = outcome else { continue }
      for case .echo(let line) in report.items { said = line.text }
    }
    return said
  }

  /// A prompt with some annotations, and somebody who answers at random.
  private func opened(_ seed: UInt64) throws -> Interpreter {
    var interpreter = try fresh(seed)
    for line in Self.beginning { carryOut(line, &interpreter) }
    interpreter.workspace.interlocutor = RandomPerson(seed)
    return interpreter
  }

  /// An article without annotations.
  private func fresh(_ seed: UInt64) throws -> Interpreter {
    for name in folder.names() { folder.remove(name) }
    let name = seed % 3 == 0 ? "notice" : "ferry"
    try folder.write(SampleArticle.bytes(name) ?? [], to: name + ".txt")
    let path = folder(name + ".txt")
    let session = try Session.open(
      SessionRequest(article: path, access: .script), schema: .news,
      now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
    let opener = Workspace.Opener(
      session: { path throws(DiagnosticError) in
        throw DiagnosticError(.nothingOpen, "nothing else is opened: \(path)")
      }, script: { _ in [] })
    return Interpreter(workspace: Workspace(session, door: .prompt, opener: opener))
  }
}
