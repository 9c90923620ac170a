import Foundation
import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// Laws over every mutating command, right and wrong ones at random, as a person would type them.
///
/// `GALLEY_LAWS` asks for more rounds.
@Suite struct CommandLawTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init) ?? 500

  private let folder: ScratchFolder

  /// Standoff files to begin with: none, a clean one, one with mistakes, one in DOS lines.
  private static let beginnings = [
    nil, "T1\tSpeaker 5 9\tword\nA1\tkind T1 person\n",
    "T1\tClaim 3 9\tno such\nnonsense\nT1\tClaim 3 9\tno such\n\nR1\tby Arg1:T1 Arg2:T8\n#1\tx T1\ty",
    "T3\tTopic 0 4;6 9\tab cd\r\nE1\tTopic:T3 by:T3\r\n*\tEquiv T3 T3\r\nN1\tReference T3 local:a\ta\r\n",
  ]

  init() throws { folder = try ScratchFolder() }

  @Test func undoRestoresTheVeryBytes() throws {
    for seed in 0..<Self.rounds {
      var random = RandomCommands(seed)
      var interpreter = try opened(random.article(), beginning: Int(seed % 4), access: .script)
      let session = try interpreter.workspace.current
      let start = session.annotations.encoded()
      for line in random.beginning() { try carryOut(line, &interpreter, "seed \(seed)") }
      for _ in 0..<(1 + random.below(16)) {
        try carryOut(random.line(), &interpreter, "seed \(seed)")
      }
      let end = session.annotations.encoded()
      let acts = session.history.count { !$0.isUndone }
      if acts > 0 { _ = try session.undo(acts) }
      let isBack = session.annotations.encoded() == start
      try #require(isBack, "undo, seed \(seed)")
      if acts > 0 {
        // What was taken back before can be done again as well: it comes after what counted.
        _ = try session.redo(acts)
      }
      let isThere = session.annotations.encoded() == end
      try #require(isThere, "redo, seed \(seed)")
    }
  }

  /// The same through the journal: what a person did is there after a crash and after a save.
  @Test func aRestartForgetsNothing() throws {
    for seed in 0..<max(8, Self.rounds / 50) {
      var random = RandomCommands(seed &+ 1_000_000)
      let name = random.article()
      var interpreter = try opened(name, beginning: Int(seed % 4), access: .interactive)
      let start = try interpreter.workspace.annotations.encoded()
      for round in 0..<3 {
        for _ in 0..<(1 + random.below(6)) {
          try carryOut(random.line(), &interpreter, "seed \(seed)")
        }
        let before = try interpreter.workspace.annotations.encoded()
        if round == 1 {
          try interpreter.workspace.close(.saving)
        } else {
          try interpreter.workspace.current.release()
        }
        interpreter = try reopened(name, access: .interactive)
        let isSame = try interpreter.workspace.annotations.encoded() == before
        try #require(isSame, "restart \(round), seed \(seed)")
      }
      let session = try interpreter.workspace.current
      let acts = session.history.count { !$0.isUndone }
      if acts > 0 { _ = try session.undo(acts) }
      let isBack = session.annotations.encoded() == start
      try #require(isBack, "undo, seed \(seed)")
      session.release()
    }
  }

  /// What `history --script` prints, run on what the first act was done to, makes the same bytes.
  @Test func theHistoryIsAScript() throws {
    for seed in 0..<max(50, Self.rounds / 2) {
      var random = RandomCommands(seed &+ 2_000_000)
      let name = random.article()
      var interpreter = try opened(name, beginning: Int(seed % 4), access: .script)
      for line in random.beginning() { try carryOut(line, &interpreter, "seed \(seed)") }
      for _ in 0..<(1 + random.below(16)) {
        try carryOut(random.line(), &interpreter, "seed \(seed)")
      }
      let end = try interpreter.workspace.annotations.encoded()
      let script = try interpreter.workspace.current.script.joined(separator: "\n")
      try interpreter.workspace.current.release()
      var again = ScriptRunner(interpreter: try reopened(name, access: .script))
      var failure: Diagnostic?
      _ = again.run([.init(name: "history", text: script)]) { outcome, _ in
        if case .failed(_, let diagnostic) = outcome { failure = diagnostic }
      }
      let isRun = failure == nil
      try #require(
        isRun,
        "seed \(seed), line \(failure?.place.line ?? 0): \(failure?.message ?? "")\n\(script)")
      let isSame = try again.interpreter.workspace.annotations.encoded() == end
      try #require(isSame, "seed \(seed)\n\(script)")
    }
  }

  // MARK: One line

  /// A command that fails changes nothing; whatever it does, the file reads back as it stands.
  private func carryOut(
    _ line: String, _ interpreter: inout Interpreter, _ comment: String
  ) throws {
    var reader = interpreter.reader(of: line)
    while true {
      let session = try interpreter.workspace.current
      let before = session.annotations.encoded()
      let acts = session.history.map(\.isUndone)
      guard let outcome = interpreter.next(of: &reader) else { break }
      let after = session.annotations.encoded()
      if case .failed = outcome {
        let isSame = after == before && session.history.map(\.isUndone) == acts
        try #require(isSame, "\(comment): `\(line)` failed and changed something")
      }
      guard after != before else { continue }
      let read = AnnotationSet(parsing: after, of: session.article)
      let isSound =
        read.encoded() == after && Array(read.annotations) == Array(session.annotations.annotations)
      try #require(isSound, "\(comment): `\(line)`")
    }
  }

  // MARK: Opening

  private func opened(
    _ article: String, beginning: Int, access: SessionRequest.Access
  ) throws -> Interpreter {
    for name in folder.names() { folder.remove(name) }
    try folder.write(SampleArticle.bytes(article) ?? [], to: article + ".txt")
    if let text = Self.beginnings[beginning] { try folder.write(text, to: article + ".ann") }
    return try reopened(article, access: access)
  }

  private func reopened(_ article: String, access: SessionRequest.Access) throws -> Interpreter {
    let opener = Workspace.Opener(
      session: { path throws(DiagnosticError) in
        try Session.open(
          SessionRequest(article: path, access: access), schema: .news,
          now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
      },
      script: { _ throws(DiagnosticError) in [] })
    var workspace = Workspace(
      door: access == .script ? .script : .prompt, opener: opener)
    try workspace.open(folder(article + ".txt"))
    return Interpreter(workspace: workspace)
  }
}
