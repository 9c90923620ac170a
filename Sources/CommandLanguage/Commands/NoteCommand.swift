package import Standoff

/// `note REF "text"`.
package struct NoteCommand: Command {
  package static let manual = Manual(
    "note", .annotate, "adds a free note to an annotation", brief: "adds a free note",
    grammar: ["note REF \"TEXT\"", "note REF"],
    details: "Without a text the editor of `$VISUAL` or `$EDITOR` opens, at the prompt alone.",
    examples: [
      .init("note c1 \"check against the minutes\"", "adds a note"),
      .init("note $", "writes one in the editor"),
    ],
    related: ["info", "list"])

  /// Which one.
  package var reference: ReferenceExpression
  /// The note; `nil` opens the editor.
  package var text: Word?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let reference = try reader.reference()
    guard !reader.atEnd else { return Self(reference: reference, text: nil) }
    let text = try reader.text()
    if !text.isQuoted,
      text.text.unicodeScalars.contains(where: { "\"“”".unicodeScalars.contains($0) })
    {
      throw DiagnosticError(
        .syntax, "a note with quotes in it stands in quotes as a whole, and is on one annotation",
        at: text.place)
    }
    return Self(reference: reference, text: text)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let id = try workspace.lookUpOne(reference)
    var text = text?.text
    if text == nil {
      guard let interlocutor = workspace.interlocutor else {
        throw DiagnosticError(
          .missingArgument, "a note needs its text in quotes here, as `note \(id) \"…\"`",
          at: reference.place)
      }
      text = try interlocutor.edit("")
    }
    guard let note = text?.trimmingBlanks, !note.isEmpty else {
      return Report(echo: StyledText("no note was left", .faint))
    }
    var changes = Changes(try workspace.annotations)
    for bearer in changes.draft.set.bearers(of: id) { changes.draft.addNote(note, to: bearer) }
    guard !changes.draft.edit().isEmpty else {
      return Report(echo: StyledText("it is noted so already", .faint))
    }
    changes.touch(id)
    changes.commands.append("note \(id) " + note.quoted)
    var report = try workspace.commit(changes)
    if let first = note.first, "'‘".contains(first), note.count > 1, "'’".contains(note.last ?? " ")
    {
      report.remarks.append(
        StyledText("the apostrophes are part of the note; quotes around it are `\"`", .faint))
    }
    return report
  }
}

extension String {
  /// The text without blanks and line ends at its edges.
  package var trimmingBlanks: String {
    let scalars = unicodeScalars
    let head = scalars.drop(while: \.properties.isWhitespace)
    let tail = head.reversed().drop(while: \.properties.isWhitespace).reversed()
    return String(String.UnicodeScalarView(tail))
  }
}
