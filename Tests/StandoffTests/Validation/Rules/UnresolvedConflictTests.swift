import Standoff
import Testing

@Suite struct UnresolvedConflictTests {
  @Test func theKindIsNamed() throws {
    let reviewed = try Reviewed("[Claim|a]", "#1\tConflict T1\t{\"kind\":\"label\"}\n")
    #expect(reviewed.names == ["2 unresolved-conflict"])
    #expect(reviewed.findings.first?.message.contains("on the label of T1") == true)
  }

  @Test func theRemedyNamesTheConflictWhereItHasANumber() throws {
    let numbered = try Reviewed("[Claim|a]", "#1\tConflict T1\t{\"kind\":\"label\",\"group\":7}\n")
    #expect(
      numbered.findings.first?.message.hasSuffix("`review conflicts 7` in the shell settles it")
        == true)
    let other = try Reviewed("[Claim|a]", "#1\tConflict T1\n")
    #expect(
      other.findings.first?.message.hasSuffix("`review conflicts` in the shell settles it") == true)
  }

  @Test func whatIsNoJSONIsAConflictStill() throws {
    #expect(try Reviewed("[Claim|a]", "#1\tConflict T1\n").names == ["2 unresolved-conflict"])
  }

  @Test func otherNotesAreNone() throws {
    #expect(try Reviewed("[Claim|a]", "#1\tAnnotators T1\t[\"bob\"]\n").names == [])
  }
}
