import Standoff
import Testing

@Suite struct RelationEndTests {
  func names(_ relation: String) throws -> [String] {
    try Reviewed("[Speaker|Ada] says [Claim|it rains] on [Topic|Monday].", relation + "\n").names
  }

  @Test func legalEnds() throws {
    #expect(try names("R1\tattributedTo Arg1:T2 Arg2:T1") == [])
    #expect(try names("R1\tattributedTo Arg2:T1 Arg1:T2") == [])
  }

  @Test func illegalEnds() throws {
    #expect(try names("R1\tattributedTo Arg1:T1 Arg2:T2") == ["4 relation-end"])
    #expect(try names("R1\tattributedTo Arg1:T2 Arg2:T3") == ["4 relation-end"])
    #expect(try names("R1\tattributedTo Arg1:T3 Arg2:T1") == ["4 relation-end"])
    #expect(try names("R1\tattributedTo Arg2:T2 Arg1:T1") == ["4 relation-end"])
  }

  @Test func theCaretIsUnderTheWrongEnd() throws {
    let reviewed = try Reviewed(
      "[Speaker|Ada] says [Claim|it rains] on [Topic|Monday].",
      "R1\tattributedTo Arg1:T2 Arg2:T3\n")
    #expect(reviewed.findings.first?.place.column == 30)
    #expect(reviewed.findings.first?.place.range == TextRange(9, 17))
  }

  @Test func otherNamesOfEnds() throws {
    #expect(try names("R1\tattributedTo From:T2 Arg2:T1") == ["4 unknown-role"])
  }
}
