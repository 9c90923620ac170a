import Adjudication
import Standoff
import Testing

/// Files of decisions, read and written.
@Suite struct DecisionReaderTests {
  private let article: Article

  init() throws {
    article = try Article(bytes: Array("The “old => pier” closes; é, she said.\n".utf8))
  }

  private func read(_ text: String) throws -> [Decision] {
    try DecisionReader(source: "gold.decisions", article: article).decisions(in: Array(text.utf8))
  }

  private static let verdicts: [Verdict] = [
    Verdict(.annotator("ana")), Verdict(.both), Verdict(Verdict.Choice.none), Verdict(.longest),
    Verdict(.shortest), Verdict(.own(label: "Claim", ranges: [TextRange(5, 13)])),
    Verdict(.own(label: "Claim", ranges: [TextRange(0, 3), TextRange(5, 8)])),
    Verdict(
      .annotator("ours"),
      attributes: [
        .init("stance", value: "in favor \"of\" it"), .init("negated", value: nil),
        .init("kind", value: "yes"), .init("odd", value: nil, isThere: false),
      ]),
  ]

  @Test(arguments: verdicts) func whatIsWrittenReadsBack(_ verdict: Verdict) throws {
    let key = "label: ana Claim @5-16=\"old => pier\" | ben nothing"
    for why in [nil, "tabs\tand # and \"quotes\"\nand lines"] {
      let decision = Decision(key, verdict, why: why, signature: "eva 2026-05-01T09:30:00Z")
      let line = decision.line(in: article)
      #expect(!line.utf8.contains(0x0A))
      let text = "# ours\n\n\(line) # \(decision.signature)\r\n"
      #expect(try read(text) == [decision])
    }
  }

  @Test(arguments: [
    ("settle label: a => ana", 1, "does not begin"),
    ("resolve", 8, "has no `=>`"),
    ("resolve label: ana Claim @5-13=\"old", 9, "has no `=>`"),
    ("resolve label: ana =>", 22, "does not say what"),
    ("resolve label: ana => # eva", 23, "does not say what"),
    ("resolve label: ana => stance=favor", 35, "does not say what"),
    ("resolve label: ana => Claim @5-", 32, "does not say what"),
    ("resolve label: ana => Claim @13-5=\"pier\"", 34, "does not say what"),
    ("resolve label: ana => @1-99999999999=\"x\"", 37, "does not say what"),
    ("resolve label: ana => ana ben", 27, "does not belong"),
    ("resolve label: ana => ana why=\"open", 27, "does not belong"),
    ("resolve label: ana => ana why=\"\\ud800\" \"", 27, "does not belong"),
  ])
  func whatIsNoDecisionIsRefusedWithItsPlace(
    _ line: String, _ column: Int, _ message: String
  ) throws {
    let error = #expect(throws: DiagnosticError.self) {
      try read("resolve label: x => ana\n" + line + "\n")
    }
    let diagnostic = try #require(error?.diagnostic)
    #expect(diagnostic.name == .badDecision)
    #expect(diagnostic.message.contains(message), "\(diagnostic.message)")
    #expect(diagnostic.place.source == "gold.decisions")
    #expect(diagnostic.place.line == 2)
    #expect(diagnostic.place.column == column)
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    let reader = DecisionReader(source: "gold.decisions", article: article)
    #expect(throws: DiagnosticError.self) { try reader.decisions(in: [0x0A, 0xFF, 0x0A]) }
    #expect(try reader.decisions(in: []).isEmpty)
  }

  /// Words that the article has no more are no error: the article may have been corrected.
  @Test(arguments: ["@5-13=\"old quay\"", "@500-600=\"old pier\"", "@0-3=\"The\" + @5-8=\"new\""])
  func wordsThatAreGoneNeverApply(_ words: String) throws {
    let decisions = try read("resolve label: x => Claim \(words)\n")
    #expect(decisions.map(\.isOnArticle) == [false])
    #expect(
      try read("resolve label: x => Claim @5-16=\"old => pier\"\n").map(\.isOnArticle) == [true])
  }

  @Test(arguments: [
    ("label: ana Claim @5-8=\"old\" | ben nothing => ana", true),
    ("label: ana Claim @5-8=\"new\" | ben nothing => ana", false),
    ("label: ana Claim @5-8=\"old\" | ben Claim @500-508=\"pier\" => none", false),
    ("text: ana \"see @5-8=new\" | ben nothing => ana", true),
    ("presence: ana Topic (article) medtop:04000000 | ben nothing => ana", true),
  ])
  func whetherTheWordsStandThere(_ decision: String, _ isOnArticle: Bool) throws {
    #expect(try read("resolve " + decision).map(\.isOnArticle) == [isOnArticle])
  }
}
