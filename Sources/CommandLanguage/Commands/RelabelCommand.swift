package import Standoff

/// `relabel REF… LABEL`.
package struct RelabelCommand: Command {
  package static let manual = Manual(
    "relabel", .change, "changes the label of annotations", brief: "changes the label",
    grammar: ["relabel REF… LABEL", "relabel where (QUERY) LABEL [--inside]"],
    details: """
      The id and the handle stay. What the new label does not allow (an attribute, a relation) is \
      kept and named, so that nothing is lost; `validate` reports it until it is mended. Of what a \
      query finds, what stands on words that have the new label already is skipped and counted, and \
      so is what stands inside an annotation of the new label, unless `--inside` is given.
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
  /// Where it was typed.
  package var place = Place()
  /// Whether what a query finds inside an annotation of the new label is taken too.
  package var takesInside = false

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    var references = try reader.references(
      isLast: false, followedBy: { _ in .label }, until: { schema.label(named: $0) != nil })
    if reader.atEnd, references.count > 1, let last = references.popLast(),
      case .named(let typed) = last.form
    {
      // What stands in the label's place is no label of the schema.
      let label = try schema.usableLabel(Word(text: typed, place: last.place))
      return Self(references: references, label: label, place: last.place)
    }
    let word = try reader.label()
    return Self(
      references: references, label: try schema.usableLabel(word), place: word.place,
      takesInside: reader.keyword("--inside"))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let set = try workspace.annotations
    // An event has the label of its trigger.
    let found = try workspace.lookUp(references).map(set.standing)
    guard !found.isEmpty else { return workspace.noAnnotations(references) }
    let ids = found.filter { set[$0]?.label != label.name }
    for id in ids { try check(id, in: workspace) }
    let choice = try workspace.choose(ids, of: references, asking: "relabel") { id in
      state(of: id, in: set)
    }
    guard let (chosen, skipped) = choice else { return Report(echo: "nothing was changed") }
    guard !chosen.isEmpty else {
      if !skipped.isEmpty {
        var report = Report()
        report.remarks = skipped
        return report
      }
      return Report(echo: StyledText("every one of them is of label \(label.name) already", .faint))
    }
    var changes = Changes(set)
    for (done, id) in chosen.enumerated() {
      try workspace.step("relabelling", done, of: chosen.count)
      changes.draft.setLabel(label.name, of: id)
      changes.touch(id)
    }
    changes.commands.append(
      "relabel " + chosen.map(\.description).joined(separator: " ") + " " + label.name)
    var report = try workspace.commit(changes)
    report.remarks = skipped
    for id in chosen {
      if let twin = try workspace.twin(of: id) { report.remarks.append(twin) }
      if let remark = try workspace.misfitRemark(on: id) { report.remarks.append(remark) }
    }
    return report
  }

  /// Makes sure that triggers of events, and they alone, get the label of an event.
  private func check(_ id: AnnotationID, in workspace: Workspace) throws(DiagnosticError) {
    let set = try workspace.annotations
    let isTrigger = !set.events(on: set.standing(id)).isEmpty
    guard label.isEvent != isTrigger else { return }
    let labels = workspace.schema.labels.filter { $0.isEvent && !$0.isAbstract }.map(\.name)
    throw DiagnosticError(
      .unusableLabel,
      isTrigger
        ? "\(workspace.handle(of: id)) is what an event stands on, and `\(label.name)` is no event"
        : "`\(label.name)` is an event, and no event stands on \(workspace.handle(of: id))",
      at: place,
      notes: isTrigger && !labels.isEmpty ? ["events: " + labels.joined(separator: ", ")] : [])
  }

  /// Whether one that a query finds is taken: not where words would carry the label twice.
  private func state(of id: AnnotationID, in set: AnnotationSet) -> BulkItem.State {
    guard let annotation = set[id], !annotation.isArticleLevel else { return .ticked }
    let standing = set.standing(of: label, on: annotation.ranges, but: id)
    if case .inside = standing, takesInside { return .ticked }
    return standing.state(label)
  }
}
