package import Standoff

/// `undo [N]`.
package struct UndoCommand: Command {
  package static let manual = Manual(
    "undo", .undo, "takes the last acts back", brief: "takes acts back",
    grammar: ["undo [N]"],
    details: """
      Any number of steps, over a save and a restart too; a bulk act is one step. Only a change of \
      the file by another program ends it.
      """,
    examples: [
      .init("undo", "takes the last act back"), .init("undo 3", "takes the last three back"),
    ],
    related: ["redo", "history", "revert"])

  /// How many steps.
  package var steps: Int

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(steps: reader.atEnd ? 1 : try reader.number("a number of steps", atLeast: 1))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    try workspace.stepBack(steps)
  }
}
