import Standoff
import Testing

@Suite struct ValidatorTests {
  static let text = "Nobody saw Ada Byron leave.\nShe had the key 🔑, they say.\n"

  func names(_ lines: String, text: String = text) throws -> [String] {
    let article = try Article(bytes: Array(text.utf8))
    return Validator().findings(
      in: AnnotationSet(parsing: Array(lines.utf8), of: article), schema: .news, source: "a.ann"
    ).map(\.name.rawValue)
  }

  @Test func aCleanFileHasNoFindings() throws {
    let lines =
      "T1\tSpeaker 11 20\tAda Byron\nT2\tClaim 28 43\tShe had the key\n"
      + "R1\tattributedTo Arg1:T2 Arg2:T1\nA1\tstance T2 favor\n"
    #expect(try names(lines) == [])
  }

  @Test func findingsComeInTheOrderOfTheFile() throws {
    let lines = "T1\tSpeaker 11 20\tAda Lovelace\nT2\tClaim 28 90\tShe had the key\nnonsense\n"
    #expect(try names(lines) == ["text-mismatch", "out-of-range", "syntax"])
  }

  @Test func anArticleThatIsNotUTF8IsTheOnlyFinding() {
    let findings = Validator().findings(
      in: [0x54], of: [0xFF], schema: .news, source: "a.ann", articleSource: "a.txt")
    #expect(findings.map(\.name.rawValue) == ["invalid-utf-8"])
    #expect(findings.first?.place.source == "a.txt")
  }
}
