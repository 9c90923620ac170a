/// What stands on the disk when a session opens, and how to go on from there.
///
/// Finding out reads files and changes none; ``settle(at:pid:on:)`` then puts the journal in order,
/// which only a session that holds the lock may do.
struct Recovery {
  /// What is to be done to the journal before anything can be added.
  enum Plan {
    /// There is none: the first block begins one.
    case begin
    /// It is continued, after what could not be read of it has been cut off; a damaged one is copied
    /// to a file of this name first.
    case go(on: JournalText, damagedCopy: String?)
    /// It is put aside under this name, and what it had unsaved is written beside the standoff file.
    case setAside(name: String, unsaved: [UInt8]?)
  }

  private(set) var plan = Plan.begin
  /// The journal to go on with.
  private(set) var journal: Journal
  /// The annotations: those of the standoff file with all acts that were not saved.
  private(set) var annotations: AnnotationSet
  /// Lines that take back what a script did that was stopped before it could save.
  private(set) var rollback: [JournalRecord] = []
  /// The bytes of the standoff file, and the hash of those.
  let standoff: [UInt8]
  let standoffHash: UInt64
  /// The hash of the journal's bytes, where there is a journal.
  let journalHash: UInt64?
  /// What whoever opened the session should know.
  private(set) var notices: [Diagnostic] = []

  /// Reads the standoff file and its journal.
  ///
  /// `stamp` makes a line of something that happens now. Throws where a file cannot be read, and
  /// `journal-newer`.
  init(
    of article: Article, at paths: JournalPaths, on disk: any Disk,
    stamp: (JournalRecord.Event) -> JournalRecord
  ) throws(DiagnosticError) {
    let files = FileReading(on: disk)
    standoff = try files.bytes(ofPossible: paths.standoff, as: "standoff file") ?? []
    standoffHash = contentHash(of: standoff)
    annotations = AnnotationSet(parsing: standoff, of: article)
    journal = Journal(
      JournalHeader(
        article: article.hash, standoff: standoffHash, rules: ArticleLayout.rulesVersion))
    guard let bytes = try files.bytes(ofPossible: paths.journal, as: "journal") else {
      journalHash = nil
      return
    }
    journalHash = contentHash(of: bytes)
    let text = JournalText(bytes)
    guard let read = text.journal else {
      if case .damaged(let line) = text.ending { setAsideDamaged(at: line, paths, disk) }
      return
    }
    if read.header.version > JournalHeader.currentVersion {
      throw DiagnosticError(
        .journalNewer,
        "\(paths.journal) was written by a newer galley; update this one, or move that file away to begin anew",
        at: Place(source: paths.journal, line: 1))
    }
    if read.header.article != article.hash {
      notices.append(articleChanged(article, paths))
    }
    goOn(from: read, text, paths, disk, stamp)
  }

  /// Reads the standoff file and its journal, again where another process is writing to them just
  /// then.
  static func found(
    of article: Article, at paths: JournalPaths, on disk: any Disk, isLocked: Bool,
    stamp: (JournalRecord.Event) -> JournalRecord
  ) throws(DiagnosticError) -> Recovery {
    var attempts = 3
    while true {
      let found = try Recovery(of: article, at: paths, on: disk, stamp: stamp)
      attempts -= 1
      if isLocked || attempts == 0 || found.isOrdinary { return found }
      if try found.stands(at: paths, on: disk) { return found }
    }
  }

  /// Whether the journal and the standoff file fit each other as they are.
  private var isOrdinary: Bool {
    switch plan {
    case .begin: true
    case .go(let text, _): text.ending == .whole && rollback.isEmpty
    case .setAside: false
    }
  }

  /// Whether the files are still those that were read.
  func stands(at paths: JournalPaths, on disk: any Disk) throws(DiagnosticError) -> Bool {
    let files = FileReading(on: disk)
    let standoff = try files.bytes(ofPossible: paths.standoff, as: "standoff file") ?? []
    let journal = try files.bytes(ofPossible: paths.journal, as: "journal")
    return contentHash(of: standoff) == standoffHash
      && journal.map { contentHash(of: $0) } == journalHash
  }

  /// Notes that the journal is in order.
  mutating func noteSettled() { plan = .begin }

  private mutating func goOn(
    from read: Journal, _ text: JournalText, _ paths: JournalPaths, _ disk: any Disk,
    _ stamp: (JournalRecord.Event) -> JournalRecord
  ) {
    var read = read
    guard read.recognize(standoffHash) else {
      return setAsideForeign(read, text, paths, disk)
    }
    let undoing = read.beforeScript.map { read.events(to: $0).map(stamp) } ?? []
    if !undoing.isEmpty {
      let block = undoing.asBlock
      _ = read.take(block)
      rollback = block
    }
    do throws(DiagnosticError) {
      var restored = annotations
      for edit in read.edits(from: read.saved.acts, to: read.done) { try restored.apply(edit) }
      annotations = restored
    } catch {
      rollback = []
      return setAsideDamaged(at: nil, paths, disk)
    }
    journal = read
    noteEnding(text, paths, disk)
    if !rollback.isEmpty {
      notices.append(
        Diagnostic(
          .scriptUndone, severity: .warning,
          "A script was stopped before it could save; what it did was taken back (`redo` brings it again)",
          at: Place(source: paths.standoff)))
    }
    noteRestored(paths)
  }

  // MARK: What people are told

