import Standoff
import Testing

@Suite struct ForbiddenOverlapTests {
  func names(
    _ text: String, allowed: [OverlapRules.Kind] = [], pairs: [OverlapRules.Pair] = []
  ) throws -> [String] {
    let schema = Schema(
      name: "x", labels: [Label("One"), Label("Two"), Label("Act", .event([]))],
      overlap: OverlapRules(allowed: allowed, pairs: pairs))
    return try Reviewed(text, schema: schema).names
  }

  @Test func kinds() throws {
    #expect(try names("[One|a [Two|b] c]") == ["2 forbidden-overlap"])
    #expect(try names("[One|[Two|a b]]") == ["2 forbidden-overlap"])
    #expect(try names("[One|a] [Two|b]") == [])
    #expect(try names("[One|a [Two|b] c]", allowed: [.contain]) == [])
    #expect(try names("[One|[Two|a b]]", allowed: [.contain]) == ["2 forbidden-overlap"])
  }

  @Test func containmentHasADirection() throws {
    let pair = OverlapRules.Pair(inner: "Two", outer: "One", allowed: [.contain])
    #expect(try names("[One|a [Two|b] c]", pairs: [pair]) == [])
    #expect(try names("[Two|a [One|b] c]", pairs: [pair]) == ["2 forbidden-overlap"])
  }

  @Test func crossing() throws {
    let schema = Schema(
      name: "x", labels: [Label("One"), Label("Two")],
      overlap: OverlapRules(allowed: [.contain, .equal]))
    let lines = "T1\tOne 0 3\ta b\nT2\tTwo 2 5\tb c\n"
    #expect(try Reviewed("a b c", lines: lines, schema: schema).names == ["2 forbidden-overlap"])
  }

  @Test func whatStandsInAGapDoesNotOverlap() throws {
    let schema = Schema(
      name: "x", labels: [Label("One"), Label("Two")], overlap: OverlapRules(allowed: []))
    let gap = "T1\tOne 0 1;4 5\ta c\nT2\tTwo 2 3\tb\n"
    #expect(try Reviewed("a b c", lines: gap, schema: schema).names == [])
    let piece = "T1\tOne 0 1;4 5\ta c\nT2\tTwo 4 5\tc\n"
    #expect(try Reviewed("a b c", lines: piece, schema: schema).names == ["2 forbidden-overlap"])
  }

  @Test func eventsOverlapAsTheyLike() throws {
    #expect(try names("[One|a [Act|b] c]") == ["2 unused-trigger"])
  }
}
