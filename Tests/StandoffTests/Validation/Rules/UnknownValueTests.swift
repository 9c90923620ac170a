import Standoff
import Testing

@Suite struct UnknownValueTests {
  func names(_ attribute: String, _ label: String = "Quote") throws -> [String] {
    try Reviewed("[\(label)|a]", "A1\t\(attribute)\n").names
  }

  @Test func values() throws {
    #expect(try names("mode T1 direct") == [])
    #expect(try names("mode T1 shouted") == ["2 unknown-value"])
    #expect(try names("mode T1 Direct") == ["2 unknown-value"])
    #expect(try names("mode T1") == ["2 unknown-value"])
    #expect(try names("nested T1") == [])
    #expect(try names("nested T1 yes") == ["2 unknown-value"])
    #expect(try names("verdict T1 mostly true", "Claim") == [])
  }
}
