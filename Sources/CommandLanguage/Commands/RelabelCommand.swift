package import Standoff

/// `relabel REF… LABEL`.
package struct RelabelCommand: Command {
  package static let manual = Manual(
    "relabel", .change, "changes the label of annotations",
    grammar: ["relabel REF… LABEL", "relabel where (QUERY) LABEL"],
    details: """
      The id and the handle stay. What the new label does not allow (an attribute, a relation) is \
      kept and named, so that nothing is lost; `validate` reports it until it is mended.
      """,
    examples: [
      .init("relabel c1 Quote", "makes a quote of a claim"),
      .init("relabel where (topic in 3) Evidence", "changes every topic of paragraph 3"),
    ],
    related: ["tag", "untag", "set"])

  /// Which.
  package var references: [ReferenceExpression]
  /// The new label.
  package var label: Label

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    var references = try reader.references(isLast: false) { schema.label(named: $0) != nil }
    if reader.atEnd, references.count > 1, let last = references.popLast(),
      case .named(let typed) = last.form
    {
      // What stands in the label's place is no label of the schema.
      return Self(
        references: references, label: try schema.markingLabel(Word(text: typed, place: last.place))
      )
    }
    return Self(references: references, label: try schema.markingLabel(reader.label()))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let set = try workspace.annotations
    let ids = try workspace.lookUp(references).filter { set[$0]?.label != label.name }
    guard let chosen = try workspace.preview(ids, of: references, asking: "relabel") else {
      return Report(echo: "nothing was changed")
    }
    guard !chosen.isEmpty else {
      return Report(echo: StyledText("every one of them is a \(label.name) already", .faint))
    }
    var changes = Changes(set)
    for id in chosen {
      changes.draft.setLabel(label.name, of: id)
      changes.touch(id)
    }
    changes.commands.append(
      "relabel " + chosen.map(\.description).joined(separator: " ") + " " + label.name)
    var report = try workspace.commit(changes)
    for id in chosen {
      let misfits = try workspace.misfits(of: id)
      guard !misfits.isEmpty else { continue }
      report.remarks.append(
        StyledText(
          "\(label.name) does not take \(misfits.joined(separator: ", ")): "
            + "kept for you to `unset` or `unlink`",
          .severity(.warning)))
    }
    return report
  }
}
