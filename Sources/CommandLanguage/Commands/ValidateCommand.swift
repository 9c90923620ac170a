package import Standoff

/// `validate`.
package struct ValidateCommand: Command {
  package static let manual = Manual(
    "validate", .files, "checks the annotations against the article and the schema",
    brief: "finds what is wrong",
    grammar: ["validate"],
    details: """
      A script is told nothing where nothing is wrong. Each finding has its line, its name and what to do; \
      the exit status of a script is then 1. `galley validate PATH…` checks files and folders without a session.
      """,
    examples: [
      .init("validate", "checks what is open, unsaved acts included"),
      .init("assert valid", "stops a script where something is found"),
    ],
    related: ["status", "assert"])

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self { Self() }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let findings = try workspace.findings()
    var report = Report(findings.map(Report.Item.finding))
    if findings.isEmpty, workspace.door == .prompt {
      report.items.append(.echo(StyledText("nothing is wrong", .faint)))
    }
    report.hasFindings = !findings.isEmpty
    report.members = [("findings", .integer(findings.count))]
    return report
  }
}
