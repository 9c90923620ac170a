import Standoff
import Testing

@Suite struct SelfRelationTests {
  @Test func aRelationToItself() throws {
    let names = try Reviewed("[Claim|a]", "R1\tsupports Arg1:T1 Arg2:T1\n").names
    #expect(names == ["2 self-relation"])
  }
}
