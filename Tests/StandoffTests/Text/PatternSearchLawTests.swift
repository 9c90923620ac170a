import TestSupport
import Testing

@testable import Standoff

/// Looking at some lines only against matching everything, and what an outline knows.
@Suite struct PatternSearchLawTests {
  @Test(arguments: 0..<400) func findsWhatTheExpressionMatches(seed: UInt64) throws {
    var random = Seed(seed)
    for _ in 0..<10 {
      let text = Self.text(&random)
      let source = Self.expression(&random)
      let article = try Article(bytes: Array(text.utf8))
      let pattern = try Pattern(parsing: source, ignoringCase: Bool.random(using: &random))
      let scope = TextRange(
        Int.random(in: 0...article.scalarCount, using: &random),
        Int.random(in: 0...article.scalarCount, using: &random))
      let search = PatternSearch(pattern, in: article)
      for range in [TextRange(0, article.scalarCount), scope] {
        let expected = Self.matches(of: pattern, in: article, range)
        #expect(
          search.occurrences(in: range).map(\.range) == expected,
          "seed \(seed): /\(source)/ in \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    ("harb[aeiou]+r", "harb"), ("the (old|new) ferry", "the "), ("ab?cd*ef", "ef"),
    ("no+thing", "no"), ("(n|m)othing", "othing"), ("n?othing", "othing"), ("a|b", ""),
    ("[0-9]{4}", ""), ("^start", ""), ("one\\stwo", ""),
    ("a\\.b", "a.b"), ("the.+ferry", "the"), ("x{2}yz", "yz"), ("(?i)word", ""), ("wor(?=d)", ""),
    ("a(bcd)e", "a"),
    ("\\d+ years", " years"), ("a.b", "a"), ("", ""), ("(", ""), ("été", ""),
  ])
  func lettersThatEveryMatchHas(source: String, literal: String) throws {
    guard let pattern = try? Pattern(parsing: source) else { return }
    #expect(String(decoding: PatternOutline(pattern).literal, as: UTF8.self) == literal)
  }

  @Test func withoutCaseOnlyDigitsAndSignsAreKnown() throws {
    let pattern = try Pattern(parsing: "kilo 12-x", ignoringCase: true)
    #expect(PatternOutline(pattern).literal == Array(" 12-".utf8))
  }

  /// The matches of an expression in ASCII text, found in all of it at once.
  private static func matches(
    of pattern: Pattern, in article: Article, _ scope: TextRange
  ) -> [TextRange] {
    guard let regex = pattern.makeRegex() else { return [] }
    let text = article.text(in: scope)
    return text.ranges(of: regex).filter { !$0.isEmpty }.map { range in
      TextRange(
        scope.lower.value + text.utf8.distance(from: text.startIndex, to: range.lowerBound),
        scope.lower.value + text.utf8.distance(from: text.startIndex, to: range.upperBound))
    }
  }

  private static func text(_ random: inout Seed) -> String {
    let pieces = ["a", "b", "ab", "ba", " ", "-", "1", "2", "\n", "\n\n", "A", "."]
    return (0..<Int.random(in: 0...40, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func expression(_ random: inout Seed) -> String {
    let items = [
      "a", "b", "ab", "ba", " ", "-", "1", ".", "\\d", "\\w", "\\.", "[ab]", "[a-b 1]", "(a|b)",
      "(?:ab|1)", "(b.)", "\\s", "[^a]", "\\n", "^", "$", "\\b", "|",
    ]
    let counts = ["", "", "", "", "+", "*", "?", "{2}", "{1,2}", "+?", "*?"]
    var source = ""
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let item = items.randomElement(using: &random) ?? "a"
      let mayCount = !["^", "$", "\\b", "|"].contains(item)
      source += item + (mayCount ? counts.randomElement(using: &random) ?? "" : "")
    }
    return source
  }
}
