import Testing

@testable import Standoff

@Suite struct SplitFragmentsTests {
  @Test(arguments: [1, 1023, 1024, 1025, 5000])
  func theFirstLineIsWholeHoweverLong(count: Int) throws {
    let text = "\n \n  " + String(repeating: "é", count: count) + " \nsecond\n"
    let article = try Article(bytes: Array(text.utf8))
    #expect(article.firstLine == TextRange(5, 5 + count))
  }

  @Test(arguments: ["", "\n", " \r\n\t\u{2028}"])
  func anArticleWithoutWordsHasNoFirstLine(text: String) throws {
    #expect(try Article(bytes: Array(text.utf8)).firstLine.isEmpty)
  }
}
