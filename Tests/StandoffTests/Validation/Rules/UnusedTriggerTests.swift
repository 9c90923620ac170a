import Standoff
import Testing

@Suite struct UnusedTriggerTests {
  @Test func aSpanWithTheLabelOfAnEvent() throws {
    let schema = Schema(name: "x", labels: [Label("Meet", .event([]))])
    #expect(try Reviewed("[Meet|met]", schema: schema).names == ["1 unused-trigger"])
    #expect(try Reviewed("[Meet|met]", "E1\tMeet:T1\n", schema: schema).names == [])
  }
}
