package import Standoff

/// The making of annotations: a label with its options, ready for one span or many.
///
/// The last act is kept, so that `.` can do the same to another span.
package struct TagAct: Sendable {
  /// The label.
  package var label: Label
  /// Attributes, relations, references and a name.
  package var options: AnnotationOptions

  /// Resolves `span` and marks what it names, as one step for `undo`.
  package func run(
    on span: SpanExpression, in workspace: inout Workspace
  ) throws(DiagnosticError) -> Report {
    let isArticleLevel = span.form == .article
    let resolution = try workspace.resolve(span, edges: isArticleLevel ? .asTagged : label.edges)
    let set = try workspace.annotations
    let standings = resolution.spans.map {
      standing(of: $0, isArticleLevel: isArticleLevel, in: set)
    }
    let items = zip(resolution.spans, standings).map {
      BulkItem(ranges: $0, state: span.isBulk ? state($1) : asked($1))
    }
    let choice = try workspace.choose(from: items) { ticked in
      "mark \(ticked) of \(items.count) as \(label.name)?"
    }
    guard let choice else { return Report(echo: "nothing was marked") }
    let there = standings.count(where: \.isThere)
    if let name = options.name, choice.taken.count + there > 1 {
      throw DiagnosticError(
        .badName, "`\(name.text)` can name one annotation, and \(choice.taken.count) would be made",
        at: name.place)
    }
    var changes = Changes(set)
    for (done, index) in choice.taken.enumerated() {
      try workspace.step("marking", done, of: choice.taken.count)
      try mark(
        resolution.spans[index], isArticleLevel: isArticleLevel, &changes, in: &workspace)
    }
    var replaced: [String] = []
    if standings.count == 1, case .there(let id)? = standings.first {
      replaced = try complete(id, &changes, in: &workspace)
    }
    let isCompleted = choice.taken.isEmpty && !(changes.commands.isEmpty && changes.names.isEmpty)
    workspace.lastAct = try repeatable(in: workspace)
    var report = try workspace.commit(changes)
    report.remarks += resolution.remarks
    guard isCompleted else {
      report.remarks += choice.remarks
      return report
    }
    let others = replaced.map { "`\($0)`" }.joined(separator: ", ")
    let remark =
      replaced.isEmpty
      ? "marked already: what it lacked was added"
      : "marked already: \(others) got another value, and what it lacked was added"
    report.remarks.append(StyledText(remark, .faint))
    return report
  }

  /// Marks spans that nothing of the label stands on, as one step for `undo`.
  package func run(
    on spans: [[TextRange]], in workspace: inout Workspace
  ) throws(DiagnosticError) -> Report {
    var changes = Changes(try workspace.annotations)
    for ranges in spans { try mark(ranges, isArticleLevel: false, &changes, in: &workspace) }
    workspace.lastAct = try repeatable(in: workspace)
    return try workspace.commit(changes)
  }

  /// Gives an annotation of the label what it lacks of the options, as one step for `undo`.
  package func run(
    on id: AnnotationID, in workspace: inout Workspace
  ) throws(DiagnosticError) -> Report {
    var changes = Changes(try workspace.annotations)
    try complete(id, &changes, in: &workspace)
    return try workspace.commit(changes)
  }

  /// The act as `.` does it again: without its name, and with `$` as what it means now.
  private func repeatable(in workspace: Workspace) throws(DiagnosticError) -> TagAct {
    var act = self
    act.options.name = nil
    for index in act.options.relations.indices {
      var targets: [ReferenceExpression] = []
      for target in act.options.relations[index].targets {
        guard target.form == .last else {
          targets.append(target)
          continue
        }
        let id = try workspace.lookUpOne(target)
        targets.append(ReferenceExpression(.named(id.description), at: target.place))
      }
      act.options.relations[index].targets = targets
    }
    return act
  }

  // MARK: One span

  private func mark(
    _ ranges: [TextRange], isArticleLevel: Bool, _ changes: inout Changes,
    in workspace: inout Workspace
  ) throws(DiagnosticError) {
    let targets = try ends(of: ranges, &changes, in: &workspace)
    let id = changes.draft.add(
      label: label.name, ranges: ranges,
      references: options.references.map { ($0.database, $0.key) }, isArticleLevel: isArticleLevel)
    changes.touch(id)
    if let name = options.name { changes.names.append((name.text, id)) }
    var command = ResolvedCommand("tag " + label.name)
    command.append(span: isArticleLevel ? nil : ranges, of: try workspace.article)
    for attribute in options.attributes {
      changes.draft.set(attribute.rule.name, to: attribute.value, of: id)
      command.append(ResolvedCommand.option(attribute.rule.name, attribute.value))
    }
    for target in targets {
      changes.draft.addRelation(target.relation, from: id, to: target.id)
      command.append("\(target.relation)=\(target.id)")
    }
    for reference in options.references { command.append("ref=" + "\(reference)".asValue) }
    if let name = options.name { command.append("as " + name.text) }
    changes.commands.append(command.text)
  }

  /// Gives an annotation that is there already what it lacks of the options; the attributes that had
  /// another value.
  @discardableResult
  private func complete(
    _ id: AnnotationID, _ changes: inout Changes, in workspace: inout Workspace
  ) throws(DiagnosticError) -> [String] {
    let former = Set(
      changes.draft.set.said(of: id) { changes.draft.set.attributes(of: $0) }.map(\.name))
    var replaced: [String] = []
    let ranges = changes.draft.set[id]?.ranges ?? []
    changes.touch(id)
    if let name = options.name { changes.names.append((name.text, id)) }
    for attribute in options.attributes
    where changes.draft.set(attribute.rule.name, to: attribute.value, of: id) {
      if former.contains(attribute.rule.name) { replaced.append(attribute.rule.name) }
      changes.commands.append(
        "set \(id) " + ResolvedCommand.option(attribute.rule.name, attribute.value))
    }
    for target in try ends(of: ranges, &changes, in: &workspace)
    where !changes.draft.set.isRelated(id, target.relation, target.id) {
      changes.draft.addRelation(target.relation, from: id, to: target.id)
      changes.commands.append("link \(id) \(target.relation) \(target.id)")
    }
    for reference in options.references where changes.draft.add(reference, to: id) {
      changes.commands.append("set \(id) ref=" + "\(reference)".asValue)
    }
    return replaced
  }

  /// The other ends of the relations, those given as words found or made.
  private func ends(
    of ranges: [TextRange], _ changes: inout Changes, in workspace: inout Workspace
  ) throws(DiagnosticError) -> [(relation: String, id: AnnotationID)] {
    var ends: [(String, AnnotationID)] = []
    for relation in options.relations {
      for id in try workspace.targets(
        of: relation.rule, from: label, named: relation.targets, near: ranges, &changes)
      { ends.append((relation.rule.name, id)) }
    }
    return ends
  }

  // MARK: What is there already

  /// What stands on a span; of the whole article only an annotation with the same references is the
  /// same.
  package func standing(
    of ranges: [TextRange], isArticleLevel: Bool = false, in set: AnnotationSet
  ) -> Standing {
    guard isArticleLevel else { return set.standing(of: label, on: ranges) }
    // Where it stands in the text is no more than a convention.
    for other in set.articleLevelAnnotations where other.label == label.name {
      let references = Set(set.references(of: other.id).map(\.entry))
      if references == Set(options.references.map(\.description)) { return .there(other.id) }
    }
    return .free
  }

  private func state(_ standing: Standing) -> BulkItem.State {
    if case .inside = standing, options.takesInside { return .ticked }
    return standing.state(label)
  }

  /// The state of a span that was asked for by itself, which is taken wherever it lies.
  private func asked(_ standing: Standing) -> BulkItem.State {
    standing.isThere ? standing.state(label) : .ticked
  }
}

extension Standing {
  fileprivate var isThere: Bool { if case .there = self { true } else { false } }
}
