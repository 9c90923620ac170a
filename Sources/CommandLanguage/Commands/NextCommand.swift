package import Standoff

/// `next [LABEL]`.
package struct NextCommand: Command {
  package static let manual = Manual(
    "next", .look, "goes on to the next paragraphs, or the next annotation of a label",
    brief: "goes on",
    grammar: ["next [LABEL]"],
    examples: [
      .init("next", "the paragraphs after those last shown"),
      .init("next claim", "the next claim, in its paragraph"),
    ],
    related: ["back", "show"])

  /// The label; without one, paragraphs.
  package var label: Word?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(label: reader.atEnd ? nil : try reader.label())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    try workspace.walk(.forward, to: label)
  }
}
