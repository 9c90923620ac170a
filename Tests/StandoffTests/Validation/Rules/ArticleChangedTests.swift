import Standoff
import Testing

@Suite struct ArticleChangedTests {
  static let old =
    "[Topic|The ferry] runs again. [Speaker|Lior Banks] sold [Topic|nine hundred] tickets."

  @Test func wordsThatStandElsewhereAreOneFinding() throws {
    let lines = try Reviewed(Self.old).lines
    let text = "Friday: The ferry runs again. Lior Banks sold nine hundred tickets."
    #expect(try Reviewed(text, lines: lines).names == ["1 article-changed"])
  }

  @Test func wordsThatStandNowhereAreNot() throws {
    let lines = try Reviewed(Self.old).lines
    let names = try Reviewed("Not one of these is in the new text.", lines: lines).names
    #expect(names == ["1 text-mismatch", "2 text-mismatch", "3 out-of-range"])
  }

  @Test func twoOfThreeAreNotEnough() throws {
    let lines = try Reviewed(Self.old).lines
    let text = "The ferry runs again. Again, Lior Banks sold nine hundred tickets."
    #expect(try Reviewed(text, lines: lines).names == ["2 text-mismatch", "3 text-mismatch"])
  }

  @Test func theJournalKnowsAnotherArticle() throws {
    let lines = try Reviewed(Self.old).lines
    let text = "The ferry ran again. Lior Banks sold nine hundred tickets."
    #expect(try Reviewed(text, lines: lines, articleHash: 1).names == ["2 article-changed"])
    let article = try Article(bytes: Array(text.utf8))
    let names = try Reviewed(text, lines: lines, articleHash: article.hash).names
    #expect(names == ["2 text-mismatch", "3 text-mismatch"])
  }

  @Test func anotherArticleWithTheSameWordsInPlaceIsNoFinding() throws {
    #expect(try Reviewed(Self.old, articleHash: 1).names == [])
  }
}
