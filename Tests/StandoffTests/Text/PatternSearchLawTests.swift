import TestSupport
import Testing

@testable import Standoff

/// What an expression finds in an article's bytes against a slow engine on code points.
@Suite struct PatternSearchLawTests {
  /// Machine code, and the interpreter for systems that allow none.
  @Test(arguments: 0..<400, ["", "(*NO_JIT)"])
  func findsWhatASlowEngineFinds(seed: UInt64, engine: String) throws {
    var random = Seed(seed)
    for _ in 0..<10 {
      let text = Self.text(&random)
      let slow = Self.pattern(&random, depth: 2)
      let ignoresCase = Bool.random(using: &random)
      let article = try Article(bytes: Array(text.utf8))
      let search = PatternSearch(
        try Pattern(parsing: engine + "\(slow)", ignoringCase: ignoresCase))
      let scope = TextRange(
        Int.random(in: 0...article.scalarCount, using: &random),
        Int.random(in: 0...article.scalarCount, using: &random))
      for range in [nil, scope] {
        let within = range ?? TextRange(0, article.scalarCount)
        let matches = slow.matches(
          in: Array(article.text(in: within).unicodeScalars), ignoringCase: ignoresCase)
        var expected: [TextRange] = []
        for match in matches {
          let wide = article.widenedToGraphemes(
            TextRange(within.lower.value + match.lowerBound, within.lower.value + match.upperBound))
          if expected.last.map({ $0.upper <= wide.lower }) ?? true { expected.append(wide) }
        }
        #expect(
          try search.occurrences(in: article, range).map(\.range) == expected,
          "seed \(seed): /\(engine)\(slow)/\(ignoresCase ? "i" : "") in \(text.debugDescription), \(within)"
        )
        #expect(try search.isFound(in: article, range) == !expected.isEmpty)
      }
    }
  }

  private static func text(_ random: inout Seed) -> String {
    let pieces = [
      "a", "b", "ab", "ba", " ", "-", "1", "2", "\n", "\n\n", "\r\n", "A", ".", "é", "É",
      "e\u{301}",
      "한", "😀", "👍🏽",
    ]
    return (0..<Int.random(in: 0...40, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func pattern(_ random: inout Seed, depth: Int) -> SlowPattern {
    .sequence((0..<Int.random(in: 1...4, using: &random)).map { _ in part(&random, depth: depth) })
  }

  private static func part(_ random: inout Seed, depth: Int) -> SlowPattern {
    let part: SlowPattern
    switch Int.random(in: 0..<(depth > 0 ? 14 : 11), using: &random) {
    case 0...3:
      part = .letter(["a", "b", "1", "-", ".", "é", "한"].randomElement(using: &random) ?? "a")
    case 4: part = .any
    case 5: part = .set(["a", "b", "é", " "], isInverse: Bool.random(using: &random))
    case 6: part = .digit
    case 7: part = .blank
    case 8: part = .wordLetter
    case 9: return .lineStart
    case 10: return Bool.random(using: &random) ? .lineEnd : .wordEdge
    case 11:
      return .ahead(
        pattern(&random, depth: depth - 1), isWanted: Bool.random(using: &random))
    default:
      part = .choice(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in pattern(&random, depth: depth - 1) })
    }
    guard Int.random(in: 0..<5, using: &random) < 2 else { return part }
    let counts = [0..<2, 0..<Int.max, 1..<Int.max, 2..<3, 1..<3].randomElement(using: &random)
    let way = [SlowPattern.Way.many, .many, .few, .forGood].randomElement(using: &random)
    return .often(part, counts ?? 0..<2, way ?? .many)
  }
}
