import Standoff
import Testing

@Suite struct UnknownAttributeTests {
  @Test func isSaidOnceALabel() throws {
    let lines = "A1\tstanza T1 favor\nA2\tstanza T2 favor\nA3\tstanza T3 favor\n"
    let reviewed = try Reviewed("[Claim|a] [Claim|b] [Topic|c]", lines)
    #expect(reviewed.names == ["4 unknown-attribute", "6 unknown-attribute"])
    #expect(reviewed.findings.first?.notes == ["the same on line 5"])
    #expect(reviewed.fix == "stance")
  }

  @Test func caseCounts() throws {
    #expect(try Reviewed("[Claim|a]", "A1\tStance T1 favor\n").fix == "stance")
  }

  @Test func theWholeArticleIsEveryLabelsScope() throws {
    #expect(try Reviewed("[Cue|a]", "A1\tScope T1 article\n").names == [])
    #expect(try Reviewed("[Cue|a]", "A1\tScope T1 page\n").names == ["2 unknown-value"])
  }

  @Test func onRelations() throws {
    let lines = "R1\tabout Arg1:T1 Arg2:T2\nA1\tsure R1\n"
    #expect(try Reviewed("[Claim|a] [Topic|b]", lines).names == ["4 unknown-attribute"])
  }
}
