package import Standoff

/// `info REF`.
package struct InfoCommand: Command {
  package static let manual = Manual(
    "info", .look, "shows all about an annotation", brief: "shows one whole",
    grammar: ["info REF…"],
    examples: [
      .init("info c1", "its words, attributes, relations both ways, notes"),
      .init("info $", "the same of the last one made or changed"),
    ],
    related: ["list", "show"])

  /// Which.
  package var references: [ReferenceExpression]

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(references: try reader.references())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    var report = Report()
    for id in try workspace.lookUp(references) {
      report.items.append(.detail(try workspace.report(of: id)))
    }
    return report
  }
}
