import Standoff
import Testing

/// Expressions with which a search would not come to an end, and those that look like them.
@Suite struct RunawayPatternTests {
  private static let letters = String(repeating: "a", count: 30_000)

  private func search(_ source: String, _ text: String) throws -> [Article.Occurrence] {
    try Article(bytes: Array(text.utf8)).occurrences(matching: Pattern(parsing: source))
  }

  @Test(arguments: [
    "(a+)+$", "(?:a|a)*!", "a*a*a*a*[0-9]", "(.*)*!", #"(a*)\1[0-9]"#, "(?=(a+)+!)", "a[^!]*[0-9]",
    "(*NO_JIT)(a+)+!",
  ])
  func whatRunsAwayIsGivenUp(_ source: String) {
    let error = #expect(throws: DiagnosticError.self) {
      try search(source, Self.letters + "?\nNot!")
    }
    #expect(error?.diagnostic.name == .runawayPattern)
  }

  @Test(arguments: [
    "(a+)+$", "(a+)+", "a*a*a*a*", "(?>a+)+!", "(a++)+!", "a*!", #"(\w+ )+end"#,
    "(a|aa)+!",
  ])
  func whatComesToAnEndIsNot(_ source: String) throws {
    _ = try search(source, Self.letters)
  }

  @Test func theMessageNamesTheExpressionThePlaceAndTheRemedy() {
    let error = #expect(throws: DiagnosticError.self) {
      try search("(a+)+!", "One!\n\nTwo.\n\n" + Self.letters + "?!")
    }
    #expect(
      error?.diagnostic.message
        == "/(a+)+!/ was given up at 3.1: it took more than 53 million steps; say what ends each part that repeats, or look in less of the article with `in`"
    )
  }

  @Test func whatWouldRememberTooMuchIsGivenUp() {
    let error = #expect(throws: DiagnosticError.self) {
      try search("(?:a|b)*!", String(repeating: "a", count: 6_000_000) + "?!")
    }
    #expect(error?.diagnostic.message.contains("it takes more than 64 MB of memory") == true)
  }

  @Test func anExpressionWithoutEndIsGivenUp() {
    let error = #expect(throws: DiagnosticError.self) { try search("(?R)", "a") }
    #expect(error?.diagnostic.name == .runawayPattern)
  }

  /// The account grows with the text, so that a long article has what a short one has.
  @Test func aLongArticleHasMoreSteps() throws {
    let text = String(repeating: Self.letters.prefix(500) + "\n", count: 2_000)
    #expect(try search("a{0,60}[0-9]", text).isEmpty)
  }
}
