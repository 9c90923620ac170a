import Standoff
import Testing

@Suite struct UnknownIDTests {
  @Test(arguments: [
    "R1\tabout Arg1:T1 Arg2:T9", "A1\tstance T9 favor", "N1\tReference T9 local:x\t",
    "#1\tAnnotatorNotes T9\thm", "*\tEquiv T1 T9",
  ])
  func everyKindOfLine(line: String) throws {
    #expect(try Reviewed("[Claim|a]", line + "\n").names == ["2 unknown-id"])
  }

  @Test func aLineThatCannotBeUsedIsFaultEnough() throws {
    let note = "#1\tAnnotatorNotes T2\thm\n"
    #expect(try Reviewed("[Claim|a]", "T2\tClaim 0 x\ta\n" + note).names == ["2 syntax"])
    #expect(try Reviewed("[Claim|a]", "T2 Claim 0 1 a\n" + note).names == ["2 syntax"])
  }
}
