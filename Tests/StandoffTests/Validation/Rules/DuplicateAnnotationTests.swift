import Standoff
import Testing

@Suite struct DuplicateAnnotationTests {
  @Test func theLaterLineIsTheDuplicate() throws {
    let lines = "T9\tTopic 4 8\troad\nT1\tTopic 4 8\troad\n"
    let reviewed = try Reviewed("The road is closed.", lines: lines)
    #expect(reviewed.names == ["2 duplicate-annotation"])
    #expect(reviewed.findings.first?.message.contains("T9") == true)
  }

  @Test func otherLabelsAndOtherPiecesAreNone() throws {
    let lines = "T1\tTopic 0 8\tThe road\nT2\tCue 0 8\tThe road\nT3\tTopic 0 2;4 8\tTh road\n"
    #expect(try Reviewed("The road is closed.", lines: lines).names == [])
  }

  @Test func piecesJoinedOverALineBreakAreTheSame() throws {
    let lines = "T1\tTopic 0 3;4 8\tThe road\nT2\tTopic 4 8;0 3\troad The\n"
    #expect(try Reviewed("The\nroad is closed.", lines: lines).names == ["2 duplicate-annotation"])
  }

  @Test func annotationsOfTheArticleDifferByTheirReferences() throws {
    let topics =
      "T1\tTopic 0 3\tThe\nA1\tScope T1 article\nN1\tReference T1 local:a\t\n"
      + "T2\tTopic 0 3\tThe\nA2\tScope T2 article\n"
    #expect(try Reviewed("The road", lines: topics + "N2\tReference T2 local:b\t\n").names == [])
    let same = try Reviewed("The road", lines: topics + "N2\tReference T2 local:a\t\n").names
    #expect(same == ["4 duplicate-annotation"])
  }
}
