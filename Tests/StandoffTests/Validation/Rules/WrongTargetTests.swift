import Standoff
import Testing

@Suite struct WrongTargetTests {
  @Test(arguments: [
    ("R2\tabout Arg1:T1 Arg2:R1", true), ("A9\tstance #1 favor", true),
    ("N1\tReference R1 local:x\t", true), ("#2\tAnnotatorNotes #1\thm", false),
    ("#2\tAnnotatorNotes R1\thm", false), ("*\tEquiv T1 #1", true),
  ])
  func kindsOfLines(line: String, isWrong: Bool) throws {
    let lines = "R1\tabout Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T1\thm\n\(line)\n"
    let names = try Reviewed("[Claim|a] [Topic|b]", lines).names
    #expect(names == (isWrong ? ["5 wrong-target"] : []))
  }
}
