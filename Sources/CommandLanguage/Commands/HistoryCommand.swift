package import Standoff

/// `history [--script]`.
package struct HistoryCommand: Command {
  package static let manual = Manual(
    "history", .undo, "shows the acts so far", brief: "lists the acts so far",
    grammar: ["history [--script]"],
    details: """
      Of an act of several commands the first is shown, and of a command of more than 240 characters \
      the two ends. With `--script`, as a script that makes the same annotations on the article as it was before \
      the first of them: `galley article.txt -c 'history --script' > acts.galley`. What another program \
      did to the file is an act too; a script has a comment in its place.
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
      let done = acts.filter { !$0.isUndone }
      var report = Report(done.map { .text(StyledText($0.command)) })
      let foreign = done.count { $0.isForeign }
      if foreign > 0 {
        report.remarks = [
          StyledText(
            "\(counted(foreign, "act")) \(foreign == 1 ? "is" : "are") what another program did, which no command makes again: the script has a comment there",
            .severity(.warning))
        ]
      }
      return report
    }
    var items: [Report.Item] = []
    for (index, act) in acts.enumerated() {
      var line = StyledText(String(index + 1).leftPadding(4) + "  ", .faint)
      if let annotator = act.annotator { line.append(annotator + "  ", .faint) }
      line.append(act.command.abridged, act.isUndone ? .faint : .plain)
      if act.isUndone { line.append("  (taken back)", .faint) }
      line.hang = 6
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

extension HistoryEntry {
  /// Whether the act took in what another program did, for which there is no command.
  fileprivate var isForeign: Bool { command.hasPrefix("#") && !edit.isEmpty }
}
