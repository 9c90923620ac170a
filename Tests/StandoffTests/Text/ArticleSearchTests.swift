import Standoff
import Testing

@Suite struct ArticleSearchTests {
  /// Checks that `words` are found exactly where the marks `[H|…]` stand.
  private func expectHits(
    _ words: String, in marked: String, _ options: Article.SearchOptions = .init(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let marked = try MarkedArticle(marked)
    let found = marked.article.occurrences(of: words, options).map(\.range)
    #expect(found == marked["H"], "\(words)", sourceLocation: sourceLocation)
  }

  @Test func quotesDashesAndBlanksMatchAsPeopleRead() throws {
    try expectHits("\"it's fine\"", in: "[H|“it’s fine”], [H|„it's  fine“] and [H|«it‘s\r\nfine»]")
    try expectHits(
      "step-by-step", in: "a [H|step‑by–step] and a [H|step—by-step] plan; step--by-step")
    try expectHits("5-3", in: "5\u{2212}3 but [H|5–3]")
    try expectHits(
      "New  York", in: "[H|New York], [H|New\nYork], [H|New\u{A0}\u{3000}York], NewYork")
    try expectHits(
      " York\t",
      in: "New [H|York] NewYork")
  }

  @Test func wordsOfBlanksAreNowhere() throws {
    try expectHits("", in: "a b")
    try expectHits(" \n", in: "a b")
  }

  @Test func anAccentIsNeverIgnored() throws {
    try expectHits("café", in: "a [H|café], a [H|cafe\u{301}], a cafe and a cafe\u{300}")
    try expectHits("cafe\u{301}", in: "a [H|café], a [H|cafe\u{301}], a cafe")
    try expectHits("cafe", in: "café, cafe\u{301}, [H|cafe]", .init(ignoresWordEdges: true))
    try expectHits("e", in: "e\u{301} [H|e] é")
    try expectHits("김치", in: "[H|김치], [H|\u{1100}\u{1175}\u{11B7}\u{110E}\u{1175}]")
    try expectHits("\u{1100}\u{1175}\u{11B7}", in: "[H|김], [H|\u{1100}\u{1175}\u{11B7}], 기")
    try expectHits("30 K", in: "[H|30 \u{212A}] or [H|30 K] or 30 k")
    try expectHits("豈", in: "[H|豈][H|\u{F900}]")
    try expectHits("\u{F900}", in: "[H|豈][H|\u{F900}]")
  }

  @Test func emojiAndFlagsAreNeverCut() throws {
    try expectHits("👍", in: "[H|👍] 👍🏽 [H|👍]!")
    try expectHits("👩", in: "👩‍👩‍👧 [H|👩]")
    try expectHits("👩‍👩‍👧", in: "[H|👩‍👩‍👧] 👩‍👩‍👧‍👦")
    try expectHits("🇷🇺", in: "🇰🇷🇺🇸 [H|🇷🇺]")
  }

  @Test func onlyACapitalAtASentenceStartIsForgiven() throws {
    try expectHits(
      "nobody from",
      in: "[H|Nobody from] A. He said: [H|Nobody from] B! “[H|Nobody from] C”? ([H|Nobody from] D)")
    try expectHits("nobody", in: "Ask Nobody. He said, “Nobody.” Mrs Nobody and No, Nobody")
    try expectHits("The envoy", in: "[H|The envoy] met the envoy.")
    try expectHits("the EU", in: "[H|The EU] met the eu. [H|The EU], the Eu")
    try expectHits("“nobody”", in: "So it was. [H|“Nobody”] came")
    try expectHits("3 plans", in: "3 Plans and [H|3 plans]")
    try expectHits("élan", in: "[H|E\u{301}lan] is rare. [H|Élan] too; Élan")
    try expectHits("one", in: "– [H|One] and\n\n* [H|One] and\nOne")
  }

  @Test func caseCanBeIgnored() throws {
    let ignoring = Article.SearchOptions(ignoresCase: true)
    try expectHits(
      "quad",
      in: "The [H|QUAD], the [H|quad], the Quadri",
      ignoring)
    try expectHits("ÉLAN", in: "[H|élan], [H|e\u{301}lan], Elan", ignoring)
    try expectHits("газ", in: "[H|ГАЗ] и [H|Газ], газа", ignoring)
    try expectHits("KISS", in: "[H|kiss] [H|\u{212A}iſs]", ignoring)
    try expectHits("straße", in: "[H|STRAẞE], [H|Straße], STRASSE", ignoring)
    try expectHits("ΟΔΟΣ", in: "[H|οδος], [H|οδοσ]", ignoring)
    try expectHits("ılı", in: "ILI, [H|ılı]", ignoring)
  }

  @Test func anEdgeIsWhereAWordEnds() throws {
    try expectHits(
      "Xing", in: "[H|Xing], Xinghai, LiuXing, [H|Xing]’s, Xing\u{301}, [H|Xing]-Xinghai")
    try expectHits("Xing", in: "[H|Xing], [H|Xing]hai", .init(ignoresWordEdges: true))
    try expectHits("(b", in: "a[H|(b]) (bc)")
    try expectHits("000", in: "240,[H|000] 1000")
  }

  @Test func scriptsWithoutBlanksAlwaysHaveEdges() throws {
    try expectHits("北京", in: "[H|北京]大学在[H|北京]。2[H|北京]3")
    try expectHits("ไทย", in: "ประเทศ[H|ไทย]และ")
    try expectHits("タワー", in: "東京[H|タワー]は")
    try expectHits("대사", in: "[H|대사]는 총대사 “[H|대사]”")
    try expectHits("THAAD", in: "[H|THAAD]는 한국[H|THAAD] THAADs")
    try expectHits("2021", in: "[H|2021]년 12021년")
  }

  @Test func hitsAreTakenFromTheLeftWithoutOverlap() throws {
    try expectHits("a b a", in: "[H|a b a] b a")
    try expectHits("aa", in: "[H|aa][H|aa]a", .init(ignoresWordEdges: true))
    // A hit without word edges takes nothing away from the next.
    try expectHits("aa b", in: "aaa b [H|aa b]")
  }

  @Test func wordEdgesAreJudgedInTheArticle() throws {
    let marked = try MarkedArticle("[S|Xing][T|hai] and [U|the Xing] there")
    func hits(_ words: String, _ scope: String) -> Int {
      marked.article.occurrences(of: words, in: marked[scope][0]).count
    }
    #expect(hits("Xing", "S") == 0)
    #expect(hits("hai", "T") == 0)
    #expect(hits("Xing", "U") == 1)
    #expect(hits("the Xing there", "U") == 0)
  }

  @Test func exactMeansTheVeryCodePoints() throws {
    let marked = try MarkedArticle("“it’s” \"it's\" Café cafe\u{301} café")
    func exact(_ words: String) -> [Bool] {
      marked.article.occurrences(of: words).map(\.isExact)
    }
    #expect(exact("\"it's\"") == [false, true])
    #expect(exact("cafe\u{301}") == [true, false])
    #expect(exact(" café ") == [false, true])
  }

  @Test func aLongRunOfBlanksOrFlagsIsNoTrap() throws {
    let blanks = String(repeating: " ", count: 20_000)
    let article = try Article(bytes: Array("a\(blanks)b\(blanks)a b".utf8))
    #expect(article.occurrences(of: "a b").count == 2)
    let flags = try Article(bytes: Array(String(repeating: "🇰🇷", count: 2_000).utf8))
    #expect(flags.occurrences(of: "🇰🇷").count == 2_000)
    let accents = try Article(bytes: Array(("e" + String(repeating: "\u{301}", count: 9_000)).utf8))
    #expect(accents.occurrences(of: "e").isEmpty)
  }

  @Test(arguments: [("He left.“The end", 1), ("He left. The end", 1), ("He left.The end", 0)])
  func aMarkAfterAFullStopStartsASentence(text: String, count: Int) throws {
    let article = try Article(bytes: Array(text.utf8))
    #expect(article.occurrences(of: "the end", .init(ignoresWordEdges: true)).count == count)
  }
}
