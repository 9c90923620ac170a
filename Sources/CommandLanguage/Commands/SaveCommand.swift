package import Standoff

/// `save`.
package struct SaveCommand: Command {
  package static let manual = Manual(
    "save", .files, "writes the standoff file",
    grammar: ["save"],
    details: """
      Every act is on disk before the prompt comes back, in the journal; `save` puts them into the \
      standoff file, whole or not at all. `quit` and Ctrl-D save too.
      """,
    examples: [
      .init("save", "writes it now"), .init("status", "says whether anything is unsaved"),
    ],
    related: ["revert", "quit", "status"])

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self { Self() }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    guard try workspace.current.hasUnsaved else {
      return Report(echo: StyledText("nothing to save", .faint))
    }
    try workspace.save()
    var report = Report(echo: StyledText("saved " + (try workspace.current.standoffPath)))
    report.members = [("file", .string(try workspace.current.standoffPath))]
    return report
  }
}
