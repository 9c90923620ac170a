import Standoff
import Testing

@Suite struct SchemaYAMLWriterTests {
  private func readBack(_ schema: Schema) -> (Schema?, [Diagnostic]) {
    Schema.parsing(yaml: Array(schema.yaml().utf8), source: "galley.yaml")
  }

  @Test func theNewsSchemaIsReadBackAsItIs() {
    let (schema, findings) = readBack(.news)
    #expect(findings == [])
    #expect(schema == .news)
    #expect(schema?.yaml() == Schema.news.yaml())
  }

  @Test(arguments: 0..<500)
  func whatIsWrittenIsReadBackAsItWas(_ number: Int) {
    let schema = RandomSchema.number(number)
    let (back, findings) = readBack(schema)
    #expect(findings == [], "seed \(number):\n\(schema.yaml())")
    #expect(back == schema, "seed \(number):\n\(schema.yaml())")
    // `==` of texts overlooks how accents are composed; the bytes do not.
    #expect(back?.yaml().utf8.elementsEqual(schema.yaml().utf8) == true, "seed \(number)")
  }

  @Test func printsForPeople() throws {
    let schema = Schema(
      name: "court", is: "Who says: what",
      labels: [
        Label(
          "Person", key: "p", color: .cyan, aliases: ["someone"], is: "Anybody, but # no thing.",
          not: "Cats, dogs and the like.",
          attributes: [
            AttributeRule("role", .oneOf(["judge", "x, y"]), isRequired: true),
            AttributeRule("age", .text(try ValuePattern("[0-9]+")), is: "In years."),
          ],
          relations: [RelationRule("knows", alias: "k2", to: ["Person"], count: .optional)]),
        Label("Trial", .event([RoleRule("Judge", to: ["Person"])])),
      ],
      databases: [ReferenceDatabase("register")],
      overlap: OverlapRules(
        allowed: [], pairs: [.init(inner: "Person", outer: "Person", allowed: [.equal])]))
    #expect(
      schema.yaml() == """
        schema: court
        version: 1
        is: "Who says: what"
        labels:
          Person:
            key: p
            color: cyan
            aka: [someone]
            is: "Anybody, but # no thing."
            not: Cats, dogs and the like.
            attributes:
              role: [judge, "x, y"]
              age:
                is: In years.
                pattern: "[0-9]+"
            relations:
              knows: { to: [Person], alias: k2, count: 0-1 }
            required: [role]
        events:
          Trial:
            roles:
              Judge: { to: [Person], count: 1 }
        references:
          register:
        overlap:
          allowed: []
          between:
            - { inner: Person, outer: Person, allowed: [equal] }

        """)
  }
}
