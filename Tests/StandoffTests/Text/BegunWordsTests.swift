import TestSupport
import Testing

@testable import Standoff

@Suite struct BegunWordsTests {
  @Test(arguments: [
    ("[P|Xi]ng met [P|Xi] and Ma-[P|Xi]n, not Maxi", "Xi"),
    ("[P|The] end. [P|the] start, other", "the"),
    ("“[P|‘Go] home”, \"[P|'Go]ing\"", "'Go"),
    ("[P|서울]에서 새서울 [P|서울]", "서울"),
    ("在[P|北京]大学，[P|北京]", "北京"),
    ("[P|café] [P|cafe\u{301}]s cafes", "café"),
    ("[P|a  b]c and [P|a\nb]", "a b"),
    ("nothing", "zebra"),
  ])
  func wordsBeginWhereAWordDoes(_ marked: String, _ words: String) throws {
    let text = try MarkedArticle(marked)
    #expect(text.article.places(beginning: words, in: text.all, upTo: 9) == text["P"])
  }

  @Test func caseCountsUnlessItIsIgnored() throws {
    let text = try MarkedArticle("the [P|Xi]ng, the [P|XI] and [P|xi]")
    #expect(text.article.places(beginning: "xI", in: text.all, upTo: 9).isEmpty)
    #expect(
      text.article.places(beginning: "xI", ignoringCase: true, in: text.all, upTo: 9) == text["P"])
  }

  @Test func noMoreThanWantedAreFound() throws {
    let article = try Article(bytes: Array(String(repeating: "the boat ", count: 9000).utf8))
    let everywhere = TextRange(0, article.scalarCount)
    let found = article.places(beginning: "bo", in: everywhere, upTo: 5)
    let starts = found.map(\.lower.value)
    #expect(starts == [4, 13, 22, 31, 40])
    // Beyond the first piece that is searched.
    #expect(article.places(beginning: "bo", in: everywhere, upTo: 20_000).count == 9000)
  }

  /// They are the beginnings of words among all matches, wherever pieces of the text meet.
  @Test(arguments: 0..<200) func theyAreAllMatchesThatBeginAWord(seed: UInt64) throws {
    var random = Seed(seed)
    let text = RandomText.make(&random, length: 60)
    let article = try Article(bytes: Array(text.utf8))
    let everywhere = TextRange(0, article.scalarCount)
    for _ in 0..<8 {
      let lower = Int.random(in: 0...article.scalarCount, using: &random)
      let words = article.text(in: TextRange(lower, lower + 3))
      let phrase = SearchPhrase(words, ignoresCase: false)
      let matches = PhraseSearch(phrase, in: article).matches(in: 0..<article.byteCount)
        .filter { article.beginsWord(at: $0.lowerBound) }.map { article.textRange(of: $0) }
      let found = article.places(beginning: words, in: everywhere, upTo: 1000)
      #expect(
        found == (phrase.units.isEmpty ? [] : matches), "seed \(seed), \(words.debugDescription)")
    }
  }

  @Test(arguments: [
    ("a [P|boat] ran", "boat", true), ("a [P|boat]s", "boat", false),
    ("[P|“one” – two]", "\"one\" - two", true), ("[P|The] end", "the", true),
    ("[P|The end]", "The", false), ("[P| the] end", "the", false),
  ])
  func wordsStandAtAStretch(_ marked: String, _ words: String, _ stand: Bool) throws {
    let text = try MarkedArticle(marked)
    #expect(text.article.has(words, at: text["P"][0]) == stand)
  }
}
