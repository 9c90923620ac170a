package import Standoff

/// The making of annotations: a label with its options, ready for one span or many.
///
/// The last act is kept, so that `.` can do the same to another span.
package struct TagAct: Sendable {
  /// The label.
  package var label: Label
  /// Attributes, relations, references and a name.
  package var options: AnnotationOptions

  /// What becomes of one resolved span.
  fileprivate enum Fate {
    case made
    /// It carries the label already.
    case there(AnnotationID)
    /// It lies inside an annotation of the same label.
    case inside
  }

  /// Resolves `span` and marks what it names, as one step for `undo`.
  package func run(
    on span: SpanExpression, in workspace: inout Workspace
  ) throws(DiagnosticError) -> Report {
    let isArticleLevel = span.form == .article
    let resolution = try workspace.resolve(span, edges: isArticleLevel ? .asTagged : label.edges)
    let set = try workspace.annotations
    let fates = resolution.spans.map {
      fate(of: $0, isArticleLevel: isArticleLevel, in: set)
    }
    var taken = chosenInScript(fates)
    if span.isBulk, resolution.spans.count > 1, let interlocutor = workspace.interlocutor {
      let hits = try workspace.hits(for: resolution.spans, fates.map(tick))
      let question = "mark \(taken.count) of \(hits.count) as \(label.name)?"
      guard let selected = interlocutor.select(from: hits, question: question) else {
        return Report(echo: "nothing was marked")
      }
      taken = selected.map { $0.number - 1 }
    }
    if let name = options.name, taken.count + fates.count(where: \.isThere) > 1 {
      throw DiagnosticError(
        .badName, "`\(name.text)` can name one annotation, and \(taken.count) would be made",
        at: name.place)
    }
    var changes = Changes(set)
    for index in taken {
      try mark(
        resolution.spans[index], isArticleLevel: isArticleLevel, &changes, in: &workspace)
    }
    if resolution.spans.count == 1, case .there(let id)? = fates.first {
      try complete(id, &changes, in: &workspace)
    }
    workspace.lastAct = self
    let isCompleted = taken.isEmpty && !(changes.commands.isEmpty && changes.names.isEmpty)
    var report = try workspace.commit(changes)
    report.remarks += resolution.remarks
    report.remarks +=
      isCompleted
      ? [StyledText("marked already: what it lacked was added", .faint)]
      : remarks(fates, taken: Set(taken))
    return report
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

  /// Gives an annotation that is there already what it lacks of the options.
  private func complete(
    _ id: AnnotationID, _ changes: inout Changes, in workspace: inout Workspace
  ) throws(DiagnosticError) {
    let ranges = changes.draft.set[id]?.ranges ?? []
    changes.touch(id)
    if let name = options.name { changes.names.append((name.text, id)) }
    for attribute in options.attributes
    where changes.draft.set(attribute.rule.name, to: attribute.value, of: id) {
      changes.commands.append(
        "set \(id) " + ResolvedCommand.option(attribute.rule.name, attribute.value))
    }
    for target in try ends(of: ranges, &changes, in: &workspace)
    where !changes.draft.isRelated(id, target.relation, target.id) {
      changes.draft.addRelation(target.relation, from: id, to: target.id)
      changes.commands.append("link \(id) \(target.relation) \(target.id)")
    }
    for reference in options.references where changes.draft.add(reference, to: id) {
      changes.commands.append("set \(id) ref=" + "\(reference)".asValue)
    }
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

  private func fate(
    of ranges: [TextRange], isArticleLevel: Bool, in set: AnnotationSet
  ) -> Fate {
    for other in set.annotations(labeled: label.name, on: ranges)
    where other.isArticleLevel == isArticleLevel {
      guard isArticleLevel else { return .there(other.id) }
      let references = Set(set.references(of: other.id).map { "\($0.database):\($0.key)" })
      if references == Set(options.references.map(\.description)) { return .there(other.id) }
    }
    guard !isArticleLevel, !options.takesInside else { return .made }
    guard let hull = ranges.hull else { return .made }
    let isInside = set.annotations(overlapping: hull).contains { other in
      other.label == label.name && !other.isArticleLevel
        && ranges.allSatisfy { range in other.ranges.contains { $0.contains(range) } }
    }
    return isInside ? .inside : .made
  }

  /// What a script takes, and what is ticked in a preview: a single span always.
  private func chosenInScript(_ fates: [Fate]) -> [Int] {
    fates.indices.filter { index in
      switch fates[index] {
      case .made: true
      case .inside: fates.count == 1
      case .there: false
      }
    }
  }

  private func tick(_ fate: Fate) -> (isTicked: Bool, remark: String?) {
    switch fate {
    case .made: (true, nil)
    case .there: (false, "marked already")
    case .inside: (false, "inside another \(label.name.lowercased())")
    }
  }

  private func remarks(_ fates: [Fate], taken: Set<Int>) -> [StyledText] {
    let there = fates.count(where: \.isThere)
    let inside = fates.indices.count { fates[$0].isInside && !taken.contains($0) }
    var parts: [String] = []
    if there > 0 { parts.append("\(there) marked already") }
    if inside > 0 {
      parts.append("\(inside) inside another \(label.name.lowercased()) (`--inside` takes it)")
    }
    return parts.isEmpty ? [] : [StyledText("skipped: " + parts.joined(separator: ", "), .faint)]
  }
}

extension TagAct.Fate {
  fileprivate var isThere: Bool { if case .there = self { true } else { false } }
  fileprivate var isInside: Bool { if case .inside = self { true } else { false } }
}
