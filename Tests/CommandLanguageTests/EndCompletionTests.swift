import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// What is offered right of `..` leads to the very end it was offered for.
@Suite struct EndCompletionTests {
  @Test func wordsThatStandBeforeAreNotEnough() throws {
    let text = "Start with a red boat, then with no red boat, then with no red boat. Over."
    let article = try Article(bytes: Array(text.utf8))
    let ends = EndCompletion(after: 5, in: article).ends.map(\.words)
    #expect(
      ends == [
        "red boat", "no red boat", "no red boat, then with no red boat", "red boat.", "boat. Over",
        "boat. Over.",
      ])
  }

  @Test func anEndWithoutWordsOfItsOwnIsNotOffered() throws {
    let text = "Go on, on, on and on."
    let article = try Article(bytes: Array(text.utf8))
    for end in EndCompletion(after: 2, in: article).ends {
      #expect(resolved(upTo: 2, end.words, in: article) == TextRange(0, end.place.value))
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>) func everyEndIsItsOwn(_ number: UInt64) throws {
    var random = Seed(number)
    let pieces = ["red ", "boat", ", ", ". ", "“", "”", "no ", "a ", "\n", "北京", "서울은 ", "é"]
    let text = "A " + RandomText.make(&random, length: 40, from: pieces)
    let article = try Article(bytes: Array(text.utf8))
    let start = ScalarOffset(1)
    for end in EndCompletion(after: start, in: article).ends {
      #expect(
        resolved(upTo: start, end.words, in: article) == TextRange(0, end.place.value),
        "\(number): \(end.words) in \(text.quoted)")
    }
  }

  private func resolved(
    upTo start: ScalarOffset, _ words: String, in article: Article
  ) -> TextRange? {
    let head = SpanExpression(.offsets(TextRange(ScalarOffset(0), start)))
    let whole = SpanExpression(.through([head, SpanExpression(.words(words))]))
    return (try? SpanResolver(article).resolve(whole))?.spans.first?.first
  }
}
