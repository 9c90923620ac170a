import Standoff
import Testing

@Suite struct LineSeparatorTests {
  @Test(arguments: ["\u{B}", "\u{C}", "\u{1C}", "\u{85}", "\u{2028}", "\u{2029}"])
  func inWordsItIsSplit(separator: String) throws {
    let reviewed = try Reviewed("The [Topic|mountain\(separator)road].")
    #expect(reviewed.names == ["1 line-separator"])
    #expect(reviewed.fix == "4 12;13 17\tmountain road")
  }

  @Test func inNotesItIsTakenOut() throws {
    let reviewed = try Reviewed("[Topic|Snow].", "#1\tAnnotatorNotes T1\tone\u{2028}two\n")
    #expect(reviewed.names == ["2 line-separator"])
    #expect(reviewed.findings.first?.place.column == 25)
    #expect(reviewed.fix == nil)
  }

  @Test func otherCharactersWithLikeBytesAreNone() throws {
    #expect(try Reviewed("[Topic|\u{2026}\u{45}\u{C5}\u{4028}…]").names == [])
  }
}
