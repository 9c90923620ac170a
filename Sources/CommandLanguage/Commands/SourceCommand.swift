package import Standoff

/// `source FILE`.
package struct SourceCommand: Command {
  package static let manual = Manual(
    "source", .script, "runs the commands of a file", brief: "runs a file of commands",
    grammar: ["source FILE"],
    details: """
      A path counts from the file that names it. The file runs whole or not at all: at its first \
      error what it did is taken back. A file that would run itself is refused.
      """,
    examples: [
      .init("source speakers.galley", "runs a script beside this one"),
      .init("source \"my scripts/topics.galley\"", "a path with a blank stands in quotes"),
    ],
    related: ["history", "assert"])

  /// The file's path as typed.
  package var path: Word

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(path: try reader.file())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    var report = Report()
    report.source = path
    return report
  }
}
