import TestSupport
import Testing

@testable import Standoff

/// Passing over plain lines changes no finding: neither one more nor one less, nor any word of it.
@Suite struct PlainLinesTests {
  @Test(arguments: 0..<80) func skippingFindsTheSameInSpoiledFiles(number: UInt64) throws {
    var seed = Seed(number)
    let file = try CleanFile(&seed)
    let faults = SeededFaultTests.faults.sorted { $0.key < $1.key }.map(\.value)
    var lines = file.lines
    for _ in 0..<Int.random(in: 0..<4, using: &seed) {
      var spoiled = file.lines
      guard let place = faults.randomElement(using: &seed)?(&spoiled, file, &seed) else { continue }
      lines.insert(spoiled[place], at: Int.random(in: 0...lines.count, using: &seed))
    }
    // What some programs end a line at.
    let odd = "one\u{2028}two three\u{B}four five\u{85}six seven eight\n"
    let article = try Article(bytes: Array((file.text + odd).utf8))
    let spans = (0..<40).map { Self.line(1000 + $0, of: article, &seed) }
    for line in spans { lines.insert(line, at: Int.random(in: 0...lines.count, using: &seed)) }
    let end = Bool.random(using: &seed) ? "\n" : ""
    try Self.expectSameFindings(
      Array((lines.joined(separator: "\n") + end).utf8), article, "seed \(number)")
  }

  @Test(arguments: 0..<200) func skippingFindsTheSameInMessyFiles(number: UInt64) throws {
    var file = RandomFile(number)
    let article = try file.article()
    try Self.expectSameFindings(file.bytes(), article, "seed \(number)")
  }

  @Test func skippingFindsTheSameInFilesCutAnywhere() throws {
    let article = try Article(bytes: Array("The mayor said so.\n".utf8))
    let lines = [
      "T1\tSpeaker 0 9\tThe mayor", "T2\tClaim 15 17\tso", "R1\tby Arg1:T2 Arg2:T1",
      "#1\tAnnotatorNotes T1\tas printed", "A1\tstance T2 favor x", "A2\thedged T2 ", "A3\tso T1",
    ]
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    for count in 0...bytes.count {
      try Self.expectSameFindings(Array(bytes.prefix(count)), article, "cut after \(count)")
    }
  }

  /// Nothing is skipped where nothing is plain, and then the other tests would show nothing.
  @Test func mostLinesOfCleanFilesArePlain() throws {
    var seed = Seed(1)
    let file = try CleanFile(&seed)
    let text = "Filler so that no line stands at the end.\n"
    let article = try Article(bytes: Array((file.text + text).utf8))
    let note = "#9\tAnnotatorNotes \(file.columns(file.places(of: "T")[0])[0])\tone more line\n"
    let bytes = Array((file.lines.joined(separator: "\n") + "\n" + note).utf8)
    let set = AnnotationSet(parsing: bytes, of: article)
    let facts = SchemaFacts(.news, names: set.store.names)
    let spans = PlainSpans(facts)
    let rows = set.store.order.filter { set.store.kind(of: $0) == .textBound }
    #expect(rows.filter { set.store.rows[$0].words >= .fitting }.count == rows.count)
    #expect(rows.filter { spans.contains($0, of: set.store) }.count * 3 > rows.count)
    var lines = PlainLines(facts, set.store.arena.base)
    for (family, kind) in [("A", LineKind.attribute), ("R", .relation), ("#", .note)] {
      let rows = set.store.order.filter { set.store.kind(of: $0) == kind }
      // Those on annotations of several pieces are not.
      let plain = rows.filter { lines.contains($0, kind, of: set.store, [:]) }
      #expect(plain.count * 2 > rows.count, "\(family)")
    }
  }

  /// A line with the words of some stretch of the article, or with odd ones.
  private static func line(_ number: Int, of article: Article, _ seed: inout Seed) -> String {
    let start = Int.random(in: 0..<article.scalarCount, using: &seed)
    let end = min(article.scalarCount, start + Int.random(in: 0..<30, using: &seed))
    let label = ["Speaker", "Claim", "Topic", "Cue", "Say"].randomElement(using: &seed) ?? "Topic"
    let words = article.text(in: TextRange(start, end)).split { $0 == "\n" || $0 == "\r\n" }
    let text =
      words.joined(separator: " ")
      + (["", "", "", " ", "\t", "x"].randomElement(using: &seed) ?? "")
    return "T\(number)\t\(label) \(start) \(end)\t\(text)"
  }

  private static func expectSameFindings(
    _ bytes: [UInt8], _ article: Article, _ comment: Comment
  ) throws {
    let set = AnnotationSet(parsing: bytes, of: article)
    for schema in [Schema.news, try strict(), try brat()] {
      let all = Review(of: set, schema: schema, source: "a.ann", skipsPlainLines: false)
      let found = Validator().findings(in: set, schema: schema, source: "a.ann")
      #expect(found == Validator().findings(in: all), comment)
    }
  }

  /// A schema that asks for attributes and relations, trims marks and forbids overlaps.
  private static func strict() throws -> Schema {
    let yaml = """
      schema: strict
      labels:
        Speaker: {edges: inside-marks}
        Claim:
          attributes:
            stance: {values: [favor, against], required: yes}
          relations:
            attributedTo: {to: [Speaker], count: 1}
        Topic: {}
        Evidence: {}
      overlap: {allowed: []}
      """
    let (schema, findings) = Schema.parsing(yaml: Array(yaml.utf8), source: "strict.yaml")
    return try #require(schema, "\(findings)")
  }

  private static func brat() throws -> Schema {
    let conf = """
      [entities]
      Speaker
      Claim
      Topic
      [relations]
      attributedTo\tArg1:Claim, Arg2:Speaker
      [events]
      Say\tWho:Speaker
      [attributes]
      stance\tArg:Claim, Value:favor|against
      """
    let (schema, findings) = Schema.parsing(
      annotationConf: Array(conf.utf8), source: "annotation.conf")
    return try #require(schema, "\(findings)")
  }
}
