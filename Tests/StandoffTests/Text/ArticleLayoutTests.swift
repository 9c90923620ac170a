import Standoff
import TestSupport
import Testing

@Suite struct ArticleLayoutTests {
  private static let longLine = String(repeating: "word ", count: 25)

  @Test func blankLinesPartTheParagraphsOfWrappedText() throws {
    let marked = try MarkedArticle(
      "[P|The fair opened\non Monday.]\n \t\n\n[P|It rained,\r\nall day long.]\r\n\r\n[P|End.]")
    #expect(marked.article.layout.paragraphs.map(\.range) == marked["P"])
  }

  @Test func oneLongLineMakesEveryLineAParagraph() throws {
    let marked = try MarkedArticle(
      "[P|A headline]\n[P|\(Self.longLine)end.]\n\n  [P|By Ida Holm]  \n")
    #expect(marked.article.layout.paragraphs.map(\.range) == marked["P"])
  }

  @Test(arguments: [(120, 1), (121, 2)])
  func aLineIsLongAbove120CodePoints(count: Int, paragraphs: Int) throws {
    let line = String(repeating: "é", count: count)
    for article in ["\(line)\nnext", "\u{FEFF}\(line)\r\nnext", "x\n\r\(line)\r\r\n"] {
      let layout = try Article(bytes: Array(article.utf8)).layout
      #expect(layout.paragraphs.count == paragraphs, "\(article.debugDescription)")
    }
  }

  @Test func theByteOrderMarkLiesInNoParagraph() throws {
    let article = try Article(bytes: Array("\u{FEFF} \n\nHello.".utf8))
    #expect(article.layout.paragraphs.map { article.text(in: $0.range) } == ["Hello."])
    #expect(try Article(bytes: Array("\u{FEFF}".utf8)).layout.paragraphs.isEmpty)
    #expect(try Article(bytes: []).layout.paragraphs.isEmpty)
  }

  @Test func onlyALineFeedPartsLines() throws {
    let article = try Article(bytes: Array("a\rb\u{2028}c\u{85}d\r\ne\n".utf8))
    let layout = article.layout
    #expect(layout.lineCount == 3)
    #expect(layout.line(1).map { article.text(in: $0) } == "a\rb\u{2028}c\u{85}d\r")
    #expect(layout.line(3).map { article.text(in: $0) } == "")
    #expect(layout.line(0) == nil)
    #expect(layout.line(4) == nil)
    #expect(layout.line(at: 9) == (2, 1))
    #expect(layout.line(at: 8) == (1, 9))
    #expect(layout.line(at: 11) == (3, 1))
    #expect(layout.line(at: 999) == (3, 1))
    #expect(layout.line(at: ScalarOffset(-4)) == (1, 1))
  }

  @Test func placesHaveAddresses() throws {
    let marked = try MarkedArticle(
      "\n[A|Head]\n\n\(Self.longLine)[B|One.] [C|Two] is here.\n[D| ]\n[E|“]Last,” he said.")
    func address(_ label: String) -> String? {
      marked[label].first.flatMap { marked.article.layout.address(of: $0.lower) }?.description
    }
    #expect(address("A") == "1.1")
    #expect(address("B") == "2.1")
    #expect(address("C") == "2.2")
    #expect(address("D") == nil)
    #expect(address("E") == "3.1")
    #expect(marked.article.layout.address(of: 99_999) == nil)
    #expect(marked.article.layout.paragraph(0) == nil)
    #expect(marked.article.layout.paragraph(4) == nil)
    #expect(marked.article.layout.sentences(in: 9).isEmpty)
    #expect(marked.article.layout.words(in: 1, sentence: 2).isEmpty)
  }

  @Test func wordsHaveNoOuterPunctuation() throws {
    let marked = try MarkedArticle(
      "“([W|Seoul’s]) [W|well-known] -- [W|COVID-19] … [W|$3.50], [W|e.g]. [W|rock'n'roll]’ [W|서울은]”"
    )
    #expect(marked.article.layout.words(in: 1, sentence: 1) == marked["W"])
  }

  @Test(arguments: 0..<200) func paragraphsSentencesAndWordsCoverWhatIsNotBlank(seed: UInt64) throws
  {
    var random = Seed(seed)
    let text = RandomText.make(&random, length: 120)
    let article = try Article(bytes: Array(text.utf8))
    let layout = article.layout
    let scalars = Array(text.unicodeScalars)
    func isBlank(_ offset: Int) -> Bool {
      scalars[offset].properties.isWhitespace || (offset == 0 && scalars[0] == "\u{FEFF}")
    }
    /// Checks that the inner ranges lie in order in the outer one and miss nothing but blanks.
    func check(_ inner: [TextRange], cover outer: TextRange) {
      var place = outer.lower.value
      for range in inner + [TextRange(outer.upper.value, outer.upper.value)] {
        #expect(place <= range.lower.value && range.upper <= outer.upper, "seed \(seed)")
        for offset in place..<max(place, range.lower.value) {
          #expect(isBlank(offset), "seed \(seed), offset \(offset)")
        }
        place = range.upper.value
      }
    }
    let paragraphs = layout.paragraphs.map(\.range)
    check(paragraphs, cover: TextRange(0, scalars.count))
    for (index, paragraph) in paragraphs.enumerated() {
      #expect(article.trimmed(paragraph) == paragraph, "seed \(seed)")
      let sentences = layout.sentences(in: index + 1)
      check(sentences, cover: paragraph)
      for (number, sentence) in sentences.enumerated() {
        let address = layout.address(of: sentence.lower)
        #expect(address == Address(paragraph: index + 1, sentence: number + 1), "seed \(seed)")
        var last = sentence.lower
        for word in layout.words(in: index + 1, sentence: number + 1) {
          #expect(last <= word.lower && word.upper <= sentence.upper, "seed \(seed)")
          #expect(!(word.lower.value..<word.upper.value).contains(where: isBlank), "seed \(seed)")
          last = word.upper
        }
      }
    }
  }
}
