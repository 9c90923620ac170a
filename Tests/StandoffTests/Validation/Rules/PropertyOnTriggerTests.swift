import Standoff
import Testing

@Suite struct PropertyOnTriggerTests {
  @Test(arguments: ["A1\tsure T1", "N1\tReference T1 x:y\t", "#1\tAnnotatorNotes T1\thm"])
  func onTheEventItBelongs(line: String) throws {
    let schema = Schema(
      name: "x", labels: [Label("Meet", .event([]), attributes: [AttributeRule("sure", .binary)])])
    let reviewed = try Reviewed("They [Meet|met].", "E1\tMeet:T1\n\(line)\n", schema: schema)
    #expect(reviewed.names == ["3 property-on-trigger"])
    #expect(reviewed.fix == "E1")
    let moved = line.replacing(" T1", with: " E1")
    let right = try Reviewed("They [Meet|met].", "E1\tMeet:T1\n\(moved)\n", schema: schema)
    #expect(right.names == [])
  }
}
