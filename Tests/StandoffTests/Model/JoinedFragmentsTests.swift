import Testing
import TestSupport

@testable import Standoff

@Suite struct JoinedFragmentsTests {
  /// What `splitlines()` of Python breaks a line at, and so every tool written in it.
  private static let breaks: [Unicode.Scalar] = [
    "\n", "\u{B}", "\u{C}", "\r", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  private func article(_ text: String) throws -> Article { try Article(bytes: Array(text.utf8)) }

  @Test(arguments: breaks)
  func aSpanIsPartedAtEveryBreakAndJoinedAgain(lineBreak: Unicode.Scalar) throws {
    let article = try article("one \(lineBreak)\u{A0} two\(lineBreak)\(lineBreak)six")
    let all = TextRange(0, article.scalarCount)
    let pieces = article.splitting([all])
    #expect(pieces.map { article.text(in: $0) } == ["one", "two", "six"])
    #expect(article.joining(pieces) == [all])
    #expect(article.joining(pieces.reversed()) == [all])
  }

  @Test(arguments: ["\t", " ", "\u{A0}", "\u{1F}", "\u{2003}", "\u{200B}", "\u{FEFF}", "\u{0}"])
  func whatBreaksNoLinePartsNoSpan(blank: String) throws {
    let article = try article("one\(blank)two")
    let all = TextRange(0, 7)
    #expect(article.splitting([all]) == [all])
    let gap = [TextRange(0, 3), TextRange(4, 7)]
    #expect(article.joining(gap) == gap)
  }

  @Test func aGapWithAWordInItStays() throws {
    let article = try article("one\nx\ntwo")
    let gap = [TextRange(0, 3), TextRange(6, 9)]
    #expect(article.joining(gap) == gap)
  }

  @Test func fragmentsBeyondTheEndAreJoinedOnlyWhereTheyTouch() throws {
    let article = try article("one\n")
    let far = [TextRange(0, 3), TextRange(4, 900), TextRange(900, Int.max), TextRange(901, 950)]
    #expect(article.joining(far) == [TextRange(0, Int.max)])
    let apart = [TextRange(0, 3), TextRange(5, 900)]
    #expect(article.joining(apart) == apart)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func joiningUndoesSplitting(number: UInt64) throws {
    var seed = Seed(number)
    let article = try article(RandomText.make(&seed, length: 40))
    let ends = (0..<2).map { _ in Int.random(in: 0...article.scalarCount, using: &seed) }
    let range = TextRange(ends[0], ends[1])
    let pieces = article.splitting([range])
    guard let trimmed = article.trimmed(range) else {
      #expect(pieces.count == 1 && pieces[0].isEmpty, "seed \(number)")
      return
    }
    #expect(article.joining(pieces) == [trimmed], "seed \(number)")
    let text = article.text(in: pieces)
    #expect(!text.unicodeScalars.contains { $0.isLineBreak }, "seed \(number)")
  }
}
