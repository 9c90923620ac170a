import Foundation
import Testing

@testable import Standoff

/// `Annotations/broken` has a folder for each name of a finding, whose file has that finding and no
/// other.
@Suite struct BrokenSamplesTests {
  static let folder = URL(filePath: #filePath).appending(path: "../../../../Annotations/broken")
    .standardizedFileURL
  static let samples =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  /// What is found in a sample, by the validator or, of the names that are brat's, as brat reads it.
  static func findings(_ sample: String) throws -> [Diagnostic] {
    try findings(sample, in: bytes("\(sample)/article.ann"))
  }

  static func findings(_ sample: String, in standoff: [UInt8]) throws -> [Diagnostic] {
    if sample.hasPrefix("brat-") {
      let article = try Article(bytes: bytes("\(sample)/article.txt"))
      return BratReading(of: standoff, on: article).findings(source: "article.ann")
    }
    var schema = Schema.news
    if let yaml = try? bytes("\(sample)/galley.yaml") {
      let (read, findings) = Schema.parsing(yaml: yaml, source: "galley.yaml")
      #expect(findings.isEmpty, "\(findings)")
      schema = try #require(read)
    }
    return Validator().findings(
      in: standoff, of: try bytes("\(sample)/article.txt"), schema: schema, source: "article.ann")
  }

  @Test(arguments: samples) func hasItsFindingAndNoOther(sample: String) throws {
    let findings = try Self.findings(sample)
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.name.rawValue == sample, "\(finding.message)")
      #expect(finding.place.line != nil)
      #expect(finding.place.excerpt != nil)
      #expect(finding.message.last.map { !".!".contains($0) } == true, "\(finding.message)")
    }
  }

  @Test func everyNameHasASample() {
    // A file over 2 GiB is left out.
    let names = Set((RuleList.names + BratReading.names).map(\.rawValue))
      .subtracting(["standoff-too-large"])
    #expect(names.subtracting(Self.samples).sorted() == [])
    #expect(Set(Self.samples).subtracting(names).sorted() == [])
  }

  @Test func theListOfRulesIsSorted() {
    let rules = RuleList.all.map { String(describing: $0) }
    #expect(rules == rules.sorted())
  }

  /// A fix stands in place of what the finding marks; with it in place the finding is gone.
  @Test(arguments: samples) func theFixMendsTheFile(sample: String) throws {
    guard let finding = try Self.findings(sample).first, let fix = finding.fix,
      let line = finding.place.line, let column = finding.place.column
    else { return }
    let text = String(decoding: try Self.bytes("\(sample)/article.ann"), as: UTF8.self)
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Array.init)
    lines[line - 1].replaceSubrange(
      column - 1..<column - 1 + finding.place.length, with: Array(fix.unicodeScalars))
    var mended = String.UnicodeScalarView()
    for scalar in lines.joined(separator: ["\n"]) { mended.append(scalar) }
    let left = try Self.findings(sample, in: Array(String(mended).utf8))
    #expect(!left.contains { $0.name == finding.name && $0.place.line == line }, "\(fix)")
  }
}
