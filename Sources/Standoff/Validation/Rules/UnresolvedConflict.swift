/// What a merge could not settle: each stands in the file as notes of the type `Conflict`.
struct UnresolvedConflict: LineRule {
  static let names: [DiagnosticName] = [.unresolvedConflict]
  static let kinds: Set<LineKind> = [.note]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    guard lines.set.store.names.index(of: Note.conflictType) == lines.set.store.labelIndex(of: row)
    else {
      return
    }
    let note = lines.set.note(row)
    let record = ConflictRecord(note.text)
    let message = Self.message(
      note.target.description, kind: record?.kind, group: record?.number)
    review.report(.unresolvedConflict, message, .name, of: row)
  }
}

extension UnresolvedConflict {
  private static func message(_ target: String, kind: String?, group: Int?) -> String {
    let what = kind.map { "on the \($0 == "deleted" ? "removal" : $0) of" } ?? "about"
    let how = "review conflicts" + (group.map { " \($0)" } ?? "")
    return "the annotators disagree \(what) \(target); `\(how)` in the shell settles it"
  }
}

extension DiagnosticName {
  /// A merge could not settle something about an annotation, and nobody has since.
  public static let unresolvedConflict = DiagnosticName("unresolved-conflict")
}
