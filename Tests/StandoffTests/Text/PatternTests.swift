import Standoff
import Testing

@Suite struct PatternTests {
  private func hits(
    _ source: String, ignoringCase: Bool = false, in marked: String
  ) throws -> (found: [TextRange], expected: [TextRange]) {
    let marked = try MarkedArticle(marked)
    let pattern = try Pattern(parsing: source, ignoringCase: ignoringCase)
    return (try marked.article.occurrences(matching: pattern).map(\.range), marked["H"])
  }

  @Test(arguments: [
    ("[0-9]{4}", "In [H|2021] and [H|2016], not 301"),
    ("ki(m|n)chi", "[H|kimchi] and [H|kinchi]"),
    ("x*", "a [H|xx] b"),
    ("^A\\w+", "[H|An] A\n[H|Ab] B"),
    ("n$", "o[H|n]\n n o[H|n]"),
    ("caf.", "[H|café] and [H|cafe\u{301}]"),
    ("[👍👎]", "a [H|👍🏽] b [H|👎]"),
    ("🇺", "🇰🇷[H|🇺🇸]"),
    ("한.", "[H|한국]과 [H|한복]"),
    ("a.b", "a\nb [H|a b]"),
    ("^[a-z]+$", "[H|one]\r\n[H|two]\r\n12\n[H|three]"),
    (#"\w+"#, "[H|Łukasz], [H|é1]"),
    ("(?<=said )\\w+", "said [H|Moss], says Reyes"),
    (#"(\w)\1"#, "wi[H|ll] go"),
    ("|b", "a[H|b]"),
  ])
  func expressionsMatch(source: String, marked: String) throws {
    let (found, expected) = try hits(source, in: marked)
    #expect(found == expected)
  }

  @Test func caseCanBeIgnored() throws {
    let (found, expected) = try hits("thaad", ignoringCase: true, in: "[H|THAAD], [H|Thaad]")
    #expect(found == expected)
  }

  @Test func aScopeIsAllThatTheExpressionSees() throws {
    let marked = try MarkedArticle("aaa [S|bé aaa] aaa")
    let pattern = try Pattern(parsing: "^b|a+")
    let found = try marked.article.occurrences(matching: pattern, in: marked["S"][0]).map(\.range)
    #expect(found.map { marked.article.text(in: $0) } == ["b", "aaa"])
    #expect(found.allSatisfy { marked["S"][0].contains($0) })
  }

  @Test(arguments: ["(", "[a", "*", "\\", #"\C"#, #"\u{301}"#]) func aBadExpressionIsASyntaxError(
    source: String
  ) {
    let error = #expect(throws: DiagnosticError.self) { try Pattern(parsing: source) }
    #expect(error?.diagnostic.name == .syntax)
    #expect(error?.diagnostic.message.contains("/\(source)/") == true)
  }

  @Test func theMessageSaysWhatIsWrong() {
    let error = #expect(throws: DiagnosticError.self) { try Pattern(parsing: "é(a") }
    #expect(
      error?.diagnostic.message
        == "/é(a/ is not a regular expression: missing closing parenthesis, behind code point 3")
  }

  @Test func deepAndLongExpressionsAreRefused() {
    for source in [
      String(repeating: "[", count: 100_000), String(repeating: "(", count: 100_000),
      String(repeating: "a|", count: 100_000), String(repeating: "[a(", count: 2_000),
    ] {
      let error = #expect(throws: DiagnosticError.self) { try Pattern(parsing: source) }
      #expect(error?.diagnostic.name == .syntax)
      #expect((error?.diagnostic.message.unicodeScalars.count ?? 0) < 250)
    }
  }

  @Test func anExpressionAsLongAsTheLimitIsRead() throws {
    let marked = try MarkedArticle("[H|word] xyz")
    let source = "word" + String(repeating: "|none", count: 800)
    let found = try marked.article.occurrences(matching: Pattern(parsing: source))
    #expect(found.map(\.range) == marked["H"])
  }

  @Test func twoMatchesInOneCharacterAreOne() throws {
    let article = try Article(bytes: Array("e\u{301}\u{301}x".utf8))
    let found = try article.occurrences(matching: Pattern(parsing: #"\x{301}"#))
    #expect(found.map(\.range) == [TextRange(0, 3)])
  }
}
