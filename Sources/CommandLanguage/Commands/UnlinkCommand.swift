package import Standoff

/// `unlink REF RELATION REF`.
package struct UnlinkCommand: Command {
  package static let manual = Manual(
    "unlink", .change, "takes relations away", brief: "takes relations away",
    grammar: [
      "unlink REF… RELATION REF[,REF…] [ATTRIBUTE…]",
      "unlink where (QUERY) RELATION REF [ATTRIBUTE…]",
    ],
    details: """
      What was said of a relation goes with it, and is named. With names of its attributes these alone go, \
      and the relation stays. Of what a query finds, what is not related so is skipped and counted.
      """,
    examples: [
      .init("unlink c1 by s1", "the claim is no longer attributed to the speaker"),
      .init("unlink q1 says c1,c2", "takes two relations away"),
    ],
    related: ["link", "info"])

  /// The relation and its ends.
  package var ends: LinkEnds
  /// The attributes that are taken away of the relation; none is the relation itself.
  package var attributes: [Word] = []

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    var command = Self(ends: try LinkEnds(&reader, schema: schema, takesAway: true))
    while !reader.atEnd {
      let name = try reader.attribute(of: .relation(command.ends.name))
      command.attributes.append(name)
    }
    return command
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let targets = try workspace.lookUp(ends.targets)
    let sources = try workspace.lookUp(ends.sources)
    guard !sources.isEmpty, !targets.isEmpty else {
      return workspace.noAnnotations(ends.sources + ends.targets)
    }
    let set = try workspace.annotations
    let name = ends.name
    let eitherWay = workspace.schema.isSymmetric(name)
    let choice = try workspace.choose(sources, of: ends.sources, asking: "unlink") { source in
      targets.contains { set.isRelated(source, name, $0, eitherWay: eitherWay) }
        ? .ticked : .settled(why: "not related so")
    }
    guard let (chosen, skipped) = choice else { return Report(echo: "nothing was changed") }
    var changes = Changes(set)
    var lost: [StyledText] = []
    var described: Set<AnnotationID> = []
    for (done, source) in chosen.enumerated() {
      try workspace.step("unlinking", done, of: chosen.count)
      for target in targets {
        let relations = changes.draft.set.relations(
          name, from: source, to: target, eitherWay: eitherWay)
        if relations.isEmpty, ends.areQueried { continue }
        guard !relations.isEmpty else {
          let isRole = changes.draft.set.hasRole(name, from: source, to: target)
          throw DiagnosticError(
            .noSuchRelation,
            "\(workspace.handle(of: source)) has no relation \(name) to "
              + workspace.handle(of: target)
              + (isRole
                ? "; it is a role of the event, and roles are for the tool that made it" : ""),
            at: ends.relation.place)
        }
        guard attributes.isEmpty else {
          let label = try workspace.label(of: source)
          let rule =
            workspace.schema.relation(name, from: label.name) ?? RelationRule(name, to: [])
          let taken = try takeAttributes(
            of: relations, by: rule, workspace.vocabulary, from: &changes.draft)
          if taken.isEmpty { continue }
          changes.commands.append(
            (["unlink \(source) \(name) \(target)"] + taken.map(\.asWord)).joined(separator: " "))
          described.formUnion(relations.map(\.id))
          continue
        }
        let gone = Set(relations.map(\.id))
        for link in try workspace.report(of: source).relations
        where link.relation.map(gone.contains) == true && !link.details.isEmpty {
          lost.append(StyledText("  with\(link.details)"))
        }
        for found in relations { changes.draft.removeRelation(found.id) }
        changes.commands.append("unlink \(source) \(name) \(target)")
      }
      changes.touch(source)
    }
    guard !changes.commands.isEmpty else {
      return Report(
        echo: StyledText(
          attributes.isEmpty ? "none of them is related so" : "there is nothing of that kind",
          .faint))
    }
    var report = try workspace.commit(changes)
    report.items += lost.map(Report.Item.echo)
    report.items += report.lines(ofRelations: described).map(Report.Item.echo)
    report.remarks += skipped
    return report
  }

  /// Takes attributes of relations away; the names of those that were there.
  ///
  /// - Throws: `unknown-attribute` for a name that none of them has, nor the schema gives to any.
  private func takeAttributes(
    of relations: [Relation], by rule: RelationRule, _ vocabulary: Vocabulary,
    from draft: inout Draft
  ) throws(DiagnosticError) -> [String] {
    var taken: [String] = []
    for typed in attributes {
      let name = vocabulary.attribute(typed.text) ?? typed.text
      let found = relations.flatMap { draft.set.attributes(of: $0.id) }.filter {
        $0.name.isSpelled(name)
      }
      if found.isEmpty { _ = try rule.attribute(typed) }
      for attribute in found {
        draft.removeAttribute(attribute.name, of: attribute.target)
        if !taken.contains(attribute.name) { taken.append(attribute.name) }
      }
    }
    return taken
  }
}

extension AnnotationSet {
  /// Whether an annotation has a role in an event, or in one on a trigger.
  fileprivate func hasRole(
    _ name: String, from source: AnnotationID, to target: AnnotationID
  ) -> Bool {
    let trigger = standing(source)
    return events(on: trigger).contains { event in
      (source == trigger || event.id == source)
        && event.arguments.contains {
          $0.roleName.utf8.elementsEqual(name.utf8) && standing($0.id) == standing(target)
        }
    }
  }
}

extension DiagnosticName {
  /// A relation to be taken away is not there.
  package static let noSuchRelation = DiagnosticName("no-such-relation")
}
