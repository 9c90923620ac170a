import Standoff
import Testing

@Suite struct MissingWordsTests {
  @Test(arguments: ["T1\tTopic 4 8\n", "T1\tTopic 4 8\t\n", "T1\tTopic 4 8\t  \n"])
  func noWords(line: String) throws {
    let reviewed = try Reviewed("The road", lines: line)
    #expect(reviewed.names == ["1 missing-words"])
    #expect(reviewed.fix == "4 8\troad")
  }
}
