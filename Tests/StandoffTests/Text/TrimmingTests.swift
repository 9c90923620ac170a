import Standoff
import TestSupport
import Testing

@Suite struct TrimmingTests {
  @Test(arguments: [
    "[A| \t[B|a b]\r\n\u{A0}]", "[A|[B|x]]", "[A|\u{2028}\u{3000}[B|. x .]\u{85}]",
    "[A|[B| \u{301}x] ]",
  ])
  func blanksAreTrimmedOff(marked: String) throws {
    let text = try MarkedArticle("…" + marked + "…")
    #expect(text.article.trimmed(text["A"][0]) == text["B"][0])
  }

  @Test func nothingIsLeftOfBlanksAndTheByteOrderMark() throws {
    let article = try Article(bytes: Array("\u{FEFF} \r\n a\u{FEFF}".utf8))
    #expect(article.trimmed(TextRange(0, 4)) == nil)
    #expect(article.trimmed(TextRange(0, 99)) == TextRange(5, 7))
    #expect(article.trimmed(TextRange(3, 3)) == nil)
  }

  @Test(arguments: [
    "[A|“[B|fake news.]”]", "[A|[B|careful stance],”]", "[A|[B|careful stance]”,]",
    "[A|\"[B|open]]",
    "[A|« [B|mot] »]", "[A|[B|the two countries’]]", "[A|[B|the dogs']]", "[A|‘[B|Go home],’]",
    "[A|[B|’90s fashion]]", "[A|「[B|行く。]」、]", "[A|“‘[B|Go],’”]",
    "[A|[B|plain]]", "[A|[B|a, b],,]", "[A|[B|Is it?]”]", "[A|‹[B|so]›]",
  ])
  func marksAndClosingCommasAreTrimmedOff(marked: String) throws {
    let text = try MarkedArticle("x " + marked + " y")
    #expect(text.article.trimmedOfMarks(text["A"][0]) == text["B"][0])
  }

  @Test func nothingIsLeftOfMarks() throws {
    let article = try Article(bytes: Array("“” , ”,".utf8))
    #expect(article.trimmedOfMarks(TextRange(0, 2)) == nil)
    #expect(article.trimmedOfMarks(TextRange(0, article.scalarCount)) == nil)
  }

  @Test(arguments: 0..<200) func trimmingTwiceIsTrimmingOnce(seed: UInt64) throws {
    var random = Seed(seed)
    let text = RandomText.make(&random, length: 20)
    let article = try Article(bytes: Array(text.utf8))
    let asked = TextRange(
      Int.random(in: 0...article.scalarCount, using: &random),
      Int.random(in: 0...article.scalarCount, using: &random))
    let wide = article.widenedToGraphemes(asked)
    #expect(wide.contains(asked), "seed \(seed)")
    #expect(article.widenedToGraphemes(wide) == wide, "seed \(seed)")
    for trim in [article.trimmed, article.trimmedOfMarks] {
      guard let once = trim(wide) else { continue }
      #expect(wide.contains(once), "seed \(seed)")
      #expect(trim(once) == once, "seed \(seed)")
      #expect(article.widenedToGraphemes(once) == once, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test(arguments: [("word›", "word"), ("‹word›", "word"), ("“\u{301}word”", "“\u{301}word”")])
  func marksAtTheEdges(text: String, left: String) throws {
    let article = try Article(bytes: Array(text.utf8))
    let trimmed = article.trimmedOfMarks(TextRange(0, article.scalarCount))
    #expect(trimmed.map { article.text(in: $0) } == left)
  }
}
