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
      isLast: false, followedBy: { .optionName(of: .annotations($0)) })
    var options: [(Word, Word)] = []
    while !reader.atEnd {
      guard let name = reader.optionName(of: .annotations(references)) else {
        throw reader.surplus()
      }
      try name.refuseAgain(among: options.map(\.0))
      let value = try reader.value(
        of: name, on: schema.labels, .annotations(references), schema: schema)
      options.append((name, value))
    }
    guard !options.isEmpty else {
      if references.count > 1, let last = references.last, case .named(let typed) = last.form,
        schema.attributeName(typed) != nil || typed.lowercased() == "ref"
      {
        throw schema.needsValue(Word(text: typed, place: last.place), on: schema.labels)
      }
      throw reader.missing("an attribute, as `stance=favor`,")
    }
    return Self(references: references, options: options)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    try workspace.change(
      references, by: "set", called: "setting", orSay: "they are so already"
    ) { [workspace] id, draft throws(DiagnosticError) in
      var words: [String] = []
      for option in options {
        if let word = try set(option, of: id, in: &draft, workspace) { words.append(word) }
      }
      return words
    }
  }

  /// Sets one attribute or adds one reference; its word, where that changed anything.
  private func set(
    _ option: (name: Word, value: Word), of id: AnnotationID, in draft: inout Draft,
    _ workspace: Workspace
  ) throws(DiagnosticError) -> String? {
    let schema = workspace.schema
    let label = try workspace.label(of: id)
    if option.name.text.lowercased() == "ref" {
      let reference = try schema.reference(option.value, on: label)
      return draft.add(reference, to: id) ? "ref=" + "\(reference)".asValue : nil
    }
    let typed = option.name.text
    if let rule = schema.attribute(meantBy: typed, on: label) {
      let value = try schema.value(option.value, of: rule, on: label)
      guard draft.set(rule.name, to: value, of: id) else { return nil }
      return ResolvedCommand.option(rule.name, value)
    }
    guard schema.relation(typed, from: label.name) == nil else {
      throw DiagnosticError(
        .unknownAttribute,
        "`\(typed)` is a relation, which `link \(workspace.spelling(of: id)) \(typed) …` makes",
        at: option.name.place)
    }
    throw schema.unknownAttribute(option.name, on: label)
  }
}
