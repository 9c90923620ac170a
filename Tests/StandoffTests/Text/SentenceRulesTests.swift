import Testing

@testable import Standoff

@Suite struct SentenceRulesTests {
  /// Each text has a bar where a sentence ends and the next begins.
  @Test(arguments: [
    "One ends here. |Another! |A third? |“Fourth.” |And the fifth",
    "Mr. Kim met Dr. Ida Holm and Gen. Park.",
    "The U.S. economy grew. |It fell in the U.S. |The dollar did not.",
    "Prices rose 3.5 percent. |In No. 4 Main St. nobody knew.",
    "He said No. |Then he left at 5 p.m. |They stayed.",
    "J. R. R. Tolkien and J.K. Rowling write. |So does Samuel L. Jackson.",
    "Fruit, e.g. Apples, is cheap. |Cf. Smith et al. 1999.",
    "“Is it you?” he asked. |“Yes!” she cried. |“Come in.” |They did.",
    "“This is new. |That is old,” she said. |(So it goes.) |Fine.",
    "Wait... what? |Well… |Nobody knew… really.",
    "It opened on Oct. 28. |It closed in Dec. |Nobody came.",
    "Version 2.0.1 of galley.app is out! |Get it at example.com.",
    "1. A list of things. |2. Another one.",
    "1984. |A novel of its own.",
    "Er kam am 3. Oktober an. |Es war z.B. Regen. |Sonne auch.",
    "He called it “odd.” |She did not. |‘Why?’ |No idea.",
    "Smith Inc. Chief Kim left. |Smith Inc. |The end.",
    "Really?! |Yes!! |OK.",
    "As noted.[12] |The rest [3] follows.",
    "北京很大。|首尔也很大！|是吗？|是。",
    "他说：“很好。”|我们走。",
    "「はい。」と言った。|そうだ。",
    "대사는 떠났다. |서울은 크다.",
    "그는 말했다.|“다음에 보자.” |그는 “가자.”고 했다.",
    "U.S. President Ida Holm spoke. |Plan B. |The rest.",
    "Гость приехал в 2016 г. из Киева. |Он рад.",
    "One.  |Two.\n|Three\nfour.",
    "ends in two dots.. |Then more",
  ])
  func sentencesEndWhereTheBarsStand(marked: String) throws {
    let expected = marked.split(separator: "|").map { sentence in
      var scalars = Substring(sentence).unicodeScalars
      while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
      return String(scalars)
    }
    let text = marked.replacing("|", with: "")
    let article = try Article(bytes: Array(text.utf8))
    #expect(article.layout.sentences(in: 1).map { article.text(in: $0) } == expected)
  }

  /// How many sentences a text of one paragraph has.
  private func count(_ text: String) throws -> Int {
    try Article(bytes: Array(text.utf8)).layout.sentences(in: 1).count
  }

  private func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  @Test func whatStandsBeforeANameNeverEndsASentence() throws {
    for word in Abbreviations.beforeName.union(Abbreviations.goingOn) {
      for spelling in [word, capitalized(word)] {
        #expect(try count("We saw \(spelling). Holm there.") == 1, "\(spelling)")
        #expect(try count("We saw \(spelling). The rest.") == 1, "\(spelling)")
      }
    }
  }

  @Test func whatStandsBeforeANumberEndsASentenceOtherwise() throws {
    let either = Abbreviations.either
    for word in Abbreviations.beforeNumber.subtracting(Abbreviations.goingOn) {
      #expect(try count("See \(word). 7 here.") == 1, "\(word)")
      guard !either.contains(word), word.unicodeScalars.count > 1 else { continue }
      #expect(try count("See \(word). Holm came.") == 2, "\(word)")
    }
  }

  @Test func whatMayEndASentenceDoesBeforeAWordThatBeginsOne() throws {
    for word in Abbreviations.either {
      #expect(try count("At Holm \(word). Ida came.") == 1, "\(word)")
      #expect(try count("At Holm \(word). The rest.") == 2, "\(word)")
    }
  }

  @Test func monthsGoOnAfterTheirDay() throws {
    for month in Abbreviations.monthsAfterOrdinal {
      #expect(try count("Am 3. \(capitalized(month)) kam er.") == 1, "\(month)")
      #expect(try count("Er wurde 33. \(capitalized(month)) kam.") == 1, "\(month)")
    }
    #expect(try count("Er wurde 33. Ida kam.") == 2)
  }

  @Test func theTablesAreSpelledAsTheyAreLookedUp() {
    let tables = [
      Abbreviations.beforeName, Abbreviations.goingOn, Abbreviations.beforeNumber,
      Abbreviations.either, Abbreviations.monthsAfterOrdinal, Abbreviations.sentenceStarters,
    ]
    for word in tables.joined() {
      #expect(word == word.lowercased() && !word.hasSuffix(".") && !word.contains(" "), "\(word)")
    }
    // In two of these tables a word would be judged by the first alone.
    for (place, table) in tables[..<4].enumerated() {
      for other in tables[(place + 1)..<4] { #expect(table.isDisjoint(with: other)) }
    }
  }

  @Test func aParagraphOfFullStopsIsDividedQuickly() throws {
    let article = try Article(bytes: [UInt8](repeating: 0x2E, count: 300_000))
    #expect(article.layout.sentences(in: 1).count == 1)
    let spaced = Array(String(repeating: "A. ", count: 100_000).utf8)
    #expect(try Article(bytes: spaced).layout.sentences(in: 1).count > 0)
  }
}
