import Adjudication
package import Standoff

/// `same REF… [as NAME]`.
package struct SameCommand: Command {
  package static let manual = Manual(
    "same", .annotate, "says that mentions are one person or thing",
    brief: "says that they are one",
    grammar: ["same REF REF… [as NAME]", "same where (QUERY) [as NAME]"],
    details: """
      All get the references of the first; where it has none, all get `local:NAME`, which is made \
      from the first one's words if no name is given. A name is refused where the first has other \
      references already.
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
    let keys = try keys(of: first, in: workspace)
    let place = references.first?.place ?? Place()
    return try workspace.change(
      ids, by: "set", called: "setting", orSay: "they are one already"
    ) { [workspace] id, draft throws(DiagnosticError) in
      let label = try workspace.label(of: id)
      var words: [String] = []
      for key in keys {
        let word = Word(text: key.description, place: place)
        guard draft.add(try workspace.schema.reference(word, on: label), to: id) else { continue }
        words.append("ref=" + key.description.asValue)
      }
      return words
    }
  }

  /// What all get: the references of the first, or one of its own.
  private func keys(
    of first: AnnotationID, in workspace: Workspace
  ) throws(DiagnosticError) -> [DatabaseKey] {
    let set = try workspace.annotations
    let keys = set.said(of: first) { set.references(of: $0) }.map {
      DatabaseKey(database: $0.database, key: $0.key)
    }
    guard !keys.isEmpty else {
      let key = if let name { name.text } else { try workspace.slug(for: first) }
      return [DatabaseKey(database: "local", key: key)]
    }
    if let name, !keys.contains(DatabaseKey(database: "local", key: name.text)) {
      throw Self.hasName(first, keys, besides: name, in: workspace)
    }
    return keys
  }

  /// The error for a name where the first mention has references, which all would get.
  private static func hasName(
    _ first: AnnotationID, _ keys: [DatabaseKey], besides name: Word, in workspace: Workspace
  ) -> DiagnosticError {
    let handle = workspace.handle(of: first)
    let isDisputed =
      (try? workspace.annotations)?.disputedGroups.contains { group in
        group.ids.contains(first) || group.target == first
      } ?? false
    let list = keys.map { "`\($0)`" }.joined(separator: ", ")
    return DiagnosticError(
      .badName,
      "`\(name.text)` cannot be the name: \(handle) is \(list) already, and all "
        + "get the references of the first", at: name.place,
      notes: [
        "leave `as \(name.text)` away"
          + (isDisputed
            ? "; \(handle) is in conflict, and `resolve` settles that before its references can change"
            : ", or take the references off with `unset \(workspace.spelling(of: first)) ref` before")
      ])
  }
}
