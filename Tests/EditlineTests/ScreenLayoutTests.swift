import Testing

@testable import Editline

@Suite struct ScreenLayoutTests {
  private func layout(_ text: String, cursor: Int? = nil, columns: Int) -> ScreenLayout {
    let line = Array(text.unicodeScalars)
    return ScreenLayout(
      prompt: "p> ", line: line, cursor: cursor ?? line.count, columns: columns)
  }

  @Test func aShortLineStaysInItsRow() {
    let layout = layout("abc", cursor: 1, columns: 20)
    #expect((layout.cursorRow, layout.cursorColumn) == (0, 4))
    #expect((layout.lastRow, layout.lastColumn) == (0, 6))
    #expect(layout.clearing == "\r\u{1B}[J")
    #expect(layout.toEnd == "\r\u{1B}[6C")
  }

  @Test func aFullRowEndsAtOnce() {
    let layout = layout("1234567", cursor: 0, columns: 10)
    #expect((layout.lastRow, layout.lastColumn) == (1, 0))
    #expect(layout.toEnd == "\u{1B}[1B\r")
  }

  @Test func aWideCharacterThatDoesNotFitGoesToTheNextRow() {
    let layout = layout("123456한", columns: 10)
    #expect((layout.lastRow, layout.lastColumn) == (1, 2))
    #expect(layout.clearing == "\r\u{1B}[1A\u{1B}[J")
  }

  @Test func theCursorStandsWhereItsCharacterWent() {
    let layout = layout("123456한", cursor: 6, columns: 10)
    #expect((layout.cursorRow, layout.cursorColumn) == (1, 0))
  }

  @Test func lineEndsTabsAndControlCharactersAreCountedAsLibeditDrawsThem() {
    #expect(layout("ab\nc", columns: 20).lastRow == 1)
    #expect(layout("ab\nc", columns: 20).lastColumn == 1)
    #expect(layout("\t", columns: 20).lastColumn == 8)
    #expect(layout("\u{7}", columns: 20).lastColumn == 5)
    #expect(layout("e\u{301}", columns: 20).lastColumn == 4)
  }

  @Test func aWindowOfNoWidthIsNoTrap() {
    #expect(layout("abc", columns: 0).lastRow == 6)
  }
}
