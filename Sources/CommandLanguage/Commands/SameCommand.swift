package import Standoff

/// `same REF… [as NAME]`.
package struct SameCommand: Command {
  package static let manual = Manual(
    "same", .annotate, "says that mentions are one person or thing",
    brief: "says that they are one",
    grammar: ["same REF REF… [as NAME]", "same where (QUERY) [as NAME]"],
    details: """
      All get the references of the first; where it has none, all get `local:NAME`, which is made \
      from the first one's words if no name is given.
      """,
    examples: [
      .init("same s1 s3 s4", "the three are one"),
      .init("same where (speaker text ~ /Moss/) as ida", "all of them are local:ida"),
    ],
    related: ["set", "tag"])

  /// Which.
  package var references: [ReferenceExpression]
  /// The name of the person or thing.
  package var name: Word?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let references = try reader.references(isLast: false, followedBy: { _ in .choice(["as"]) })
    let name = reader.keyword("as") ? try reader.newName() : nil
    return Self(references: references, name: name)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let found = try workspace.lookUp(references)
    guard let (ids, _) = try workspace.choose(found, of: references, asking: "join") else {
      return Report(echo: "nothing was changed")
    }
    guard let first = ids.first, ids.count > 1 else {
      throw DiagnosticError(
        .missingArgument, "`same` joins two annotations or more, and this names \(ids.count)",
        at: references.first?.place ?? Place())
    }
    var changes = Changes(try workspace.annotations)
    var keys = changes.draft.set.references(of: first).map {
      DatabaseKey(database: $0.database, key: $0.key)
    }
    if let name { keys = [DatabaseKey(database: "local", key: name.text)] }
    if keys.isEmpty {
      keys = [DatabaseKey(database: "local", key: try workspace.slug(for: first))]
    }
    for (done, id) in ids.enumerated() {
      try workspace.step("setting", done, of: ids.count)
      let label = try workspace.label(of: id)
      var command = ResolvedCommand("set \(id)")
      var hasChanged = false
      for key in keys {
        let word = Word(text: key.description, place: references.first?.place ?? Place())
        guard changes.draft.add(try workspace.schema.reference(word, on: label), to: id) else {
          continue
        }
        command.append("ref=" + key.description.asValue)
        hasChanged = true
      }
      guard hasChanged else { continue }
      changes.touch(id)
      changes.commands.append(command.text)
    }
    guard !changes.commands.isEmpty else {
      return Report(echo: StyledText("they are one already", .faint))
    }
    return try workspace.commit(changes)
  }
}
