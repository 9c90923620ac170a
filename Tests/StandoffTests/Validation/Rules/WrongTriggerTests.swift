import Standoff
import Testing

@Suite struct WrongTriggerTests {
  static let schema = Schema(
    name: "x", labels: [Label("One"), Label("Meet", .event([])), Label("Part", .event([]))])

  @Test(arguments: [
    ("E1\tMeet:T2", []), ("E1\tPart:T2", ["3 wrong-trigger"]), ("E1\tOne:T2", ["3 wrong-trigger"]),
    ("E1\tMeet:E1", ["2 unused-trigger", "3 wrong-trigger"]),
  ])
  func triggers(line: String, names: [String]) throws {
    #expect(try Reviewed("[One|a] [Meet|b]", line + "\n", schema: Self.schema).names == names)
  }
}
