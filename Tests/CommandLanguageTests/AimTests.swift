import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// What is told of a span while it is typed.
@Suite struct AimTests {
  private let folder: ScratchFolder
  private let interpreter: Interpreter

  init() throws {
    let folder = try ScratchFolder()
    self.folder = folder
    try folder.write(SampleArticle.bytes("ferry") ?? [], to: "ferry.txt")
    let opener = Workspace.Opener(
      session: { path throws(DiagnosticError) in
        try Session.open(
          SessionRequest(article: path, access: .interactive), schema: .news,
          now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
      }, script: { _ throws(DiagnosticError) in [] })
    var workspace = Workspace(door: .prompt, opener: opener)
    try workspace.open(folder("ferry.txt"))
    var interpreter = Interpreter(workspace: workspace)
    for line in ["speaker \"Ida Moss\"", "quote marks in 3 by=s1"] {
      var reader = interpreter.reader(of: line)
      while case .failed(_, let diagnostic)? = interpreter.next(of: &reader) {
        Issue.record("\(diagnostic)")
      }
    }
    self.interpreter = interpreter
  }

  /// What is told of a line whose cursor stands at `|`, or at its end.
  private func told(_ line: String) -> String? {
    let text = line.replacing("|", with: "")
    let before = line.split(separator: "|", omittingEmptySubsequences: false)[0]
    return Aim(of: text, cursor: before.unicodeScalars.count, in: interpreter)?.hit?.description
  }

  @Test(arguments: [
    // Words, whole and begun: the last one need not be finished while its quote is open.
    ("speaker \"Ida Moss\"", "unique 2.1"), ("speaker \"Ida Mo", "unique 2.1"),
    ("speaker \"Ida Mo\"", "not found"), ("speaker \"Ida Mo \"", "not found"),
    ("speaker \"Ida Mo ", "not found"), ("speaker \"Moss\"", "5 hits"),
    ("speaker \"Mo", "6 hits"), ("speaker “Ida Mo", "unique 2.1"),
    ("speaker \"oss", "not found"), ("speaker \"oss\"~", "5 hits"), ("s \"Ida", "unique 2.1"),
    ("speaker \"ida\"", "not found"), ("speaker \"ida\"i", "unique 2.1"),
    // Operators and suffixes, as they are typed.
    ("claim \"There is no\" ", "unique 3.1"), ("claim \"There is no\" ..", "unique 3.1"),
    ("claim \"There is no\" .. \"night bo", "unique 3.1"),
    ("claim \"There is no\" .. \"April\"", "not found"),
    ("claim \"Moss\" .. \"pier\"", "5 hits"),
    ("quote \"There is no\" .. \"boat,\" + \"Islanders\" .. \"sorr", "unique 3.1"),
    ("speaker \"Moss\" in 6.1", "unique 6.1"), ("speaker \"Moss\" in 6", "3 hits"),
    ("speaker \"Moss\" i", "5 hits"), ("speaker (\"Moss\" in 6.1", "unique 6.1"),
    ("speaker \"Moss\"[2]", "unique 3.1"), ("speaker \"Moss\"[2", "unique 3.1"),
    ("speaker \"Moss\"[9]", "not found"), ("speaker \"Moss\"[all]", "5 hits"),
    ("speaker \"Moss\"[1,3-4]", "3 hits"),
    // Expressions, addresses, offsets, marks, annotations.
    ("topic /U\\.S\\. eng/", "unique 6.2"), ("topic /bo.{1,2}/", "9 hits"),
    ("topic /U\\.S", "unique 6.2"),
    ("claim 6.2", "unique 6.2"), ("claim 9", "not found"), ("claim @0-20", "unique 1.1"),
    ("quote marks in 3", "unique 3.1"), ("quote marks[2] in 3", "unique 3.2"),
    ("topic article", "the whole article"), ("claim s1", "unique 2.1"), ("claim s9", "not found"),
    ("respan s1 s1 .. \"Monday", "unique 2.1"), ("find \"the", "12 hits"), ("\"the", "12 hits"),
    // The cursor inside, and a second command.
    ("speaker \"Ida| Moss\" as ida", "unique 2.1"), ("undo; speaker \"Tom", "unique 4.1"),
    ("speaker \"Moss\"[|2] by=\"x", "unique 3.1"),
  ])
  func aSpanIsLookedUp(_ line: String, _ told: String) {
    #expect(self.told(line) == told, "\(line)")
  }

  @Test(arguments: [
    "", "spea", "speaker ", "speaker \"", "speaker \"Moss\" as", "speaker \"Moss\"; undo",
    "resolve 5 ana", "resolve 5 ana ", "resolve 5 ana why=", "claim 6.2 by=", "claim 6.2 by=s1",
    "claim 6.2 stance=fav", "untag s1", "note s1 \"Mo",
    "list where text ~ /Mo", "topic /(/", "help \"x", "# \"Moss", "echo \"Moss\"",
    "|speaker \"Moss\"", "\u{0}",
  ])
  func nothingIsToldWhereNoSpanIsTyped(_ line: String) {
    #expect(told(line) == nil, "\(line)")
  }

  @Test func whatIsFoundTooOftenIsNotCounted() throws {
    try folder.write(String(repeating: "so it goes on. ", count: 2000), to: "long.txt")
    var workspace = interpreter.workspace
    try workspace.open(folder("long.txt"))
    let shell = Interpreter(workspace: workspace)
    #expect(Aim(of: "topic \"so", cursor: 9, in: shell)?.hit == .many(999))
    let line = String(repeating: "topic \"so\" + ", count: 400)
    #expect(Aim(of: line, cursor: 9, in: shell) == nil)
  }

  /// What is told of a whole span is what becomes of the command.
  @Test func theAimIsWhatTheCommandHits() throws {
    let resolver = try interpreter.workspace.resolver
    for seed in 0..<UInt64(400) {
      var random = RandomCommands(seed)
      let text = random.span()
      var reader = interpreter.reader(of: text)
      guard let span = try? reader.span() else { continue }
      let line = "find " + text
      let aim = Aim(of: line, cursor: line.unicodeScalars.count, in: interpreter)
      let hit = try #require(aim, "\(text)").hit
      do throws(UnresolvedSpan) {
        let found = try resolver.resolve(span)
        switch hit {
        case .one, .article: #expect(found.spans.count == 1, "\(text)")
        case .several(let count): #expect(found.spans.count == count, "\(text)")
        default:
          Issue.record("\(text) is \(found.spans.count) spans, not \(String(describing: hit))")
        }
      } catch {
        switch error.diagnostic.name {
        case .ambiguous: #expect(hit == .several(error.candidates.count), "\(text)")
        case .syntax, .ambiguousReference: #expect(hit == nil, "\(text)")
        default: #expect(hit == .nothing, "\(text): \(error.diagnostic.message)")
        }
      }
    }
  }
}
