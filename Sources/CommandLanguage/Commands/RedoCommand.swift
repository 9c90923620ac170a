package import Standoff

/// `redo [N]`.
package struct RedoCommand: Command {
  package static let manual = Manual(
    "redo", .undo, "does again what was taken back", brief: "does acts again",
    grammar: ["redo [N]"],
    details: "A new act after `undo` ends what can be done again.",
    examples: [
      .init("redo", "does the last one again"), .init("redo 3", "does the last three again"),
    ],
    related: ["undo", "history"])

  /// How many steps.
  package var steps: Int

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(steps: reader.atEnd ? 1 : try reader.number("a number of steps", atLeast: 1))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    try workspace.stepForward(steps)
  }
}
