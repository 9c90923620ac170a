import TestSupport
import Testing

@testable import Standoff

@Suite struct GraphemesTests {
  @Test(arguments: 0..<300) func boundariesAreThoseOfString(seed: UInt64) throws {
    var random = Seed(seed)
    let text = RandomText.make(&random, length: 80)
    let article = try Article(bytes: Array(text.utf8))
    var boundaries: Set<Int> = [0]
    var place = 0
    for character in text {
      let end = place + character.utf8.count
      #expect(article.characterEnd(from: place) == end, "seed \(seed)")
      #expect(article.characterStart(before: end) == place, "seed \(seed)")
      place = end
      boundaries.insert(place)
    }
    for scalar in 0...article.scalarCount {
      guard let byte = article.byteOffset(of: ScalarOffset(scalar))?.value else { continue }
      #expect(article.isCharacterBoundary(byte) == boundaries.contains(byte), "seed \(seed)")
    }
  }

  /// One hundred thousand marks on one letter, stepped over at once.
  @Test(.timeLimit(.minutes(1))) func aVeryLongCharacterIsWhole() throws {
    let text = "x a" + String(repeating: "\u{301}", count: 100_000) + " y"
    let article = try Article(bytes: Array(text.utf8))
    #expect(article.widenedToGraphemes(TextRange(50_000, 60_000)) == TextRange(2, 100_003))
    #expect(article.widenedToGraphemes(TextRange(0, 3)) == TextRange(0, 100_003))
  }

  @Test func aStretchIsMadeWiderToWholeCharacters() throws {
    let marked = try MarkedArticle("a[W|👩‍[N|👩‍👧] [M|e]\u{301}]x")
    let narrow = TextRange(marked["N"][0].lower, marked["M"][0].upper)
    #expect(marked.article.widenedToGraphemes(narrow) == marked["W"][0])
    #expect(marked.article.widenedToGraphemes(TextRange(-3, 9_999)) == marked.all)
  }
}
