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
    let parked = try session.parkedCount()
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
    var lines = facts.map { Self.line($0.0, $0.1) }
    let notice = session.noticeOfArticleSince
    if parked > 0 { lines.append(Self.line("parked", Self.waiting(parked, session))) }
    var report = Report(lines: lines)
    if let notice { report.items.append(.finding(notice)) }
    report.members = facts.map { ($0.0, $0.2) }
    report.members += [("annotations", .integer(annotations)), ("parked", .integer(parked))]
    return report
  }

  private static func line(_ name: String, _ fact: String) -> StyledText {
    var line = StyledText(name.padding(11), .faint)
    line.append(fact)
    line.hang = 11
    return line
  }

  private static func waiting(_ count: Int, _ session: Session) -> String {
    "\(counted(count, "annotation")) in \(session.standoffPath).parked: `galley reanchor` takes \(count == 1 ? "it" : "them") up again when the words come back"
  }
}
