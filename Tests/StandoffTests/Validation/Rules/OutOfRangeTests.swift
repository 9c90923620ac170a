import Standoff
import Testing

@Suite struct OutOfRangeTests {
  @Test func theWordsMayStandElsewhere() throws {
    let reviewed = try Reviewed("The road", lines: "T1\tTopic 40 44\troad\n")
    #expect(reviewed.names == ["1 out-of-range"])
    #expect(reviewed.fix == "4 8")
  }

  @Test func theEndOfTheArticleIsInRange() throws {
    #expect(try Reviewed("The [Topic|road]").names == [])
    #expect(try Reviewed("The road", lines: "T1\tTopic 4 9\troad\n").names == ["1 out-of-range"])
  }

  @Test(arguments: ["4294967295 4294967296", "0 18446744073709551616", "99999999999999999999 5"])
  func hugeNumbers(offsets: String) throws {
    #expect(try Reviewed("The road", lines: "T1\tTopic \(offsets)\troad\n").names.count == 1)
  }
}
