import Standoff
import TestSupport
import Testing

@Suite struct TextMismatchTests {
  @Test func theNearestPlaceIsNamed() throws {
    let reviewed = try Reviewed(
      "Snow fell. The road closed. Snow melted. The road opened.", lines: "T1\tTopic 44 48\troad\n")
    #expect(reviewed.names == ["1 text-mismatch"])
    #expect(reviewed.findings.first?.message.contains("45 49 (1.4)") == true)
    #expect(reviewed.fix == nil)
  }

  @Test func oneOtherPlaceIsTheFix() throws {
    #expect(try Reviewed("Snow on the road.", lines: "T1\tTopic 0 4\troad\n").fix == "12 16")
  }

  @Test func wordsInsideOthersAreNoPlace() throws {
    let reviewed = try Reviewed("A broader road.", lines: "T1\tTopic 0 1\troad\n")
    #expect(reviewed.fix == "10 14")
  }

  @Test func splitOnesMoveAsAWhole() throws {
    let lines = "T1\tTopic 0 4;8 12\troad snow\n"
    #expect(try Reviewed("The road and snow.", lines: lines).fix == nil)
    #expect(try Reviewed("On road or snow.", lines: lines).fix == "3 7;11 15")
  }

  @Test(arguments: [
    ("It’s [Topic|Ada’s] road.", "Ada's", "Ada’s"),
    ("[Topic|cafe\u{301}]", "caf\u{E9}", "cafe\u{301}"),
    ("[Topic|a  b]", "a b", "a  b"),
  ])
  func spelling(marked: String, quoted: String, fix: String) throws {
    let right = try Reviewed(marked)
    let columns = right.lines.split(separator: "\t")
    let text = MarkedText(marked).text
    let reviewed = try Reviewed(text, lines: "T1\t\(columns[1])\t\(quoted)\n")
    #expect(reviewed.names == ["1 text-mismatch"])
    #expect(reviewed.fix.map { Array($0.utf8) } == Array(fix.utf8))
  }

  @Test func piecesWithoutABlankBetween() throws {
    let lines = "T1\tTopic 0 5;13 17\tHellothis\n"
    #expect(try Reviewed("Hello world, this", lines: lines).fix == "Hello this")
  }

  @Test func aTailAfterATabIsNoFault() throws {
    #expect(try Reviewed("The road", lines: "T1\tTopic 4 8\troad\tleft over\n").names == [])
    #expect(
      try Reviewed("The road", lines: "T1\tTopic 4 8\troad is\n").names == ["1 text-mismatch"])
  }
}
