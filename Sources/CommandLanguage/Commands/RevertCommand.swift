package import Standoff

/// `revert`.
package struct RevertCommand: Command {
  package static let manual = Manual(
    "revert", .undo, "goes back to the standoff file as last saved",
    brief: "goes back to last saved",
    grammar: ["revert"],
    details: "`redo` brings back what is left behind, an act at a time.",
    examples: [
      .init("revert", "drops what was done since the last save"),
      .init("redo", "brings the first act of it back"),
    ],
    related: ["save", "redo"])

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self { Self() }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    guard try workspace.current.hasUnsaved else {
      return Report(echo: StyledText("nothing was changed since the last save", .faint))
    }
    try workspace.revert()
    return Report(echo: StyledText("back to " + (try workspace.current.standoffPath)))
  }
}
