package import Standoff

/// `unset REF… attr…`.
package struct UnsetCommand: Command {
  package static let manual = Manual(
    "unset", .change, "takes attributes, references and notes away",
    brief: "takes attributes away",
    grammar: [
      "unset REF… ATTRIBUTE…", "unset REF… ref", "unset REF… ref=DATABASE:KEY", "unset REF… note",
      "unset REF… note=\"TEXT\"",
    ],
    details: """
      `ref` alone takes every reference away, `ref=local:ida` that one, and `note` so with free notes; those of other types, which other programs make, go by \
      their text alone. \
      Attributes that the schema does not have can be taken away as well.
      """,
    examples: [
      .init("unset c1 stance", "the claim has no stance any more"),
      .init("unset where (speaker) ref", "takes the references of every speaker away"),
      .init("unset c1 note", "takes the notes on the claim away"),
    ],
    related: ["set", "note"])

  /// Which.
  package var references: [ReferenceExpression]
  /// Attribute names, `ref` and `note`, as typed; the last two perhaps with a key or a text.
  package var fields: [(name: Word, key: Word?)]

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let vocabulary = reader.vocabulary
    let references = try reader.references(
      isLast: false, followedBy: { .attribute(of: .annotations($0)) },
      until: {
        ["ref", "note"].contains($0.lowercased()) || vocabulary.attribute($0) != nil
          || schema.attributeName($0) != nil
      })
    var fields: [(name: Word, key: Word?)] = []
    while !reader.atEnd {
      if reader.upcomingIsOption, let name = reader.optionName(of: .annotations(references)) {
        fields.append((name, try reader.value(of: name.text, on: .annotations(references))))
      } else {
        fields.append((try Self.field(&reader, of: references, after: fields.last), nil))
      }
    }
    for (name, key) in fields where key != nil {
      let same = fields.first {
        $0.name.text.lowercased() == name.text.lowercased() && $0.key == nil
      }
      guard let same else { continue }
      throw DiagnosticError(
        .unexpectedArgument,
        "`\(same.name.text)` by itself takes all of them away, so it cannot stand beside one",
        at: same.name.place)
    }
    guard !fields.isEmpty else {
      guard references.count > 1, let last = references.last, case .named(let typed) = last.form
      else { throw reader.missing("an attribute, as `stance`,") }
      throw schema.unknownField(Word(text: typed, place: last.place))
    }
    return Self(references: references, fields: fields)
  }

  /// Reads a name that stands by itself; what stands behind `ref` or `note` may be meant for its value.
  private static func field(
    _ reader: inout LineReader, of references: [ReferenceExpression],
    after last: (name: Word, key: Word?)?
  ) throws(DiagnosticError) -> Word {
    let word = try reader.attribute(of: .annotations(references))
    let owner = last.flatMap { $0.key == nil ? $0.name.text.lowercased() : nil }
    if owner == "ref" && word.text.contains(":") || owner == "note" && word.isQuoted {
      let name = last?.name.text ?? ""
      let value = owner == "note" ? word.text.quoted : word.text.asValue
      throw DiagnosticError(
        .unexpectedArgument,
        "`\(name)` by itself takes all of them away; one alone is `\(name)=\(value)`",
        at: word.place)
    }
    guard !word.isQuoted else {
      throw DiagnosticError(
        .unexpectedArgument, "the name of an attribute stands without quotes", at: word.place)
    }
    return word
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    if try !workspace.lookUp(references).isEmpty { try checkNames(in: workspace) }
    let vocabulary = workspace.vocabulary
    return try workspace.change(
      references, by: "unset", called: "unsetting", orSay: "there is nothing of that kind"
    ) { id, draft throws(DiagnosticError) in
      var words: [String] = []
      for field in fields {
        // Several events on one annotation may have had it.
        for word in try remove(field, of: id, from: &draft, vocabulary) where !words.contains(word)
        {
          words.append(word)
        }
      }
      return words
    }
  }

  /// Makes sure that every name is known: to the schema, or in the file.
  private func checkNames(in workspace: Workspace) throws(DiagnosticError) {
    let vocabulary = workspace.vocabulary
    for (name, _) in fields where !["ref", "note"].contains(name.text.lowercased()) {
      if vocabulary.attribute(name.text) == nil { throw workspace.schema.unknownField(name) }
    }
  }

  /// Takes one field away; the words of what was there.
  private func remove(
    _ field: (name: Word, key: Word?), of id: AnnotationID, from draft: inout Draft,
    _ vocabulary: Vocabulary
  ) throws(DiagnosticError) -> [String] {
    if field.name.text.lowercased() == "ref" {
      let references = draft.set.said(of: id) { draft.set.references(of: $0) }.filter {
        field.key == nil || field.key?.text == $0.entry
      }
      for reference in references { draft.remove(reference.id) }
      return references.map { "ref=" + $0.entry.asValue }
    }
    // An attribute may be called `Note`.
    let isAttribute =
      field.name.text != "note"
      && draft.set.said(of: id) { draft.set.attributes(of: $0) }
        .contains { $0.name.utf8.elementsEqual(field.name.text.utf8) }
    if field.name.text.lowercased() == "note", !isAttribute {
      let notes = draft.set.said(of: id) { draft.set.notes(of: $0) }.filter {
        field.key.map(\.text) == $0.text || field.key == nil && $0.type == Note.freeType
      }
      for note in notes { draft.remove(note.id) }
      return notes.map { "note=" + $0.text.quoted }
    }
    if let key = field.key {
      throw DiagnosticError(
        .unexpectedArgument, "`unset` takes an attribute's name alone",
        at: field.name.place.through(key.place),
        fix: field.name.text)
    }
    let name = vocabulary.attribute(field.name.text) ?? field.name.text
    let attributes = draft.set.said(of: id) { draft.set.attributes(of: $0) }.filter {
      $0.name.isSpelled(name)
    }
    for attribute in attributes { draft.removeAttribute(attribute.name, of: attribute.target) }
    return attributes.map(\.name)
  }
}

extension Schema {
  /// The error for a word in the place of an attribute that names none.
  fileprivate func unknownField(_ word: Word) -> DiagnosticError {
    if let relation = relationName(word.text) {
      return DiagnosticError(
        .unknownAttribute, "\(relation) is a relation, which `unlink` takes away", at: word.place)
    }
    return DiagnosticError(
      .unknownAttribute, "the schema `\(name)` has no attribute `\(word.text)`", at: word.place,
      notes: ["attributes: " + attributeNames.joined(separator: ", ")],
      fix: nearest(to: word.text, among: attributeNames + ["ref"]))
  }
}
