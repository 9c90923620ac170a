import Standoff
import TestSupport
import Testing

@Suite struct QuotationsTests {
  @Test(arguments: [
    "“[Q|One,]” he said, “[Q|two.]”",
    "\"[Q|One,]\" he said, \"[Q|two.]\"",
    "In der „[Q|Trostrunde]“, dem „[Q|Coup des Nations]“",
    "„[Q|Polish]” and ”[Q|Swedish]” and »[Q|Danish]« and »[Q|Finnish]»",
    "передает «[Q|Почта]». «[Q|Мы рады]», — сказал",
    "« [Q|Bonjour] » et «\u{A0}[Q|Salut !]\u{A0}»",
    "“[Q|He told me, ‘Go home,’ and I went,]” she said.",
    "“[Q|He called it “odd” and left]” again",
    "“[Q|He called it \"odd\" and left]” again",
    "“[Q|This one never closes, he said.]",
    "“[Q|One]” and “[Q|two, open to the end]",
    "\"[Q|open to the end.]",
    "‘[Q|Go home,]’ she said. It’s Ida’s house.",
    "'[Q|Go home,]' she said. It's Ida's house, the two sisters' home.",
    "It’s the ’90s, isn’t it",
    "the 'em and the 'til",
    "‘[Q|left open",
    "说：“[Q|关系很好。]”他说“[Q|好]”",
    "「[Q|行く『京都』へ]」と「[Q|彼]」",
    "“” and “ ” and “[Q|x]”",
    "“[Q|The 6'2\" man]” ran",
    "“[Q|half by hand]\" and “[Q|more]”",
    "a ) ” b",
  ])
  func quotationsStandBetweenTheMarks(marked: String) throws {
    let closed =
      marked.hasSuffix("to the end") || marked.hasSuffix("left open") ? marked + "]" : marked
    let text = try MarkedArticle(closed)
    let found = text.article.quotations(in: text.all)
    #expect(found.map { text.article.text(in: $0) } == text["Q"].map { text.article.text(in: $0) })
    #expect(found == text["Q"])
  }

  @Test func marksPairWithinAParagraph() throws {
    let text = try MarkedArticle("“[Q|One goes on.]\n\n“[Q|Two ends.]” ‘no’\n\n‘[Q|three]’")
    #expect(text.article.quotations(in: text.all) == text["Q"])
  }

  @Test func aQuotationLiesWhollyInTheScope() throws {
    let text = try MarkedArticle("“one” [S|and “[Q|two]” and “th]ree”")
    #expect(text.article.quotations(in: text["S"][0]) == text["Q"])
    #expect(text.article.quotations(in: TextRange(3, 3)).isEmpty)
    #expect(text.article.quotations(in: TextRange(900, 999)).isEmpty)
  }

  @Test(arguments: 0..<200) func quotationsAreInOrderAndTrimmed(seed: UInt64) throws {
    var random = Seed(seed)
    let pieces = ["“", "”", "„", "\"", "«", "»", "‘", "’", "'", " ", "a", "B. ", "\n\n", "\u{301}"]
    let text = RandomText.make(&random, length: 60, from: pieces)
    let article = try Article(bytes: Array(text.utf8))
    var last = ScalarOffset(0)
    for range in article.quotations(in: TextRange(0, article.scalarCount)) {
      #expect(range.lower >= last && !range.isEmpty, "seed \(seed)")
      #expect(article.trimmed(range) == range, "seed \(seed)")
      #expect(article.widenedToGraphemes(range) == range, "seed \(seed)")
      last = range.upper
    }
  }
}
