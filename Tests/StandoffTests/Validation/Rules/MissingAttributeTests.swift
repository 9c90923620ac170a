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
}
