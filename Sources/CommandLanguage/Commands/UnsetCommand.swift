package import Standoff

/// `unset REF… attr…`
package struct UnsetCommand: Command {
  package static let manual = Manual(
    "unset", .change, "takes attributes and references away",
    grammar: ["unset REF… ATTRIBUTE…", "unset REF… ref", "unset REF… ref=DATABASE:KEY"],
    details: "`ref` alone takes every reference away, `ref=local:ida` that one.",
    examples: [
      .init("unset c1 stance", "the claim has no stance any more"),
      .init("unset where (speaker) ref", "takes the references of every speaker away"),
    ],
    related: ["set"])

  /// Which.
  package var references: [ReferenceExpression]
  /// Attribute names and `ref`, as typed; `ref` perhaps with a key.
  package var fields: [(name: Word, key: Word?)]

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let references = try reader.references(isLast: false) {
      $0.lowercased() == "ref" || schema.attributeName($0) != nil
    }
    var fields: [(Word, Word?)] = []
    while !reader.atEnd {
      if let name = reader.optionName() {
        fields.append((name, try reader.value(of: name.text)))
      } else {
        fields.append((try reader.attribute(), nil))
      }
    }
    guard !fields.isEmpty else { throw reader.missing("an attribute, as `stance`,") }
    return Self(references: references, fields: fields)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let ids = try workspace.lookUp(references)
    guard let chosen = try workspace.preview(ids, of: references, asking: "change") else {
      return Report(lines: ["nothing was changed"])
    }
    var changes = Changes(try workspace.annotations)
    for id in chosen {
      var command = ResolvedCommand("unset \(id)")
      let before = changes.commands.count
      for field in fields { try remove(field, of: id, &command, &changes) }
      guard changes.commands.count > before else { continue }
      changes.commands.removeLast(changes.commands.count - before)
      changes.commands.append(command.text)
      changes.touch(id)
    }
    guard !changes.commands.isEmpty else {
      return Report(lines: [StyledText("there is nothing of that kind", .faint)])
    }
    return try workspace.commit(changes)
  }

  private func remove(
    _ field: (name: Word, key: Word?), of id: AnnotationID, _ command: inout ResolvedCommand,
    _ changes: inout Changes
  ) throws(DiagnosticError) {
    if field.name.text.lowercased() == "ref" {
      for reference in changes.draft.set.references(of: id) {
        let key = "\(reference.database):\(reference.key)"
        guard field.key == nil || field.key?.text == key else { continue }
        changes.draft.remove(reference.id)
        command.append("ref=" + key.asValue)
        changes.commands.append("")
      }
    } else if let key = field.key {
      throw DiagnosticError(
        .unexpectedArgument, "`unset` takes an attribute's name alone", at: key.place,
        fix: "unset \(id) \(field.name.text)")
    } else {
      let present = changes.draft.set.attributes(of: id).first {
        $0.name.lowercased() == field.name.text.lowercased()
      }
      guard let present else { return }
      changes.draft.removeAttribute(present.name, of: id)
      command.append(present.name)
      changes.commands.append("")
    }
  }
}
