import Foundation
import Standoff
import Testing
import TestSupport

@Suite struct BratSchemaReaderTests {
  private func read(
    _ text: String, visual: String? = nil, shortcuts: String? = nil
  ) -> (Schema?, [Diagnostic]) {
    Schema.parsing(
      annotationConf: Array(text.utf8),
      visual: visual.map { BratFile(source: "visual.conf", bytes: Array($0.utf8)) },
      shortcuts: shortcuts.map { BratFile(source: "kb_shortcuts.conf", bytes: Array($0.utf8)) },
      source: "annotation.conf")
  }

  /// A configuration with all four sections, of which `section` holds the lines.
  private func configuration(_ section: String, _ lines: String) -> String {
    let entities = section == "entities" ? lines : "Person\nPlace"
    return "[entities]\n\(entities)\n"
      + ["relations", "events", "attributes"]
      .map { "[\($0)]\n" + (section == $0 ? lines + "\n" : "") }.joined()
  }

  /// The findings as `line:column name severity`.
  private func findings(_ text: String) -> [String] {
    read(text).1.map {
      "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.name) \($0.severity)"
    }
  }

  @Test func readsTheWholeGrammar() {
    let (schema, findings) = read(
      """
      # who and where
      [spans]
      !Agent
      \tPerson|Somebody|Human being\t<NORM>:Wiki|Local
       Group
      Place
      ----
      Thing

      [relations]
      <WHO>=Person|Group
      Lives\tArg1:<WHO>, Arg2:Place
      Lives\tArg1:Thing,Arg2:Thing
      Same  From:<ENTITY>, Into:<ENTITY>, <REL-TYPE>:symmetric-transitive
      Equiv Arg1:Place, Arg2:Place
      !Hidden
      <OVERLAP> Arg1:Person, Arg2:Group, <OVL-TYPE>:contain|equal
      <OVERLAP> Arg1:Place, Arg2:Thing, <OVL-TYPE>:<ANY>
      ENTITY-NESTING Arg1:Thing, Arg2:Place
      ENTITY-NESTING Arg1:Person, Arg2:Place

      [events]
      !Deed\tWho:Person|Group, Where?:Place
      \tGift\t<INHERIT>, What+:Thing, Of*:<EVENT>
      \tWedding\tWho{2}:Person, Guest{0-9}:<ANY>

      [attributes]
      Sure\tArg:<EVENT>
      Mood Arg:Person|Gift, Value:glad|sad, <DEFAULT>:sad
      Since\tArg:Lives, Value:old|new
      Any-where Arg:<ANY>
      """)
    #expect(findings == [])
    let anywhere = AttributeRule("Any-where", .binary)
    let sure = AttributeRule("Sure", .binary)
    let mood = AttributeRule("Mood", .oneOf(["glad", "sad"]), defaultValue: "sad")
    let since = AttributeRule("Since", .oneOf(["old", "new"]))
    func lives(_ target: String) -> RelationRule {
      RelationRule("Lives", to: [target], attributes: [since, anywhere])
    }
    let same = RelationRule(
      "Same", to: ["Agent", "Person", "Group", "Place", "Thing"], isSymmetric: true,
      isTransitive: true, attributes: [anywhere], ends: RelationEnds(source: "From", target: "Into")
    )
    let equiv = RelationRule(
      "Equiv", to: ["Place"], isSymmetric: true, isTransitive: true, attributes: [anywhere])
    let who = RoleRule("Who", to: ["Person", "Group"])
    let place = RoleRule("Where", to: ["Place"], count: .optional)
    let everything = [
      "Agent", "Person", "Group", "Place", "Thing", "Deed", "Gift", "Wedding",
    ]
    #expect(
      schema?.labels == [
        Label("Agent", attributes: [anywhere], relations: [same], isAbstract: true),
        Label(
          "Person", aliases: ["Somebody", "Human_being"], attributes: [mood, anywhere],
          relations: [lives("Place"), same], references: ["Wiki", "Local"], parent: "Agent"),
        Label(
          "Group", attributes: [anywhere], relations: [lives("Place"), same], parent: "Agent"),
        Label("Place", attributes: [anywhere], relations: [same, equiv]),
        Label("Thing", attributes: [anywhere], relations: [lives("Thing"), same]),
        Label("Deed", .event([who, place]), attributes: [sure, anywhere], isAbstract: true),
        Label(
          "Gift",
          .event([
            who, place, RoleRule("What", to: ["Thing"], count: .some),
            RoleRule("Of", to: ["Deed", "Gift", "Wedding"], count: .any),
          ]), attributes: [sure, mood, anywhere], parent: "Deed"),
        Label(
          "Wedding",
          .event([
            RoleRule("Who", to: ["Person"], count: CountRange(2, 2)),
            RoleRule("Guest", to: everything, count: CountRange(0, 9)),
          ]), attributes: [sure, anywhere], parent: "Deed"),
      ])
    #expect(
      schema?.overlap
        == OverlapRules(
          allowed: [],
          pairs: [
            .init(inner: "Person", outer: "Group", allowed: [.contain, .equal]),
            .init(inner: "Place", outer: "Thing", allowed: [.contain, .equal, .cross]),
            .init(inner: "Thing", outer: "Place", allowed: [.contain]),
            .init(inner: "Person", outer: "Place", allowed: [.contain]),
          ]))
  }

  @Test(arguments: [
    ("entities", "Person <NRM>:Wiki", "2:8 schema-undefined-macro error"),
    ("entities", "<ANY>=Person", "2:1 schema-bad-name error"),
    ("entities", "  Person", "2:3 schema-syntax error"),
    ("entities", "Perßon", "2:1 schema-bad-name warning"),
    ("entities", "Person\nPerson", "3:1 schema-duplicate warning"),
    ("entities", "P", "2:1 schema-bad-name warning"),
    ("entities", "Person Arg:Place\nPlace", "2:8 schema-syntax warning"),
    ("relations", "In Arg1:Person Arg2:Place", "5:4 schema-syntax error"),
    ("relations", "In Arg1:Person, Arg2", "5:17 schema-syntax error"),
    ("relations", "In Arg1:Person", "5:1 schema-syntax warning"),
    ("relations", "In Arg1:Person|, Arg2:Place", "5:4 schema-syntax error"),
    ("relations", "In Arg1:Person, Arg1:Place", "5:17 schema-duplicate error"),
    ("relations", "In Arg1:Person, Arg2*:Place", "5:17 schema-bad-name error"),
    ("relations", "In Arg1:Person, Arg2:Plcae", "5:22 schema-unknown-label warning"),
    ("relations", "<A>=Person\n[events]\nIn Arg1:<A>", "7:9 schema-undefined-macro error"),
    ("relations", "In <INHERIT>", "5:4 schema-syntax error"),
    ("relations", "<OVERLAP> Arg1:Person, Arg2:Place", "5:1 schema-syntax warning"),
    (
      "relations", "<OVERLAP> Arg1:Person, Arg2:Place, <OVL-TYPE>:touch",
      "5:47 schema-bad-value warning"
    ),
    ("events", "Go Who{3-1}:Person", "6:4 schema-bad-value error"),
    ("events", "Go Who{0}:Person", "6:4 schema-bad-value error"),
    ("events", "Go Who{}:Person", "6:4 schema-bad-value error"),
    ("events", "Go Who{99999999999999999999}:Person", "6:4 schema-bad-value error"),
    ("attributes", "Sure Value:a|b", "7:1 schema-syntax warning"),
    ("attributes", "Sure Arg:Person, Values:a", "7:18 schema-syntax warning"),
    (
      "attributes", "Sure Arg:Person, Value:a|b, <DEFAULT>:c", "7:39 schema-syntax warning"
    ),
    ("relations", "In Arg1:Person, Arg2?:Place", "5:17 schema-syntax warning"),
    ("attributes", "[relation]", "7:1 schema-unknown-section warning"),
  ])
  func everyFaultIsFoundAtItsPlace(_ section: String, _ lines: String, _ expected: String) {
    let all = findings(configuration(section, lines))
    #expect(all.contains(expected), "\(all)")
  }

  @Test func missingSectionsAreWarnedOf() {
    #expect(
      findings("[entities]\nPerson\n")
        == Array(repeating: "0:0 schema-unknown-section warning", count: 3))
    #expect(read("[entities]\nPerson\n").0?.labels.map(\.name) == ["Person"])
  }

  @Test func theOlderWordForNestingGivesWayToTheNewer() {
    let anywhere = "<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:cross"
    let nesting = "ENTITY-NESTING Arg1:Person, Arg2:Place"
    let (both, _) = read(configuration("relations", anywhere + "\n" + nesting))
    #expect(both?.overlap == OverlapRules(allowed: [.cross]))
    let (alone, _) = read(configuration("relations", nesting))
    #expect(alone?.allows(.contain, of: "Person", with: "Place") == true)
    #expect(alone?.allows(.contain, of: "Place", with: "Person") == false)
    #expect(alone?.allows(.cross, of: "Person", with: "Place") == false)
  }

  @Test func anUndefinedMacroIsReportedOnceALine() {
    let lines = "In Arg1:<WHO>, Arg2:<WHO>|<WHERE>"
    #expect(
      findings(configuration("relations", lines))
        == ["5:9 schema-undefined-macro error", "5:27 schema-undefined-macro error"])
  }

  @Test func anUnknownLabelIsReportedOnce() {
    let lines = "In Arg1:Span, Arg2:Span\nOn Arg1:Span, Arg2:Person"
    #expect(findings(configuration("relations", lines)) == ["5:9 schema-unknown-label warning"])
  }

  @Test func aSoundFileWithWarningsIsASchema() {
    let (schema, findings) = read(configuration("relations", "In Arg1:Person, Arg2:Plcae|Place"))
    #expect(findings.map(\.severity) == [.warning])
    #expect(schema?.legalTargets(of: "In", from: "Person") == ["Place"])
  }

  @Test func coloursKeysAndShownNamesComeFromTheOtherFiles() {
    let (schema, findings) = read(
      configuration("events", "Go Who:Person"),
      visual: """
        [labels]
        Person | Human being | person | Hum
        Go | + go
        [drawing]
        SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken
        Person\tbgColor:#00d0d0
        Place bgColor:<NONE>
        Go\tbgColor:navy
        """,
      shortcuts: "# keys\nP\tPerson\nQ Place\np Go\n\nW Who\nbroken\n")
    #expect(
      findings.map { "\($0.place.source ?? "") \($0.place.line ?? 0) \($0.name)" } == [
        "kb_shortcuts.conf 4 schema-bad-value", "kb_shortcuts.conf 7 schema-syntax",
      ])
    #expect(schema?.label(withKey: "p")?.name == "Person")
    #expect(schema?.label(withKey: "q")?.name == "Place")
    #expect(schema?.label(named: "human_being")?.name == "Person")
    #expect(schema?.label(exactly: "Person")?.aliases == ["Human_being", "Hum"])
    #expect(schema?.labels.map(\.color) == [.cyan, nil, .blue])
  }

  @Test func whatIsWrongInTheOtherFilesSpoilsNothing() {
    let (schema, findings) = read(
      configuration("entities", "Person"), visual: "[drawing]\nPerson <FOO>\n\tToo deep:x:\n",
      shortcuts: "\u{0}")
    #expect(schema != nil)
    #expect(!findings.isEmpty && findings.allSatisfy { $0.severity == .warning })
  }

  @Test func macrosThatMultiplyAreStopped() {
    var lines = "<A>=<B><B><B><B>\n"
    for (one, next) in zip("BCDEFGHIJKLMNOPQRSTUVWXY", "CDEFGHIJKLMNOPQRSTUVWXYZ") {
      lines += "<\(one)>=<\(next)><\(next)><\(next)><\(next)>\n"
    }
    lines += "Person <A>"
    #expect(findings(configuration("entities", lines)).first?.contains("schema-too-large") == true)
  }

  /// Numbered, so that no report is as long as the lines.
  private static let hugeLines = [
    "Person " + String(repeating: "Arg:x, ", count: 3000),
    "Person " + String(repeating: "<", count: 100_000),
    (0..<200).map { number in
      "<\(String(repeating: "A", count: number + 1))>=Person"
    }.joined(separator: "\n"),
  ]

  @Test(arguments: hugeLines.indices)
  func whatIsTooMuchForALineIsRefused(_ number: Int) {
    let all = findings(configuration("entities", Self.hugeLines[number]))
    #expect(all.contains { $0.contains("schema-too-large error") })
    #expect(all.count < 210)
  }

  @Test func rulesThatNameAllTooMuchAreStopped() {
    let names = (0..<2400).map { "Label\($0)" }.joined(separator: "\n")
    let relations = (0..<2400).map { "Rel\($0) Arg1:<ANY>, Arg2:<ANY>" }.joined(separator: "\n")
    let found = findings(
      "[entities]\n\(names)\n[relations]\n\(relations)\n[events]\n[attributes]\n")
    #expect(found.count == 1 && found[0].contains("schema-too-large"))
  }

  @Test(arguments: 0..<300)
  func aDamagedConfigurationIsReadOrRefused(_ number: Int) {
    var seed = Seed(UInt64(number))
    var bytes = Array(RandomSchema.number(number).annotationConf().utf8)
    for _ in 0..<Int.random(in: 1...6, using: &seed) {
      let place = Int.random(in: 0..<bytes.count, using: &seed)
      switch Int.random(in: 0..<3, using: &seed) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &seed)
      case 1: bytes.remove(at: place)
      default:
        bytes.insert(
          contentsOf: "<>{}|:,!\t [\n=-".utf8.shuffled(using: &seed).prefix(2), at: place)
      }
    }
    let (schema, findings) = Schema.parsing(annotationConf: bytes, source: "annotation.conf")
    #expect((schema == nil) == findings.contains { $0.severity == .error }, "seed \(number)")
  }

  /// The configurations of published corpora, where they are at hand: none has an error.
  @Test func publishedConfigurationsAreRead() throws {
    let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/corpora")
    let files = FileManager.default.enumerator(at: corpora, includingPropertiesForKeys: nil)
    let paths = (files?.compactMap { $0 as? URL } ?? []).filter {
      $0.lastPathComponent == "annotation.conf"
    }
    for path in paths {
      let folder = path.deletingLastPathComponent().path
      let located = SchemaLookup.schema(forArticlesIn: folder) { path in
        FileManager.default.contents(atPath: path).map { Array($0) }
      }
      #expect(located.path == path.path)
      #expect(located.findings.filter { $0.severity == .error } == [], "\(path.path)")
      #expect(located.schema?.labels.isEmpty == false, "\(path.path)")
    }
  }

  @Test func aDefaultThatIsNoValueIsNone() {
    let lines = "kind\tArg:Person, Value:a|b, <DEFAULT>:c\nsize\tArg:Person, Value:a|b, <DEFAULT>:b"
    let text = "[entities]\nPerson\n[relations]\n[events]\n[attributes]\n\(lines)\n"
    let (schema, _) = Schema.parsing(annotationConf: Array(text.utf8), source: "annotation.conf")
    #expect(schema?.label(named: "Person")?.attributes.map(\.defaultValue) == [nil, "b"])
  }
}
