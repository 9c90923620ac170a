package import Standoff

/// `list [where QUERY]`.
package struct ListCommand: Command {
  package static let manual = Manual(
    "list", .look, "lists annotations, a line each", brief: "lists annotations",
    grammar: ["list [where QUERY]", "list REF…"],
    details: """
      A query is conditions side by side, all of which hold, with `not`, `or` and parentheses: \
      `claim`, `stance=against`, `without by`, `in 5-9`, `overlapping c2`, `by s1`, `text ~ /ferry/`, \
      `note`.
      """,
    examples: [
      .init("list", "all, in text order"),
      .init("list where claim without by", "the claims that have no speaker"),
    ],
    related: ["find", "info", "stats"])

  /// Which; all where it is empty.
  package var references: [ReferenceExpression]

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(references: reader.atEnd ? [] : try reader.references())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let ids =
      references.isEmpty
      ? try workspace.annotations.annotations.map(\.id) : try workspace.lookUp(references)
    var report = Report()
    report.items.append(.several(AnnotationItems(ids: ids, reporter: try workspace.reporter)))
    if ids.isEmpty {
      let none = workspace.noAnnotations(references)
      report.items += none.items
      report.remarks += none.remarks
    }
    report.members = [("count", .integer(ids.count))]
    report.isPaged = true
    return report
  }
}
