import Standoff
import Testing

@Suite struct BlankEdgeTests {
  @Test(arguments: ["[Topic| road]s", "[Topic|road ]", "[Topic|road\u{A0}]"])
  func blanksOfAnyKind(marked: String) throws {
    #expect(try Reviewed("A " + marked).names == ["1 blank-edge"])
  }

  @Test func theFixHasNoBlanks() throws {
    #expect(try Reviewed("The [Topic| mountain road ] is closed.").fix == "5 18\tmountain road")
  }

  @Test func everyPieceIsLookedAt() throws {
    let lines = "T1\tTopic 0 3;4 9\tThe road \n"
    #expect(try Reviewed("The road is closed.", lines: lines).fix == "0 3;4 8\tThe road")
  }

  @Test func aBlankThatCarriesAnAccentIsACharacter() throws {
    #expect(try Reviewed("a[Topic| \u{301}b]").names == [])
  }
}
