import Foundation
import Testing

@testable import Standoff

/// The page about findings has a section for every name, with a line of its sample.
@Suite struct FindingsPageTests {
  static let page = URL(filePath: #filePath).appending(
    path: "../../../../Docs/Reference/Findings.md"
  )
  .standardizedFileURL

  static func sections() throws -> [(name: String, body: String)] {
    let text = try String(contentsOf: page, encoding: .utf8)
    return text.components(separatedBy: "\n## ").dropFirst().map { section in
      let parts = section.split(separator: "\n", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  @Test func everyNameHasASection() throws {
    let names = (RuleList.names + BratReading.names).map(\.rawValue).sorted()
    #expect(try Self.sections().map(\.name) == names)
  }

  @Test func examplesComeFromTheSamples() throws {
    for (name, body) in try Self.sections() {
      let parts = body.components(separatedBy: "```\n")
      guard parts.count == 3 else { continue }
      let finding = try BrokenSamplesTests.findings(name).first
      let excerpt = try #require(finding?.place.excerpt)
      let example = parts[1].dropLast()
      let isQuoted = excerpt.unicodeScalars.filter { $0 != "\u{FEFF}" }.elementsEqual(
        example.unicodeScalars)
      #expect(isQuoted, "\(name)")
    }
  }

  @Test func warningsAreCalledSo() throws {
    for (name, body) in try Self.sections() where name != "standoff-too-large" {
      let severity = try #require(try BrokenSamplesTests.findings(name).first).severity
      #expect(body.contains("A warning. ") == (severity == .warning), "\(name)")
      #expect(body.contains("A note. ") == (severity == .note), "\(name)")
    }
  }
}
