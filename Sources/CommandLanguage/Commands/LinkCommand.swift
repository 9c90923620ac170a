package import Standoff

/// `link REF RELATION REF`.
package struct LinkCommand: Command {
  package static let manual = Manual(
    "link", .annotate, "relates annotations to one another", brief: "relates annotations",
    grammar: [
      "link REF… RELATION REF[,REF…] [ATTRIBUTE=VALUE …]",
      "link where (QUERY) RELATION REF [ATTRIBUTE=VALUE …]",
    ],
    details: """
      A relation goes from what stands left of its name to what stands right; the schema says which \
      labels may stand at its ends. Relations have short names: `by` is attributedTo. Where the schema \
      gives a relation attributes of its own, they are set behind it, also on one that is there; \
      `unlink` takes them away.
      """,
    examples: [
      .init("link c1 by s1", "the claim is attributed to the speaker"),
      .init("link q1 says c1,c2", "the quote expresses two claims"),
      .init(
        "link where (claim in 3 without by) by s1", "those of paragraph 3 are all the speaker's"),
    ],
    related: ["unlink", "tag", "info"])

  /// The relation and its ends.
  package var ends: LinkEnds
  /// Attributes of the relation as typed.
  package var options: [(name: Word, value: Word)] = []

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    var command = Self(ends: try LinkEnds(&reader, schema: schema))
    while !reader.atEnd {
      let bearer = Bearer.relation(command.ends.name)
      guard let name = reader.optionName(of: bearer) else { throw reader.surplus() }
      try name.refuseAgain(among: command.options.map(\.name))
      command.options.append((name, try reader.value(of: name.text, on: bearer)))
    }
    return command
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let known = ends.targets.contains(where: \.isWords) ? nil : try workspace.lookUp(ends.targets)
    let sources = try workspace.lookUp(ends.sources)
    guard !sources.isEmpty, known?.isEmpty != true else {
      return workspace.noAnnotations(ends.sources + ends.targets)
    }
    let set = try workspace.annotations
    let name = ends.name
    let eitherWay = workspace.schema.isSymmetric(name)
    let from = try workspace.choose(sources, of: ends.sources, asking: "link") { source in
      guard let known else { return .ticked }
      if known == [source] { return .settled(why: "the target itself") }
      let lacks = known.contains {
        $0 != source && !set.isRelated(source, name, $0, eitherWay: eitherWay)
      }
      return lacks || !options.isEmpty ? .ticked : .settled(why: "related already")
    }
    guard let (chosen, skipped) = from, let targets = try chosenTargets(in: workspace) else {
      return Report(echo: "nothing was changed")
    }
    var changes = Changes(set)
    var linked = false
    var described: Set<AnnotationID> = []
    for (done, source) in chosen.enumerated() {
      try workspace.step("linking", done, of: chosen.count)
      let label = try workspace.label(of: source)
      let rule = try workspace.schema.relation(ends.relation, from: label)
      let ranges = changes.draft.set[source]?.ranges ?? []
      let attributes = try attributes(of: rule, in: workspace)
      let found = try workspace.targets(
        of: rule, from: label, named: targets, near: ranges, &changes)
      for target in found {
        let isThere = changes.draft.set.isRelated(source, rule.name, target, eitherWay: eitherWay)
        if isThere, attributes.isEmpty { continue }
        if target == source, ends.areQueried { continue }
        guard target != source else {
          throw DiagnosticError(
            .selfRelation, "\(workspace.handle(of: source)) cannot be related to itself",
            at: ends.relation.place)
        }
        if !isThere { changes.draft.addRelation(rule.name, from: source, to: target) }
        var command = ResolvedCommand("link \(source) \(rule.name) \(target)")
        var isChanged = !isThere
        let relations = changes.draft.set.relations(
          rule.name, from: source, to: target, eitherWay: eitherWay)
        for relation in relations {
          for (attribute, value) in attributes
          where changes.draft.set(attribute.name, to: value, of: relation.id) { isChanged = true }
          if !attributes.isEmpty { described.insert(relation.id) }
        }
        guard isChanged else { continue }
        for (attribute, value) in attributes {
          command.append(ResolvedCommand.option(attribute.name, value))
        }
        changes.commands.append(command.text)
        linked = true
      }
      changes.touch(source)
    }
    guard linked else { return Report(echo: StyledText("they are related so already", .faint)) }
    var report = try workspace.commit(changes)
    report.items += report.lines(ofRelations: described).map(Report.Item.echo)
    report.remarks += skipped
    return report
  }

  /// What is typed behind the relation, as the schema has it.
  private func attributes(
    of relation: RelationRule, in workspace: Workspace
  ) throws(DiagnosticError) -> [(AttributeRule, AttributeValue)] {
    var found: [(AttributeRule, AttributeValue)] = []
    for (name, value) in options {
      let rule = try relation.attribute(name)
      found.append((rule, try workspace.schema.value(value, of: rule, on: Label(relation.name))))
    }
    return found
  }

  /// The targets, of those that a query finds what a person leaves; `nil` where that is none.
  ///
  /// Where the sources are what a query finds, these have been asked about.
  private func chosenTargets(
    in workspace: Workspace
  ) throws(DiagnosticError) -> [ReferenceExpression]? {
    let queries = ends.targets.filter(\.isQuery)
    guard !queries.isEmpty, !ends.sources.contains(where: \.isQuery) else { return ends.targets }
    let found = try workspace.lookUp(queries)
    guard let (ids, _) = try workspace.choose(found, of: queries, asking: "link to") else {
      return nil
    }
    return ends.targets.filter { !$0.isQuery }
      + ids.map { ReferenceExpression(.named($0.description), at: ends.relation.place) }
  }
}

extension ReferenceExpression {
  /// Whether it names an annotation by the words it stands on, which may have to be made.
  var isWords: Bool { if case .words = form { true } else { false } }
}
