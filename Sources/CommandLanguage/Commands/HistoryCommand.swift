package import Standoff

/// `history [--script]`.
package struct HistoryCommand: Command {
  package static let manual = Manual(
    "history", .undo, "shows the acts so far", brief: "lists the acts so far",
    grammar: ["history [--script]"],
    details: """
      A long act is shown shortened. With `--script`, as a script that makes the same annotations on the article as it was before \
      the first of them: `galley article.txt -c 'history --script' > acts.galley`.
      """,
    examples: [
      .init("history", "numbered, newest last; what was taken back is marked"),
      .init("history --script", "the same as a script"),
    ],
    related: ["undo", "source"])

  /// Whether it is printed as a script.
  package var isScript: Bool

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(isScript: reader.keyword("--script"))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let acts = try workspace.current.history
    if isScript {
      return Report(acts.filter { !$0.isUndone }.map { .text(StyledText($0.command)) })
    }
    var items: [Report.Item] = []
    for (index, act) in acts.enumerated() {
      var line = StyledText(String(index + 1).leftPadding(4) + "  ", .faint)
      if let annotator = act.annotator { line.append(annotator + "  ", .faint) }
      line.append(act.command.abridged, act.isUndone ? .faint : .plain)
      if act.isUndone { line.append("  (taken back)", .faint) }
      items.append(.line(line))
      items.append(
        .object(
          .object([
            ("n", .integer(index + 1)), ("act", .string(act.command)),
            ("undone", .bool(act.isUndone)),
            ("annotator", act.annotator.map(JSONValue.string) ?? .null),
          ])))
    }
    if items.isEmpty { items.append(.echo(StyledText("no acts yet", .faint))) }
    var report = Report(items)
    report.isPaged = true
    return report
  }
}
