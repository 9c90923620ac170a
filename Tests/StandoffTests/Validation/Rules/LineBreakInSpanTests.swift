import Standoff
import Testing

@Suite struct LineBreakInSpanTests {
  static let text = "The road\nis closed."

  @Test func theRestOfTheWordsIsNoSecondFinding() throws {
    let reviewed = try Reviewed(Self.text, lines: "T1\tTopic 4 11\troad\nis\nT2\tCue 0 3\tThe\n")
    #expect(reviewed.names == ["1 line-break-in-span"])
    #expect(reviewed.fix == "4 8;9 11\troad is")
  }

  @Test func aBlankInPlaceOfTheBreak() throws {
    let lines = "T1\tTopic 4 11\troad is\n"
    #expect(try Reviewed(Self.text, lines: lines).names == ["1 line-break-in-span"])
  }

  @Test func otherWordsAreAMismatch() throws {
    let lines = "T1\tTopic 4 11\tsnow\n"
    #expect(try Reviewed(Self.text, lines: lines).names == ["1 text-mismatch"])
  }

  @Test func anotherLineAfterItStaysAFinding() throws {
    let names = try Reviewed(Self.text, lines: "T1\tTopic 4 11\troad\nwas\n").names
    #expect(names == ["1 line-break-in-span", "2 syntax"])
  }
}
