package import Standoff

/// `status`.
package struct StatusCommand: Command {
  package static let manual = Manual(
    "status", .look, "says what is open, unsaved and invalid", brief: "says what is unsaved",
    grammar: ["status"],
    examples: [
      .init("status", "the article, the standoff file, the schema, what is unsaved"),
      .init("stats", "the numbers"),
    ],
    related: ["stats", "validate", "save"])

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self { Self() }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    guard let session = workspace.session else {
      return Report(echo: "nothing is open: `open ARTICLE` opens an article")
    }
    let paragraphs = session.article.layout.paragraphs.count
    let annotations = session.annotations.annotations.count
    let findings = try workspace.findings().count
    let facts: [(String, String, JSONValue)] = [
      (
        "article", "\(session.articlePath), \(counted(paragraphs, "paragraph"))",
        .string(session.articlePath)
      ),
      (
        "standoff", "\(session.standoffPath), \(counted(annotations, "annotation"))",
        .string(session.standoffPath)
      ),
      ("schema", session.schema.name, .string(session.schema.name)),
      (
        "annotator", session.annotator ?? "not named",
        session.annotator.map(JSONValue.string) ?? .null
      ),
      (
        "unsaved", session.unsavedActs == 0 ? "nothing" : counted(session.unsavedActs, "act"),
        .integer(session.unsavedActs)
      ),
      (
        "findings", findings == 0 ? "none" : "\(findings): `validate` lists them",
        .integer(findings)
      ),
    ]
    var report = Report(
      lines: facts.map { fact in
        var line = StyledText(fact.0.padding(11), .faint)
        line.append(fact.1)
        line.hang = 11
        return line
      })
    report.members = facts.map { ($0.0, $0.2) }
    report.members.append(("annotations", .integer(annotations)))
    return report
  }
}
