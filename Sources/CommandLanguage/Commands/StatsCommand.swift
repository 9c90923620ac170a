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
    var report = Report()
    for label in workspace.schemaOrder(of: statistics.labels.keys) {
      guard let count = statistics.labels[label] else { continue }
      var line = StyledText(label.padding(14), .label(label))
      line.append(String(count).leftPadding(6))
      report.items.append(.line(line))
    }
    let covered = (statistics.covered * 1000).rounded() / 1000
    report.items.append(
      .line(
        StyledText(
          "\(counted(statistics.annotations, "annotation")), "
            + "\(counted(statistics.words, "word")), \(Int((covered * 100).rounded())) % marked",
          .faint)))
    report.members = [
      ("file", .string(session.standoffPath)), ("annotations", .integer(statistics.annotations)),
      (
        "labels",
        .object(
          workspace.schemaOrder(of: statistics.labels.keys)
            .map { ($0, .integer(statistics.labels[$0] ?? 0)) })
      ), ("covered", .number(covered)), ("words", .integer(statistics.words)),
    ]
    return report
  }
}
