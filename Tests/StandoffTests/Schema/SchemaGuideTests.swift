import Foundation
import Standoff
import Testing

/// The page of the guide about schemas: its samples are read, its lists are complete.
@Suite struct SchemaGuideTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    page = try String(
      contentsOf: root.appending(path: "Docs/Guide/Schema.md"), encoding: .utf8)
  }

  /// The samples fenced as `language`.
  private func samples(_ language: String) -> [String] {
    page.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test func everySampleOfYAMLIsASchema() {
    #expect(samples("yaml").count >= 8)
    for sample in samples("yaml") {
      let (schema, findings) = Schema.parsing(yaml: Array(sample.utf8), source: "Schema.md")
      #expect(findings == [], "\(sample)")
      #expect(schema != nil, "\(sample)")
    }
  }

  @Test func everySampleOfBratIsASchema() {
    #expect(samples("conf").count == 1)
    for sample in samples("conf") {
      let (schema, findings) = Schema.parsing(
        annotationConf: Array(sample.utf8), source: "Schema.md")
      #expect(findings == [], "\(sample)")
      #expect(schema?.legalSources(of: "LivesIn") == ["Person", "Company"])
    }
  }

  @Test func theSampleOfTheNewsSchemaSaysWhatThatSays() throws {
    let sample = try #require(samples("yaml").last)
    let schema = try #require(Schema.parsing(yaml: Array(sample.utf8), source: "Schema.md").0)
    for label in schema.labels {
      let whole = try #require(Schema.news.label(exactly: label.name))
      #expect(label.key == whole.key && label.edges == whole.edges)
      #expect(label.is == nil || label.is == whole.is)
      #expect(label.marksArticles == whole.marksArticles && label.references == whole.references)
      #expect(label.attributes.allSatisfy(whole.attributes.contains))
      #expect(label.relations.allSatisfy(whole.relations.contains))
    }
  }

  @Test func theTableOfTheNewsSchemaIsComplete() {
    for label in Schema.news.labels {
      let relations = label.relations.map { rule in
        rule.name + (rule.alias.map { " (`\($0)`)" } ?? "")
      }
      let cells = [
        label.name, label.key.map(String.init) ?? "",
        label.attributes.map(\.name).joined(separator: ", "), relations.joined(separator: ", "),
      ]
      let row = "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
      #expect(page.contains(row), "\(row)")
    }
  }

  @Test func everyNameOfAFindingIsExplained() {
    let names: [DiagnosticName] = [
      .schemaSyntax, .schemaUnknownKey, .schemaBadName, .schemaDuplicate, .schemaUnknownLabel,
      .schemaBadValue, .schemaBadPattern, .schemaUnknownSection, .schemaUndefinedMacro,
      .schemaTooLarge,
    ]
    for name in names { #expect(page.contains("| `\(name)` |")) }
  }

  @Test func everyColourIsNamed() {
    for color in LabelColor.allCases where !color.rawValue.hasPrefix("bright-") {
      #expect(page.contains(color.rawValue))
    }
  }
}
