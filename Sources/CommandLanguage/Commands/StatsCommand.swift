package import Standoff

/// `stats`.
package struct StatsCommand: Command {
  package static let manual = Manual(
    "stats", .look, "counts annotations by label, and words", brief: "counts annotations",
    grammar: ["stats"],
    examples: [
      .init("stats", "the counts, the share of the article that is marked, the words"),
      .init("list where claim without by", "which claims have no speaker"),
    ],
    related: ["status", "list"])

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self { Self() }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let session = try workspace.current
    let statistics = Statistics(of: session.annotations)
    let schema = workspace.schema
    var report = Report(lines: statistics.lines(in: schema))
    report.members = statistics.members(file: session.standoffPath, in: schema)
    return report
  }
}
