import TestSupport
import Testing

@testable import Standoff

/// Asking by places says the same as asking by names.
@Suite struct OverlapTableTests {
  @Test(arguments: 0..<200) func saysWhatTheSchemaSays(number: Int) {
    let schema = RandomSchema.number(number)
    let table = OverlapTable(schema)
    var forbidsAny = false
    for (inner, one) in schema.labels.enumerated() where !one.isEvent {
      for (outer, other) in schema.labels.enumerated() where !other.isEvent {
        for kind in OverlapRules.Kind.allCases {
          let isAllowed = schema.allows(kind, of: one.name, with: other.name)
          #expect(
            table.allows(kind, of: inner, with: outer) == isAllowed,
            "schema \(number), \(kind) of \(one.name) with \(other.name)")
          forbidsAny = forbidsAny || !isAllowed
        }
      }
    }
    #expect(table.forbidsAny == forbidsAny, "schema \(number)")
  }

  @Test(arguments: [
    ("Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", false),
    ("Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", false),
    ("Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:contain|equal", true),
    ("Arg1:Speaker, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", true),
  ])
  func forbidsNothingWhereBratAllowsAll(rule: String, forbidsAny: Bool) throws {
    let conf = """
      [entities]
      Speaker
      Claim
      [relations]
      <OVERLAP>\t\(rule)
      [events]
      Say\tOf:Claim
      [attributes]
      """
    let (schema, findings) = Schema.parsing(
      annotationConf: Array(conf.utf8), source: "annotation.conf")
    #expect(OverlapTable(try #require(schema, "\(findings)")).forbidsAny == forbidsAny)
  }
}
