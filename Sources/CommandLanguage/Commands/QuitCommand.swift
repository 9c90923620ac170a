package import Standoff

/// `quit [--discard]`.
package struct QuitCommand: Command {
  package static let manual = Manual(
    "quit", .files, "saves and leaves",
    grammar: ["quit [--discard]"],
    details: """
      Ctrl-D, `q`, `exit` and `:q` do the same at the prompt. With `--discard` the standoff file \
      stays as it was at the last save.
      """,
    examples: [
      .init("quit", "saves and leaves"),
      .init("quit --discard", "leaves without what was done since the last save"),
    ],
    related: ["save", "revert"])

  /// Whether unsaved acts are dropped.
  package var discards: Bool

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(discards: reader.keyword("--discard"))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    var report = Report()
    report.leave = discards ? .discarding : .saving
    return report
  }
}
