import Standoff
import Testing

@Suite struct UnknownRelationTests {
  @Test func isSaidOnce() throws {
    let lines = "R1\tatributedTo Arg1:T1 Arg2:T2\nR2\tatributedTo Arg1:T1 Arg2:T2\n"
    let reviewed = try Reviewed("[Claim|a] [Speaker|b]", lines)
    #expect(reviewed.names == ["3 unknown-relation"])
    #expect(reviewed.fix == "attributedTo")
  }

  @Test func anAliasIsNoNameInAFile() throws {
    let reviewed = try Reviewed("[Claim|a] [Speaker|b]", "R1\tby Arg1:T1 Arg2:T2\n")
    #expect(reviewed.names == ["3 unknown-relation"])
    #expect(reviewed.fix == "attributedTo")
  }
}
