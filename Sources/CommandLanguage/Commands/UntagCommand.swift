package import Standoff

/// `untag REF…`.
package struct UntagCommand: Command {
  package static let manual = Manual(
    "untag", .change, "removes annotations",
    grammar: ["untag REF…", "untag where QUERY"],
    details: """
      An annotation goes with its attributes, relations, references and notes; the echo names them \
      all. `undo` brings them back.
      """,
    examples: [
      .init("untag c1", "removes one annotation"),
      .init("untag where topic in 3", "removes every topic of paragraph 3"),
    ],
    related: ["tag", "relabel", "undo"])

  /// Which.
  package var references: [ReferenceExpression]

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(references: try reader.references())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let ids = try workspace.lookUp(references)
    guard !ids.isEmpty else { return workspace.noAnnotations(references) }
    guard let (chosen, _) = try workspace.choose(ids, of: references, asking: "remove") else {
      return Report(echo: "nothing was removed")
    }
    var changes = Changes(try workspace.annotations)
    var lines: [StyledText] = []
    for (done, named) in chosen.enumerated() where changes.draft.set[named] != nil {
      try workspace.step("untagging", done, of: chosen.count)
      // The only event on a trigger is one with it.
      let trigger = changes.draft.set.standing(named)
      let id = changes.draft.set.events(on: trigger).count == 1 ? trigger : named
      let before = try workspace.report(of: id)
      let groups = changes.draft.set.groups(with: id)
      changes.draft.remove(id)
      changes.removed.append(id)
      var line = StyledText("removed ")
      line.append(AnnotationLine(before).text)
      lines.append(line)
      for link in before.relations where !link.details.isEmpty {
        lines.append(StyledText("  with \(link.alias ?? link.name) \(link.end)\(link.details)"))
      }
      for link in before.incoming {
        lines.append(StyledText("  with \(link.end) \(link.alias ?? link.name)\(link.details)"))
      }
      for group in groups {
        let stays = group.members.count > 2
        lines.append(
          StyledText(stays ? "  out of the group \(group.name)" : "  with the group \(group.name)"))
      }
    }
    guard !changes.removed.isEmpty else { return Report(echo: "nothing to remove") }
    changes.commands.append("untag " + changes.removed.map(\.description).joined(separator: " "))
    var report = try workspace.commit(changes)
    report.items = lines.map(Report.Item.echo)
    report.members.append(
      ("removed", .array(changes.removed.map { .string($0.description) })))
    return report
  }
}
