import Foundation
import Standoff
import Testing

/// The example of the library's page compiles, does what the page says, and stands in the page.
@Suite struct WorkedExampleTests {
  @Test func marksAQuoteAndItsSpeaker() throws {
    // The example begins.
    let article = try Article(bytes: Array("“It floats,” said Ida Moss.".utf8))
    let whole = TextRange(0, article.scalarCount)
    let words = article.quotations(in: whole).compactMap(article.trimmedOfMarks)
    let name = article.occurrences(of: "Ida Moss").map(\.range)

    var draft = Draft(AnnotationSet(of: article))
    let quote = draft.add(label: "Quote", ranges: words)
    let speaker = draft.add(label: "Speaker", ranges: name)
    draft.addRelation("attributedTo", from: quote, to: speaker)

    let findings = Validator().findings(in: draft.set, schema: .news)
    let file = String(decoding: draft.set.encoded(), as: UTF8.self)
    // The example ends.

    #expect(findings.isEmpty)
    let page = try Self.text("Sources/Standoff/Standoff.docc/Standoff.md")
    #expect(page.contains("```swift\nimport Standoff\n\n\(try Self.example())```\n"))
    #expect(page.contains("```\n\(file)```\n"))
  }

  /// The lines of this file between the two comments, without their indent and without what belongs
  /// to the test.
  private static func example() throws -> String {
    let lines = try text("Tests/StandoffTests/WorkedExampleTests.swift")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: "    // The example begins."))
    let end = try #require(lines.firstIndex(of: "    // The example ends."))
    return lines[(start + 1)..<end].map { $0.dropFirst(4) + "\n" }.joined()
  }

  private static func text(_ path: String) throws -> String {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
