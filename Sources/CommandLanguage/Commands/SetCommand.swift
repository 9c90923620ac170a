package import Standoff

/// `set REF… attr=value…`.
package struct SetCommand: Command {
  package static let manual = Manual(
    "set", .change, "sets attributes and references", brief: "sets attributes, refs",
    grammar: [
      "set REF… ATTRIBUTE=VALUE … [ref=DATABASE:KEY …]", "set where (QUERY) ATTRIBUTE=VALUE …",
    ],
    details: """
      A binary attribute is there or not: `negated=yes`, `negated=no`. References add up; `unset` \
      takes them away.
      """,
    examples: [
      .init("set c1 stance=favor", "sets one attribute"),
      .init("set where (claim by s1) checkworthy=cfs", "sets it on every claim by s1"),
    ],
    related: ["unset", "tag", "same"])

  /// Which.
  package var references: [ReferenceExpression]
  /// Names and values as typed, to be judged for each annotation's label.
  package var options: [(name: Word, value: Word)]

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let references = try reader.references(
      isLast: false, followedBy: { _ in .optionName(label: nil) })
    var options: [(Word, Word)] = []
    while !reader.atEnd {
      guard let name = reader.optionName() else { throw reader.surplus() }
      options.append((name, try reader.value(of: name.text)))
    }
    guard !options.isEmpty else {
      if references.count > 1, let last = references.last, case .named(let typed) = last.form,
        schema.attributeName(typed) != nil || typed.lowercased() == "ref"
      {
        throw DiagnosticError(
          .missingArgument, "`\(typed)` needs a value", at: last.place, fix: "\(typed)=")
      }
      throw reader.missing("an attribute, as `stance=favor`,")
    }
    return Self(references: references, options: options)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let ids = try workspace.lookUp(references)
    guard let (chosen, _) = try workspace.choose(ids, of: references, asking: "change") else {
      return Report(echo: "nothing was changed")
    }
    var changes = Changes(try workspace.annotations)
    for (done, id) in chosen.enumerated() {
      try workspace.step("setting", done, of: chosen.count)
      var command = ResolvedCommand("set \(id)")
      let label = try workspace.label(of: id)
      var hasChanged = false
      for option in options {
        if option.name.text.lowercased() == "ref" {
          let reference = try workspace.schema.reference(option.value, on: label)
          guard changes.draft.add(reference, to: id) else { continue }
          command.append("ref=" + "\(reference)".asValue)
        } else if let rule = workspace.schema.attribute(option.name.text, of: label.name) {
          let value = try workspace.schema.value(option.value, of: rule, on: label)
          guard changes.draft.set(rule.name, to: value, of: id) else { continue }
          command.append(ResolvedCommand.option(rule.name, value))
        } else if workspace.schema.relation(option.name.text, from: label.name) != nil {
          throw DiagnosticError(
            .unknownAttribute, "`\(option.name.text)` is a relation, which `link` makes",
            at: option.name.place, fix: "link \(workspace.spelling(of: id)) \(option.name.text) …")
        } else {
          throw workspace.schema.unknownOption(option.name, on: label)
        }
        hasChanged = true
      }
      guard hasChanged else { continue }
      changes.touch(id)
      changes.commands.append(command.text)
    }
    guard !changes.commands.isEmpty else {
      return Report(echo: StyledText("they are so already", .faint))
    }
    return try workspace.commit(changes)
  }
}
