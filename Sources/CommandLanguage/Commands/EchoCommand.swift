package import Standoff

/// `echo TEXT`.
package struct EchoCommand: Command {
  package static let manual = Manual(
    "echo", .script, "prints a line",
    grammar: ["echo TEXT"],
    examples: [
      .init("echo speakers done", "prints the words"),
      .init("echo \"a; b\"", "quotes keep what a line would part"),
    ],
    related: ["assert", "source"])

  /// The line.
  package var text: String

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(text: reader.atEnd ? "" : try reader.text().text)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    Report([.text(StyledText(text))])
  }
}
