import Standoff
import Testing

@Suite struct SchemaYAMLReaderTests {
  private func read(_ text: String) -> (Schema?, [Diagnostic]) {
    Schema.parsing(yaml: Array(text.utf8), source: "galley.yaml")
  }

  /// The findings as `line:column name`.
  private func findings(_ text: String) -> [String] {
    read(text).1.map { "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.name)" }
  }

  @Test func readsEverythingThereIs() throws {
    let (schema, findings) = read(
      #"""
      schema: court
      version: 2.1
      is: What is said in court.
      labels:
        Person:
          key: p
          color: bright-cyan
          aka: [someone, кто-то]
          is: Anybody.
          not: Things.
          attributes:
            role: [judge, witness]
            present: binary
            remark: text
            age: { pattern: "[0-9]{1,3}", default: "40" }
          references: [register]
          required: [role]
          article: yes
        Statement:
          edges: inside-marks
          relations:
            madeBy: { to: [person], alias: by, count: 0-1, ends: [What, Who] }
            repeats:
              to: [Statement]
              symmetric: yes
              transitive: yes
              attributes: { verbatim: binary, mood: { values: [calm, angry], required: yes } }
            about: any
        Lie: { parent: Statement, inherit: yes, abstract: no, relations: { about: [Person] } }
      events:
        Trial:
          roles:
            Judge: { to: [Person], count: "1" }
            Witness: { to: spans, count: "*" }
            Of: events
      references:
        register: { pattern: "R-[0-9]+", is: The court's register. }
        other:
      overlap:
        allowed: [contain]
        between:
          - { inner: Person, outer: Statement, allowed: [cross, equal] }
      """#)
    #expect(findings == [])
    let person = Label(
      "Person", key: "p", color: .brightCyan, aliases: ["someone", "кто-то"], is: "Anybody.",
      not: "Things.",
      attributes: [
        AttributeRule("role", .oneOf(["judge", "witness"]), isRequired: true),
        AttributeRule("present", .binary), AttributeRule("remark"),
        AttributeRule("age", .text(try ValuePattern("[0-9]{1,3}")), defaultValue: "40"),
      ], references: ["register"], marksArticles: true)
    let madeBy = RelationRule(
      "madeBy", alias: "by", to: ["Person"], count: .optional,
      ends: RelationEnds(source: "What", target: "Who"))
    let repeats = RelationRule(
      "repeats", to: ["Statement"], isSymmetric: true, isTransitive: true,
      attributes: [
        AttributeRule("verbatim", .binary),
        AttributeRule("mood", .oneOf(["calm", "angry"]), isRequired: true),
      ])
    let statement = Label(
      "Statement", edges: .insideMarks,
      relations: [
        madeBy, repeats, RelationRule("about", to: ["Person", "Statement", "Lie", "Trial"]),
      ])
    let lie = Label(
      "Lie", relations: [madeBy, repeats, RelationRule("about", to: ["Person"])],
      parent: "Statement")
    let trial = Label(
      "Trial",
      .event([
        RoleRule("Judge", to: ["Person"]),
        RoleRule("Witness", to: ["Person", "Statement", "Lie"], count: .any),
        RoleRule("Of", to: ["Trial"]),
      ]))
    #expect(
      schema
        == Schema(
          name: "court", version: "2.1", is: "What is said in court.",
          labels: [person, statement, lie, trial],
          databases: [
            ReferenceDatabase(
              "register", pattern: try ValuePattern("R-[0-9]+"), is: "The court's register."),
            ReferenceDatabase("other"),
          ],
          overlap: OverlapRules(
            allowed: [.contain],
            pairs: [.init(inner: "Person", outer: "Statement", allowed: [.equal, .cross])])))
  }

  @Test func theShortestSchemaIsAListOfLabels() {
    let (schema, findings) = read("labels: [Person, Place]\n")
    #expect(findings == [])
    #expect(schema?.labels.map(\.name) == ["Person", "Place"])
    #expect(schema?.overlap == OverlapRules())
  }

  @Test func scalarsAreReadAsWritten() {
    let (schema, findings) = read(
      "schema: yes\nversion: 010\nlabels:\n  Claim:\n    attributes: { sure: [yes, no, ~, 1.0, 0x1F] }\n"
    )
    #expect(findings == [])
    #expect(schema?.name == "yes")
    #expect(schema?.version == "010")
    #expect(schema?.labels.first?.attributes.first?.values == ["yes", "no", "~", "1.0", "0x1F"])
  }

  @Test func aByteOrderMarkAndCarriageReturnsAreTaken() {
    let (schema, findings) = read("\u{FEFF}labels:\r\n  Claim:\r\n    key: c\r\n")
    #expect(findings == [])
    #expect(schema?.labels.first?.key == "c")
  }

  @Test func aliasesOfYAMLAreFollowed() {
    let (schema, findings) = read(
      "labels:\n  One: { attributes: &shared { sure: [yes, no] } }\n  Two: { attributes: *shared }\n"
    )
    #expect(findings == [])
    #expect(schema?.labels.last?.attributes == schema?.labels.first?.attributes)
    #expect(schema?.labels.last?.attributes.count == 1)
  }

  @Test(arguments: [
    ("", ["0:0 schema-syntax"]),
    ("# nothing\n", ["0:0 schema-syntax"]),
    ("labels: [", ["2:1 schema-syntax"]),
    ("labels:\n\tOne:\n", ["2:1 schema-syntax"]),
    ("just words", ["1:1 schema-syntax"]),
    ("- a\n", ["1:1 schema-syntax"]),
    ("schema: s\n", ["1:1 schema-syntax"]),
    ("labels: One\n", ["1:9 schema-syntax"]),
    ("labels: [One]\n---\nlabels: [Two]\n", ["2:1 schema-syntax"]),
    ("labels: [One]\nlables: []\n", ["2:1 schema-unknown-key"]),
    ("labels:\n  One: { colour: red }\n", ["2:10 schema-unknown-key"]),
    ("labels:\n  One: { color: rad }\n", ["2:17 schema-bad-value"]),
    ("labels:\n  One: { roles: {} }\n", ["2:10 schema-unknown-key"]),
    (
      "labels:\n  One: { key: K }\n  Two: { key: kk }\n",
      ["2:15 schema-bad-value", "3:15 schema-bad-value"]
    ),
    ("labels:\n  One: { key: k }\n  Two: { key: k }\n", ["3:15 schema-duplicate"]),
    ("labels:\n  One: {}\n  One: {}\n", ["3:3 schema-duplicate"]),
    ("labels:\n  One: { aka: [two] }\n  Two: {}\n", ["2:16 schema-duplicate"]),
    (
      "labels:\n  One: { aka: [x1, X1, '1', a b] }\n",
      ["2:20 schema-duplicate", "2:24 schema-bad-name", "2:29 schema-bad-name"]
    ),
    (
      "labels: [A, 1st, Ünï, -x, 'a b', ok]\n",
      [
        "1:10 schema-bad-name", "1:13 schema-bad-name", "1:18 schema-bad-name",
        "1:23 schema-bad-name",
        "1:27 schema-bad-name",
      ]
    ),
    (
      "labels:\n  One: { attributes: { ref: text, scope: [x] } }\n",
      ["2:24 schema-bad-name", "2:35 schema-bad-name"]
    ),
    (
      "labels:\n  One: { attributes: { ab: [x, x], cd: [], ef: flag } }\n",
      ["2:32 schema-duplicate", "2:40 schema-bad-value", "2:48 schema-bad-value"]
    ),
    (
      "labels:\n  One: { attributes: { ab: { values: [x], default: y } } }\n",
      ["2:52 schema-bad-value"]
    ),
    (
      "labels:\n  One: { attributes: { ab: { values: [x], binary: yes } } }\n",
      ["2:24 schema-bad-value"]
    ),
    ("labels:\n  One: { attributes: { ab: { pattern: '(' } } }\n", ["2:39 schema-bad-pattern"]),
    ("labels:\n  One: { attributes: { ab: text }, required: [ac] }\n", ["2:47 schema-bad-value"]),
    (
      "labels:\n  One: { attributes: { by: text }, relations: { made: { to: [One], alias: by } } }\n",
      ["2:24 schema-duplicate"]
    ),
    ("labels:\n  One: { relations: { made: [Oen] } }\n", ["2:30 schema-unknown-label"]),
    ("labels:\n  One: { relations: { made: {} } }\n", ["2:23 schema-syntax"]),
    ("labels:\n  One: { relations: { made: { to: [] } } }\n", ["2:35 schema-syntax"]),
    (
      "labels:\n  One: { relations: { made: { to: [One], count: 3-1 } } }\n",
      ["2:49 schema-bad-value"]
    ),
    (
      "labels:\n  One: { relations: { made: { to: [One], count: 99999999999999999999 } } }\n",
      ["2:49 schema-bad-value"]
    ),
    (
      "labels:\n  One: { relations: { made: { to: [One], alias: did }, did: [One] } }\n",
      ["2:56 schema-duplicate"]
    ),
    (
      "labels:\n  One:\n    relations:\n      made: { to: [One], alias: by }\n      done: { to: [One], alias: By }\n",
      ["5:33 schema-duplicate"]
    ),
    (
      "labels:\n  One: { relations: { made: { to: [One], ends: [Arg1] } } }\n",
      ["2:48 schema-bad-value"]
    ),
    (
      "labels:\n  One: { relations: { made: { to: [One], symmetric: maybe } } }\n",
      ["2:53 schema-bad-value"]
    ),
    ("labels:\n  One: { parent: Tow }\n  Two:\n", ["2:18 schema-unknown-label"]),
    ("labels:\n  One: { parent: Two }\n  Two: { parent: One }\n", ["2:18 schema-bad-value"]),
    ("labels:\n  One: { inherit: yes }\n", ["2:19 schema-bad-value"]),
    (
      "labels: [One]\nevents:\n  Two: { roles: { R1: { to: [One], count: '+' } } }\n",
      ["3:19 schema-bad-name"]
    ),
    ("labels: [One]\nreferences: { wiki: { pattern: '[' } }\n", ["2:32 schema-bad-pattern"]),
    ("labels: [One]\noverlap: { allowed: [equals] }\n", ["2:22 schema-bad-value"]),
    (
      "labels: [One]\noverlap: { between: [{ inner: One, allowed: [] }] }\n", ["2:22 schema-syntax"]
    ),
    ("labels: [One]\noverlap: { between: { inner: One } }\n", ["2:21 schema-syntax"]),
    ("labels: [One]\n? [a]\n: b\n", ["2:3 schema-syntax"]),
    ("labels: *nothing\n", ["1:9 schema-syntax"]),
    ("labels:\n  - One: { key: k }\n  - Two\n", ["2:5 schema-syntax"]),
    ("labels: [[One]]\n", ["1:10 schema-syntax"]),
    ("labels:\nschema: none\n", ["1:8 schema-syntax"]),
    ("labels: []\n", ["1:9 schema-syntax"]),
    ("labels: {}\n", ["1:9 schema-syntax"]),
    ("labels:\n  One: { attributes: [{ ab: text }] }\n", ["2:23 schema-syntax"]),
    ("labels: [One]\nis: \"\u{7}\"\n", ["2:6 schema-syntax"]),
  ])
  func everyFaultIsFoundAtItsPlace(_ text: String, _ expected: [String]) {
    #expect(findings(text) == expected)
    #expect(read(text).0 == nil)
  }

  /// As brat has them: each means what is spelled just so.
  @Test(arguments: [
    ("labels:\n  One: {}\n  ONE: {}\n", ["3:3"]),
    ("labels: [One, one, ONE]\n", ["1:15", "1:20"]),
    ("labels: [One]\nevents: [one]\n", ["2:10"]),
    ("labels:\n  One: { attributes: { ab: text, AB: text } }\n", ["2:34"]),
    ("labels:\n  One: { attributes: { ab: [x, X] } }\n", ["2:32"]),
    (
      "labels:\n  One: { attributes: { AB: text }, relations: { ab: any, Ab: any } }\n",
      ["2:58", "2:24"]
    ),
    (
      "labels:\n  One: { relations: { made: [One] } }\n  Two: { relations: { Made: [One] } }\n",
      ["3:23"]
    ),
    ("labels: [One]\nevents:\n  Two: { roles: { ab: [One], AB: [One] } }\n", ["3:30"]),
  ])
  func namesThatDifferInCaseAloneAreWarnedOf(_ text: String, _ places: [String]) throws {
    let (schema, found) = Schema.parsing(yaml: Array(text.utf8), source: "galley.yaml")
    #expect(found.allSatisfy { $0.severity == .warning }, "\(found)")
    #expect(findings(text) == places.map { $0 + " schema-duplicate" })
    // What is printed says the same, and is warned of again.
    let printed = try #require(schema).yaml()
    let (again, warnings) = Schema.parsing(yaml: Array(printed.utf8), source: "galley.yaml")
    #expect(again == schema && warnings.count == found.count)
  }

  @Test func eachOfTwoLabelsThatDifferInCaseIsMeantAsItIsSpelled() {
    let (schema, _) = read("labels: [Cat, CAT]\nevents:\n  Meow: { roles: { By: [CAT] } }\n")
    #expect(schema?.role("By", of: "Meow")?.targets == ["CAT"])
    #expect(schema?.label(named: "Cat")?.name == "Cat" && schema?.label(named: "cat") == nil)
    #expect(
      findings("labels: [Cat, CAT]\nevents:\n  Meow: { roles: { By: [cat] } }\n").last
        == "3:25 schema-unknown-label")
  }

  @Test func aNameWithoutEndIsNone() {
    let long = String(repeating: "ab", count: 100)
    #expect(findings("labels: [\(long)]\n") == ["1:10 schema-bad-name"])
  }

  @Test func everythingWrongIsSaidAtOnce() {
    let text = """
      schema: s
      labels:
        Person: { color: mauve, attributes: { kind: [a, a] } }
        Claim: { relations: { by: [Persn] }, edges: inside }
      """
    #expect(
      findings(text) == [
        "3:51 schema-duplicate", "3:20 schema-bad-value", "4:30 schema-unknown-label",
        "4:47 schema-bad-value",
      ])
  }

  @Test func aFindingOffersTheNearestName() {
    let (_, findings) = read("labels:\n  Ж: 1\n  Person: { colour: red }\n")
    let finding = findings.last
    #expect(finding?.message == "“colour” is no key of a label; did you mean “color”?")
    #expect(finding?.fix == "color")
    #expect(finding?.place.excerpt == "  Person: { colour: red }")
    #expect(finding?.place.length == 6)
    #expect(finding?.place.source == "galley.yaml")
  }

  @Test func columnsCountCodePoints() {
    #expect(
      findings("labels:\n  One: { is: \"e\u{301}\u{1F600}\", colour: red }\n")
        == ["2:21 schema-unknown-key"])
  }

  @Test(arguments: ["", "\n", "# to come\n", "!tag", "\"\"", "!tag ''\n"])
  func aFileThatSaysNothingIsNoSchema(_ text: String) {
    let (schema, findings) = Schema.parsing(yaml: Array(text.utf8), source: "galley.yaml")
    #expect(schema == nil)
    #expect(
      findings.map(\.message) == ["the schema is empty; it needs at least “labels:” with a label"])
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let (schema, findings) = Schema.parsing(yaml: [0x6C, 0xFF, 0xFE], source: "x")
    #expect(schema == nil)
    #expect(findings.map(\.name.rawValue) == ["schema-syntax"])
  }

  @Test func whatIsInheritedComesFromTheTopAndFirst() {
    let text = """
      labels:
        Third: { parent: Second, inherit: yes, attributes: { own: text, shared: [c] } }
        Second: { parent: First, inherit: yes, attributes: { middle: text } }
        First: { attributes: { top: text, shared: [a, b] } }
      """
    let (schema, findings) = Schema.parsing(yaml: Array(text.utf8), source: "galley.yaml")
    #expect(findings == [])
    let attributes = schema?.label(named: "Third")?.attributes
    #expect(attributes?.map(\.name) == ["top", "middle", "own", "shared"])
    #expect(attributes?.last?.values == ["c"])
  }
}
