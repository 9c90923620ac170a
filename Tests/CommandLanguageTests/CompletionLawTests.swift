import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// What holds of every candidate for words of the article, whatever the article.
@Suite struct CompletionLawTests {
  /// Random text in one shape or another of random quotes, with the beginning of a stretch typed.
  private func trial(_ number: UInt64) throws -> (Interpreter, typed: String, folder: ScratchFolder)
  {
    var random = Seed(number)
    let pieces = number.isMultiple(of: 2) ? RandomText.pieces : Self.likelyPieces
    let folder = try ScratchFolder()
    let text = RandomText.make(&random, length: 60, from: pieces)
    try folder.write(text, to: "a.txt")
    let session = try Session.open(
      SessionRequest(article: folder("a.txt"), access: .interactive), schema: .news,
      now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
    let workspace = Workspace(
      session, door: .prompt,
      opener: .init(session: { _ throws(DiagnosticError) in session }, script: { _ in [] }))
    func stretch() -> String {
      let count = session.article.scalarCount
      let lower = Int.random(in: 0...count, using: &random)
      let upper = min(count, lower + Int.random(in: 0...6, using: &random))
      return session.article.text(in: TextRange(lower, upper))
    }
    let quote: Unicode.Scalar = Bool.random(using: &random) ? "\"" : "“"
    let first = stretch()
    var typed = String(quote) + first.spelled(inside: quote)
    switch Int.random(in: 0...3, using: &random) {
    case 0: typed = "\(first.quoted) .. " + String(quote) + stretch().spelled(inside: quote)
    case 1: typed += " … " + stretch().spelled(inside: quote)
    default: break
    }
    return (Interpreter(workspace: workspace), "find " + typed, folder)
  }

  /// Short words that stand often, so that places differ and are alike.
  private static let likelyPieces = [
    "Xing ", "Xi ", "Xing Haiming ", "said ", "the ", "The ", ", ", ". ", "”", "“", "’s ", "-",
    "\n",
    "서울", "은 ", "北京", "é", "e\u{301}", "“The ", "\n\n", "… ", "\"", "don’t ",
  ]

  /// A typist who takes a candidate and closes the quote has named a place, or several.
  @Test(arguments: 0..<600 as Range<UInt64>)
  func everyCandidateIsFound(_ number: UInt64) throws {
    let (interpreter, typed, folder) = try trial(number)
    defer { withExtendedLifetime(folder) {} }
    defer { interpreter.workspace.session?.release() }
    let scalars = Array(typed.unicodeScalars)
    let completion = Completion(of: typed, cursor: scalars.count, in: interpreter)
    for candidate in completion.candidates {
      let line = String(scalars: scalars[..<completion.range.lowerBound]) + candidate.text
      let closed = line + (isPasted(typed) ? "”" : "\"")
      var reader = interpreter.reader(of: closed)
      _ = try reader.verb()
      let text = folder.text("a.txt") ?? ""
      let comment = Comment(
        rawValue: "\(number): \(typed.quoted) became \(closed.quoted) in \(text.quoted)")
      let expression = try? reader.span()
      guard let expression, reader.atEnd else {
        Issue.record(comment)
        continue
      }
      #expect(throws: Never.self, comment) { try interpreter.workspace.find(expression) }
      #expect(!candidate.text.unicodeScalars.contains { $0.value < 0x20 }, comment)
    }
  }

  /// Tab upon Tab comes to an end, and never takes anything back.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func tabUponTabEnds(_ number: UInt64) throws {
    let (interpreter, typed, folder) = try trial(number)
    defer { withExtendedLifetime(folder) {} }
    defer { interpreter.workspace.session?.release() }
    var line = typed
    for _ in 0..<200 {
      let scalars = Array(line.unicodeScalars)
      let completion = Completion(of: line, cursor: scalars.count, in: interpreter)
      guard let candidate = completion.candidates.first else { return }
      let next = String(scalars: scalars[..<completion.range.lowerBound]) + candidate.text
      #expect(next.unicodeScalars.count >= scalars.count, "\(number): \(line) to \(next)")
      guard next != line else { return }
      line = next
    }
    Issue.record("\(number): \(typed) goes on without end")
  }

  private func isPasted(_ line: String) -> Bool {
    line.split(separator: " .. ").last?.drop { $0 != "\"" && $0 != "“" }.unicodeScalars.first == "“"
  }
}
