import Standoff
import Testing

@Suite struct NearestPassageTests {
  private static let article = """
    The harbor master, Ida Holm, told reporters that the old lighthouse would stay open.

    “[A|We have no plans to close the lighthouse],” she said. “It has guided ships for a century.”

    The council disagrees. It wants to sell the [B|kimchi] factory, the lighthouse and the pier.

    서울의 [C|김치 축제는] 끝났다. 北京[D|大学很老]。
    """

  @Test(arguments: [
    ("We had no plan to close the lighthouse", "A"), ("kimchee", "B"), ("Kimchi", "B"),
    ("김치 축재", "C"), ("大学很好", "D"), ("we have plans to close our lighthouse.", "A"),
  ])
  func theNearestPassageIsNamed(words: String, label: String) throws {
    let marked = try MarkedArticle(Self.article)
    let found = marked.article.nearestPassage(to: words)
    #expect(found?.range == marked[label][0])
  }

  @Test func theDistanceCountsEdits() throws {
    let marked = try MarkedArticle(Self.article)
    #expect(marked.article.nearestPassage(to: "kimchee")?.distance == 2)
    #expect(marked.article.nearestPassage(to: "Ida\u{A0}Holm,  told")?.distance == 0)
  }

  @Test func nothingIsNearWhatIsAltogetherDifferent() throws {
    let marked = try MarkedArticle(Self.article)
    #expect(marked.article.nearestPassage(to: "zyxwvut") == nil)
    #expect(marked.article.nearestPassage(to: "—") == nil)
    #expect(marked.article.nearestPassage(to: "") == nil)
    #expect(try Article(bytes: []).nearestPassage(to: "a") == nil)
  }

  @Test func aScopeIsKept() throws {
    let marked = try MarkedArticle(Self.article)
    let scope = try #require(marked.article.layout.paragraph(3))
    let found = marked.article.nearestPassage(to: "the old lighthouse", in: scope)
    #expect(found.map { scope.contains($0.range) } == true)
    #expect(marked.article.nearestPassage(to: "reporters", in: scope) == nil)
  }

  @Test func hostileTextCostsNoMoreThanOther() throws {
    let long = String(repeating: "x", count: 200_000)
    let blanks = String(repeating: " ", count: 200_000)
    let article = try Article(bytes: Array("\(long) a\(blanks)b \(long)".utf8))
    #expect(article.nearestPassage(to: "a b") == nil)
    #expect(article.nearestPassage(to: long) == nil)
    let same = try Article(bytes: Array(String(repeating: "a ", count: 50_000).utf8))
    #expect(same.nearestPassage(to: "a b a")?.range == TextRange(0, 5))
  }

  @Test func blanksAtTheEdgesOfWhatWasTypedMeanNothing() throws {
    let article = try Article(bytes: Array("Then Ida Holm spoke.".utf8))
    #expect(article.nearestPassage(to: "  Ida Holm ")?.distance == 0)
  }
}
