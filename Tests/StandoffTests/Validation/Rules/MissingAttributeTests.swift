import Standoff
import Testing

@Suite struct MissingAttributeTests {
  static let schema = Schema(
    name: "x",
    labels: [
      Label("Claim", attributes: [AttributeRule("stance", .oneOf(["for"]), isRequired: true)])
    ])

  @Test func requiredOnes() throws {
    #expect(try Reviewed("[Claim|a]", schema: Self.schema).names == ["1 missing-attribute"])
    #expect(try Reviewed("[Claim|a]", "A1\tstance T1 for\n", schema: Self.schema).names == [])
  }

  @Test func oneOfAnotherAnnotationDoesNotServe() throws {
    let names = try Reviewed("[Claim|a] [Claim|b]", "A1\tstance T2 for\n", schema: Self.schema)
      .names
    #expect(names == ["1 missing-attribute"])
  }

  @Test func requiredOnesOfRelations() throws {
    let relation = RelationRule(
      "by", to: ["Claim"], attributes: [AttributeRule("tone", .oneOf(["calm"]), isRequired: true)])
    let schema = Schema(name: "x", labels: [Label("Claim", relations: [relation])])
    let lines = "R1\tby Arg1:T1 Arg2:T2\n"
    let names = try Reviewed("[Claim|a] [Claim|b]", lines, schema: schema).names
    #expect(names == ["3 missing-attribute"])
    let complete = try Reviewed(
      "[Claim|a] [Claim|b]", lines + "A1\ttone R1 calm\n", schema: schema)
    #expect(complete.names == [])
  }
}
