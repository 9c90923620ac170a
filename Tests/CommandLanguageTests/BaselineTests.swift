import CommandLanguage
import Standoff
import Testing

@Suite struct BaselineTests {
  private func finding(
    _ name: String, _ file: String, line: Int, _ excerpt: String?
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticName(name), "message \(line)",
      at: Place(source: file, line: line, column: 4, excerpt: excerpt))
  }

  private func baseline(_ findings: [Diagnostic]) throws -> Baseline {
    let lines = findings.map { $0.jsonWithExcerpt.encoded() + "\n" }
    return try Baseline(Array(lines.joined().utf8), source: "known.json")
  }

  @Test func aFindingIsKnownWhereverItsLineStands() throws {
    let known = try baseline([
      finding("syntax", "a.ann", line: 3, "T1 x"), finding("same-annotator", "a.ann", line: 1, nil),
    ])
    #expect(known.unknown([finding("syntax", "./a.ann", line: 9, "T1 x")]) == [])
    #expect(known.unknown([finding("same-annotator", "a.ann", line: 1, nil)]) == [])
    for other in [
      finding("syntax", "b.ann", line: 3, "T1 x"), finding("syntax", "a.ann", line: 3, "T1 y"),
      finding("unknown-id", "a.ann", line: 3, "T1 x"),
    ] {
      #expect(known.unknown([other]) == [other])
    }
  }

  @Test func itIsKnownAsOftenAsItWas() throws {
    let lines = (1...3).map { finding("blank-line", "a.ann", line: $0, "") }
    #expect(try baseline(Array(lines[..<2])).unknown(lines) == [lines[2]])
  }

  /// What is told once for several lines is new again where there are more of them.
  @Test func itIsKnownOnAsManyLinesAsItWas() throws {
    var finding = finding("unknown-label", "a.ann", line: 1, "T1 x")
    finding.lineCount = 3
    let known = try baseline([finding])
    finding.lineCount = 2
    #expect(known.unknown([finding]) == [])
    finding.lineCount = 4
    #expect(known.unknown([finding]) == [finding])
  }

  /// Composed and decomposed letters are equal as text, and other lines all the same.
  @Test func linesAreComparedByTheirBytes() throws {
    let known = try baseline([finding("syntax", "a.ann", line: 1, "caf\u{E9}")])
    #expect(known.unknown([finding("syntax", "a.ann", line: 1, "cafe\u{301}")]).count == 1)
  }

  @Test func blankLinesAreNone() throws {
    #expect(throws: Never.self) { try Baseline(Array("\n \r\n".utf8), source: "k") }
  }

  @Test(arguments: ["nonsense", "{}", "[]", "{\"name\":\"syntax\"}", "{\"file\":1,\"name\":\"x\"}"])
  func whatIsNoFindingIsRefusedWithItsLine(line: String) throws {
    let good = finding("syntax", "a.ann", line: 1, "x").jsonWithExcerpt.encoded()
    do {
      _ = try Baseline(Array("\(good)\n\(line)\n".utf8), source: "known.json")
      Issue.record("it was taken")
    } catch {
      #expect(error.diagnostic.name == .notABaseline)
      #expect(error.diagnostic.place == Place(source: "known.json", line: 2))
    }
  }
}
