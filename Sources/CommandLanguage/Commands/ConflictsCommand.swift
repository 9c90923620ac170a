import Adjudication
package import Standoff

/// `conflicts [N…|where QUERY]`.
package struct ConflictsCommand: Command {
  package static let manual = Manual(
    "conflicts", .look, "lists what a merge left open", brief: "lists open conflicts",
    grammar: ["conflicts", "conflicts N…", "conflicts where QUERY"],
    details: """
      Each with its number, the sentence around it, and what every annotator says; `resolve` settles \
      them. The worst come first: whether something is there at all, then labels, then relations, \
      then words, then attributes and notes; among those of one kind the ones with more readings, \
      then those whose readings have fewer words in common. The exit status of a script is 1 while one \
      is open.
      """,
    examples: [
      .init("conflicts", "all that are open, the worst first"),
      .init("conflicts 3", "the third alone"),
      .init("conflicts where claim in 5-9", "those about the claims of some paragraphs"),
    ],
    related: ["resolve", "review", "validate"])

  /// Which.
  package var selection: ConflictSelection

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(selection: try reader.conflicts(isLast: true) ?? .all)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let groups = try workspace.conflicts(selection)
    var report = Report()
    for (index, group) in groups.enumerated() {
      let text = try ConflictText(group, in: workspace)
      if index > 0 { report.items.append(.line(StyledText())) }
      report.items += text.lines(columns: workspace.columns).map(Report.Item.line)
      report.items.append(.object(text.json))
    }
    if groups.isEmpty {
      report.items.append(.echo(StyledText(try Self.nothing(in: workspace), .faint)))
    }
    let open =
      selection == .all ? groups.count : try workspace.annotations.disputedGroups.count
    report.members = [("open", .integer(open))]
    report.hasFindings = open > 0
    report.isPaged = true
    return report
  }

  /// What is said where none is listed.
  private static func nothing(in workspace: Workspace) throws(DiagnosticError) -> String {
    let open = try workspace.annotations.disputedGroups.count
    guard open > 0 else { return "nothing is in conflict" }
    return "no conflict matches; \(open) \(open == 1 ? "other is" : "others are") open"
  }
}
