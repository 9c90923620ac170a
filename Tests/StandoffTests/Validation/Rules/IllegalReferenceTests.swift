import Standoff
import Testing

@Suite struct IllegalReferenceTests {
  func names(_ entry: String, _ label: String = "Speaker") throws -> [String] {
    try Reviewed("[\(label)|Ada] left.", "N1\tReference T1 \(entry)\t\n").names
  }

  @Test func databasesAndKeys() throws {
    #expect(try names("wikidata:Q7259") == [])
    #expect(try names("local:ada") == [])
    #expect(try names("wikidata:7259") == ["2 bad-reference"])
    #expect(try names("medtop:01000000") == ["2 unknown-database"])
    #expect(try names("medtop:01000000", "Topic") == [])
  }

  @Test func aLabelWithoutDatabasesTakesAny() throws {
    #expect(try names("GO:GO:0001", "Cue") == [])
  }
}