  private mutating func noteEnding(_ text: JournalText, _ paths: JournalPaths, _ disk: any Disk) {
    switch text.ending {
    case .whole:
      plan = .go(on: text, damagedCopy: nil)
    case .torn:
      plan = .go(on: text, damagedCopy: nil)
      notices.append(
        Diagnostic(
          .journalTorn, severity: .note,
          "The journal's last line was only half written, for a command that was never answered; it was left out",
          at: Place(source: paths.journal)))
    case .damaged(let line):
      let name = paths.freeName(on: disk)
      plan = .go(on: text, damagedCopy: name)
      notices.append(
        Diagnostic(
          .journalDamaged, severity: .warning,
          "The journal is damaged at line \(line): the acts before it were restored, those from there on were not; the whole journal is kept in \(paths.sibling(name))",
          at: Place(source: paths.journal, line: line)))
    }
  }

  private mutating func noteRestored(_ paths: JournalPaths) {
    let (added, removed) = journal.unsaved
    guard added > 0 || removed > 0 else { return }
    let parts = [
      added > 0
        ? "\(counted(added, "act")) that \(added == 1 ? "was" : "were") not yet saved" : nil,
      removed > 0 ? "the undoing of \(counted(removed, "saved act"))" : nil,
    ].compactMap(\.self)
    notices.append(
      Diagnostic(
        .restored, severity: .note, "Restored " + parts.joined(separator: " and "),
        at: Place(source: paths.standoff)))
  }

  private func articleChanged(_ article: Article, _ paths: JournalPaths) -> Diagnostic {
    Diagnostic(
      .articleChanged, severity: .warning,
      "\(article.path ?? "The article") is not the text it was when these annotations were begun, so they may point at other words; `validate` tells which do",
      at: Place(source: article.path))
  }

  // MARK: Putting a journal aside

  private mutating func setAsideDamaged(at line: Int?, _ paths: JournalPaths, _ disk: any Disk) {
    let name = paths.freeName(on: disk)
    plan = .setAside(name: name, unsaved: nil)
    journal = Journal(following(name))
    notices.append(
      Diagnostic(
        .journalDamaged, severity: .warning,
        "The journal is damaged and could not be used, so \(paths.standoff) is opened as it is and undo does not reach back before now; the journal is kept in \(paths.sibling(name))",
        at: Place(source: paths.journal, line: line)))
  }

  private mutating func setAsideForeign(
    _ read: Journal, _ text: JournalText, _ paths: JournalPaths, _ disk: any Disk
  ) {
    let name = paths.freeName(on: disk)
    let target = read.beforeScript ?? read.done
    var unsaved: [UInt8]?
    if !read.edits(from: read.saved.acts, to: target).isEmpty {
      unsaved = state(of: read, target, paths, disk)
    }
    plan = .setAside(name: name, unsaved: unsaved)
    journal = Journal(following(name))
    var message =
      "\(paths.standoff) was changed by another program since it was last saved here; it is opened as it is now"
    if let unsaved {
      message += ". What was not saved here is kept in \(paths.unsavedPath(for: unsaved, on: disk))"
    }
    if case .damaged(let line) = text.ending {
      message += ". The journal is damaged at line \(line) besides"
    }
    notices.append(
      Diagnostic(
        .foreignChange, severity: .warning, message, at: Place(source: paths.standoff),
        notes: ["The acts until then are kept in \(paths.sibling(name)); undo does not reach them"])
    )
  }

  /// The bytes of the standoff file when just the acts `target` count, made from the journal's base.
  private func state(
    of read: Journal, _ target: [Int], _ paths: JournalPaths, _ disk: any Disk
  ) -> [UInt8]? {
    guard let base = try? FileReading(on: disk).bytes(of: paths.base, as: "journal's base"),
      contentHash(of: base) == read.header.standoff
    else { return nil }
    var set = AnnotationSet(parsing: base, of: annotations.article)
    for edit in read.edits(from: [], to: target) {
      guard (try? set.apply(edit)) != nil else { return nil }
    }
    return set.encoded()
  }

  private func following(_ name: String) -> JournalHeader {
    var header = journal.header
    header.follows = name
    return header
  }

  // MARK: Settling

  /// Puts the journal in order; the journal opened for writing, where there is one.
  func settle(at paths: JournalPaths, on disk: any Disk) throws(DiagnosticError) -> JournalFile? {
    let files = AtomicFile(on: disk)
    switch plan {
    case .begin:
      return nil
    case .go(let text, let copy):
      if let copy {
        let whole = try FileReading(on: disk).bytes(of: paths.journal, as: "journal")
        try files.write(whole, to: paths.sibling(copy))
      }
      let file = try JournalFile(continuing: text, at: paths, on: disk)
      if !rollback.isEmpty { try file.append(rollback) }
      return file
    case .setAside(let name, let unsaved):
      if let unsaved { try files.write(unsaved, to: paths.unsavedPath(for: unsaved, on: disk)) }
      // The base is copied, not renamed: a journal must never stand without its base.
      if let base = try FileReading(on: disk).bytes(ofPossible: paths.base, as: "journal's base") {
        try files.write(base, to: paths.sibling(name) + ".base")
      }
      do throws(DiskFailure) {
        try disk.rename(paths.journal, to: paths.sibling(name))
        try disk.synchronizeFolder(paths.folder)
      } catch {
        throw DiagnosticError(
          .journalFailed,
          "\(paths.journal) could not be put aside because \(error.because); move it away by hand",
          at: Place(source: paths.journal))
      }
      return nil
    }
  }
}

extension [JournalRecord] {
  /// The records as a block that counts as a whole or not at all; one record needs no block.
  var asBlock: [JournalRecord] {
    guard count > 1 else { return self }
    return enumerated().map { index, record in
      var record = record
      record.part = .init(number: index + 1, count: count)
      return record
    }
  }
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
