package import Standoff

/// `back [LABEL]`.
package struct BackCommand: Command {
  package static let manual = Manual(
    "back", .look, "goes back to the paragraphs before, or the annotation of a label before",
    brief: "goes back",
    grammar: ["back [LABEL]"],
    examples: [
      .init("back", "the paragraphs before those last shown"),
      .init("back speaker", "the speaker before, in its paragraph"),
    ],
    related: ["next", "show"])

  /// The label; without one, paragraphs.
  package var label: Word?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(label: reader.atEnd ? nil : try reader.label())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    try workspace.walk(.backward, to: label)
  }
}
