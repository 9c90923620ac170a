import Standoff
import Testing

@Suite struct MissingWordsTests {
  @Test(arguments: ["T1\tTopic 4 8\n", "T1\tTopic 4 8\t\n", "T1\tTopic 4 8\t  \n"])
  func noWords(line: String) throws {
    let reviewed = try Reviewed("The road", lines: line)
    #expect(reviewed.names == ["1 missing-words"])
    #expect(reviewed.fix == "4 8\troad")
  }

  /// A small file must not make findings that are many times its size.
  @Test func aLongStretchIsNotSpelledOut() throws {
    let text = String(repeating: "The road is closed. ", count: 5000)
    let lines = (0..<500).map { "T\($0 + 1)\tTopic \($0 * 4) \(90_000 + $0)\n" }.joined()
    let reviewed = try Reviewed(text, lines: lines)
    #expect(reviewed.findings.count == 500)
    #expect(reviewed.findings.allSatisfy { $0.fix == nil && $0.message.utf8.count < 300 })
  }
}
