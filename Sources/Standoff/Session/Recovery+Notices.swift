/// What people are told of a session that is taken up again.
extension Recovery {
  /// Notes that another program changed the standoff file.
  mutating func noteForeign(isUnsaved: Bool) {
    let what =
      isUnsaved
      ? "what is not saved here goes on, and `save` merges the two"
      : "it is opened as it is now, and `undo` takes that back"
    notices.append(
      Diagnostic(
        .foreignChange, severity: .warning,
        "\(paths.standoff) was changed outside the shell since it was last saved here; \(what)",
        at: Place(source: paths.standoff)))
  }

  /// Notes how the journal ends, and plans how to go on from there.
  mutating func noteEnding(_ text: JournalText) {
    switch text.ending {
    case .whole:
      settlement.plan = .go(on: text, damagedCopy: nil)
    case .torn:
      settlement.plan = .go(on: text, damagedCopy: nil)
      notices.append(
        Diagnostic(
          .journalTorn, severity: .note,
          "the journal's last line was only half written, for a command that was never answered; it was left out",
          at: Place(source: paths.journal)))
    case .damaged(let line):
      let name = paths.freeName(on: disk)
      settlement.plan = .go(on: text, damagedCopy: name)
      notices.append(
        Diagnostic(
          .journalDamaged, severity: .warning,
          "the journal is damaged at line \(line): the acts before it were restored, those from there on were not; the whole journal \(isKept) in \(paths.sibling(name))",
          at: Place(source: paths.journal, line: line)))
    }
  }

  /// Notes what was not saved and is there again.
  mutating func noteRestored() {
    let (added, removed) = journal.unsaved
    guard added > 0 || removed > 0 else { return }
    let parts = [
      added > 0
        ? "\(counted(added, "act")) that \(added == 1 ? "was" : "were") not yet saved" : nil,
      removed > 0 ? "the undoing of \(counted(removed, "saved act"))" : nil,
    ].compactMap(\.self)
    notices.append(
      Diagnostic(
        .restored, severity: .note,
        (isLocked ? "restored " : "taken from the journal: ") + parts.joined(separator: " and "),
        at: Place(source: paths.standoff)))
  }

  /// What is said where the article is another text than the one that was annotated.
  var articleChanged: Diagnostic {
    let article = annotations.article
    return Diagnostic(
      .articleChanged, severity: .warning,
      "\(article.path ?? "the article") is not the text it was when these annotations were begun, so they may point at other words; `validate` tells which do",
      at: Place(source: article.path))
  }

  /// What is said of a file that is put aside.
  var isKept: String { isLocked ? "is kept" : "will be kept by whoever annotates next" }
}

extension DiagnosticName {
  /// Acts that were not saved were taken from the journal.
  public static let restored = DiagnosticName("restored")
  /// The journal ends in half a line.
  public static let journalTorn = DiagnosticName("journal-torn")
  /// The journal holds something it cannot have been written with.
  public static let journalDamaged = DiagnosticName("journal-damaged")
  /// The journal was written by a later version of galley.
  public static let journalNewer = DiagnosticName("journal-newer")
  /// A script was stopped between its journal and its saving.
  public static let scriptUndone = DiagnosticName("script-undone")
  /// Something other than galley wrote to the standoff file.
  public static let foreignChange = DiagnosticName("foreign-change")
  /// The article is not the one that was annotated.
  public static let articleChanged = DiagnosticName("article-changed")
}
