import Standoff
import Testing

@Suite struct UnknownLabelTests {
  @Test func isSaidOnceWithTheOtherLines() throws {
    let reviewed = try Reviewed("[Actor|a] [Cue|b] [Actor|c] [Actor|d]")
    #expect(reviewed.names == ["1 unknown-label"])
    #expect(reviewed.findings.first?.notes == ["the same on lines 3 and 4"])
  }

  @Test func whatHangsOnItIsNoFurtherFinding() throws {
    let lines = "A1\tstance T1 favor\nR1\tabout Arg1:T1 Arg2:T2\nN1\tReference T1 x:y\t\n"
    #expect(try Reviewed("[Actor|a] [Topic|b]", lines).names == ["1 unknown-label"])
  }

  @Test(arguments: [("claim", "Claim"), ("Clam", "Claim"), ("Source", "Speaker")])
  func theNearestName(label: String, fix: String) throws {
    #expect(try Reviewed("[\(label)|a]").fix == fix)
  }
}
