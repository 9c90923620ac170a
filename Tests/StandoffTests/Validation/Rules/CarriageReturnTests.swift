import Standoff
import Testing

@Suite struct CarriageReturnTests {
  @Test func isSaidOnceAFile() throws {
    let reviewed = try Reviewed("The road.", lines: "T1\tTopic 4 8\troad\r\nT2\tCue 0 3\tThe\r\n")
    #expect(reviewed.names == ["1 carriage-return"])
    #expect(reviewed.findings.first?.message.contains("1 more") == true)
    #expect(reviewed.findings.first?.place.column == 18)
  }

  @Test func inTheArticleItIsNoFinding() throws {
    #expect(try Reviewed("The [Topic|road]\r\nis closed.\r\n").names == [])
  }
}
