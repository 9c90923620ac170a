import Testing

@testable import Editline

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("“quoted”", 8), ("한국어", 6), ("漢字", 4), ("e\u{301}", 1), ("é", 1),
    ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇰🇷", 2), ("❤️", 2), ("각", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊﾝ", 2), ("กำ", 2), ("\u{200B}", 0), ("a\u{7}b", 2),
  ])
  func aTextTakesTheColumnsThatATerminalGivesIt(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func aTextIsCutBetweenCharactersWithAnEllipsis() {
    #expect(truncated("한국어", toWidth: 6) == "한국어")
    #expect(truncated("한국어", toWidth: 5) == "한국…")
    #expect(truncated("한국어", toWidth: 4) == "한…")
    #expect(truncated("👨‍👩‍👧👨‍👩‍👧", toWidth: 3) == "👨‍👩‍👧…")
    #expect(truncated("abc", toWidth: 1) == "…")
    #expect(truncated("abc", toWidth: 0) == "")
  }
}
