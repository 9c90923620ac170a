import Standoff
import Testing

@Suite struct EmptySpanTests {
  @Test(arguments: [
    "T1\tTopic 3 3\t\n", "T1\tTopic 3 4\t \n", "T1\tTopic 0 0\t\n", "T1\tTopic 17 17\t\n",
  ])
  func nothingAndBlanks(line: String) throws {
    #expect(try Reviewed("The road is open.", lines: line).names == ["1 empty-span"])
  }

  @Test func beyondTheEndIsSomethingElse() throws {
    #expect(try Reviewed("The road", lines: "T1\tTopic 9 9\t\n").names == ["1 out-of-range"])
  }
}
