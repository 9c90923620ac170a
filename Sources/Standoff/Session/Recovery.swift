/// What stands on the disk when a session opens: the annotations, with all that was done and not
/// saved, and how to go on from there.
///
/// Finding out reads files and changes none.
struct Recovery {
  /// The journal to go on with.
  private(set) var journal: Journal
  /// The annotations: those of the standoff file with all acts that were not saved.
  private(set) var annotations: AnnotationSet
  /// What has to be done to the files before anything can be added.
  var settlement: Settlement
  /// The ``Article/hash`` of the article that the journal was begun on; `nil` where there is none to
  /// tell.
  private(set) var articleHash: UInt64?
  /// What whoever opened the session should know.
  var notices: [Diagnostic] = []
  /// The hash of what the session takes for the standoff file: not that of the file itself where
  /// another program has changed it and the session has acts that it lacks, for saving merges the two.
  private(set) var standoffHash: UInt64
  /// Whether what is to be kept is kept at once: only where the session has the lock.
  let isLocked: Bool
  /// Where the files are.
  let paths: JournalPaths
  /// What they are on.
  let disk: any Disk

  /// Reads the standoff file and its journal.
  ///
  /// `stamp` makes a line of something that happens now. Throws where a file cannot be read, and
  /// `journal-newer`.
  private init(
    of article: Article, at paths: JournalPaths, on disk: any Disk, isLocked: Bool,
    stamp: (JournalRecord.Event) -> JournalRecord
  ) throws(DiagnosticError) {
    self.isLocked = isLocked
    self.paths = paths
    self.disk = disk
    let files = FileReading(on: disk)
    let standoff = try files.bytes(ofPossible: paths.standoff, as: "standoff file") ?? []
    let bytes = try files.bytes(ofPossible: paths.journal, as: "journal")
    settlement = Settlement(standoff: standoff, journal: bytes)
    standoffHash = settlement.standoffHash
    annotations = AnnotationSet(parsing: standoff, of: article)
    journal = Journal(
      JournalHeader(
        article: article.hash, standoff: settlement.standoffHash,
        rules: ArticleLayout.rulesVersion))
    guard let bytes else { return }
    let text = JournalText(bytes)
    guard let read = text.journal else {
      if case .damaged(let line) = text.ending { setAsideDamaged(at: line) }
      return
    }
    if read.header.version > JournalHeader.currentVersion {
      throw DiagnosticError(
        .journalNewer,
        "\(paths.journal) was written by a newer galley; update this one, or move that file away to begin anew",
        at: Place(source: paths.journal, line: 1))
    }
    goOn(from: read, text, stamp)
  }

  /// Reads the standoff file and its journal, again where another process is writing to them just
  /// then.
  static func found(
    of article: Article, at paths: JournalPaths, on disk: any Disk, isLocked: Bool,
    stamp: (JournalRecord.Event) -> JournalRecord
  ) throws(DiagnosticError) -> Recovery {
    var attempts = 3
    while true {
      let found = try Recovery(of: article, at: paths, on: disk, isLocked: isLocked, stamp: stamp)
      attempts -= 1
      if isLocked || attempts == 0 || found.settlement.isOrdinary { return found }
      if try found.settlement.stands(at: paths, on: disk) { return found }
    }
  }

  private mutating func goOn(
    from read: Journal, _ text: JournalText, _ stamp: (JournalRecord.Event) -> JournalRecord
  ) {
    var read = read
    guard read.recognize(settlement.standoffHash) else {
      if !goOn(afterForeignChange: read, text, stamp) { setAsideForeign(read, text) }
      return
    }
    revoke(read)
    articleHash = read.header.article
    if articleHash != annotations.article.hash {
      notices.append(articleChanged)
    }
    let undoing = read.beforeScript.map { read.events(to: $0).map(stamp) } ?? []
    let rollback = undoing.asBlock
    if !rollback.isEmpty { _ = read.take(rollback) }
    do throws(DiagnosticError) {
      var restored = annotations
      for edit in read.edits(from: read.saved.acts, to: read.done) { try restored.apply(edit) }
      annotations = restored
    } catch {
      return setAsideDamaged(at: nil)
    }
    journal = read
    settlement.rollback = rollback
    noteEnding(text)
    if !rollback.isEmpty {
      notices.append(
        Diagnostic(
          .scriptUndone, severity: .warning,
          "A script was stopped before it could save; what it did was taken back (`redo` brings it again)",
          at: Place(source: paths.standoff)))
    }
    noteRestored()
  }

  /// Notes what a script decided that was stopped before it could save.
  private mutating func revoke(_ read: Journal) {
    if let before = read.beforeScript {
      settlement.revoked = read.decisions(from: read.done, to: before)
    }
  }

  // MARK: What another program did

  /// The most lines of a change by another program that the journal takes in.
  private static let mostForeignLines = 50_000

  /// Takes a change by another program into the journal as an act.
  ///
  /// Where acts of ours are not saved it goes on from these, and leaves it to saving to merge the two.
  /// Tells whether one of the two could be done: not where the article is another text as well, for
  /// somebody else has re-anchored the file, and what the journal tells is of words that are gone.
  private mutating func goOn(
    afterForeignChange read: Journal, _ text: JournalText,
    _ stamp: (JournalRecord.Event) -> JournalRecord
  ) -> Bool {
    var read = read
    revoke(read)
    let undoing = read.beforeScript.map { read.events(to: $0).map(stamp) } ?? []
    if case .damaged = text.ending { return false }
    let own = read.beforeScript ?? read.done
    guard read.header.article == annotations.article.hash,
      let saved = state(of: read, read.saved.acts), contentHash(of: saved) == read.saved.hash
    else { return false }
    guard read.edits(from: read.saved.acts, to: own).isEmpty else {
      guard let bytes = state(of: read, own) else { return false }
      let rollback = undoing.asBlock
      if !rollback.isEmpty { _ = read.take(rollback) }
      standoffHash = read.hasTakenIn(settlement.standoffHash) ? standoffHash : read.saved.hash
      annotations = AnnotationSet(parsing: bytes, of: annotations.article)
      journal = read
      settlement.rollback = rollback
      settlement.isForeign = true
      if standoffHash != settlement.standoffHash { noteForeign(isUnsaved: true) }
      noteEnding(text)
      noteRestored()
      return true
    }
    let edit = Edit(
      from: AnnotationSet(parsing: saved, of: annotations.article), to: annotations)
    let lines = edit.hunks.reduce(0) { $0 + $1.removed.count + $1.added.count }
    guard lines <= Self.mostForeignLines else { return false }
    let act = Act(
      "# \(FilePath.name(of: paths.standoff)) was changed outside the shell", edit,
      takenIn: settlement.standoffHash)
    let events = read.events(to: own) + [.act(act), .saved(settlement.standoffHash)]
    let block = events.map(stamp).asBlock
    guard read.take(block) else { return false }
    journal = read
    settlement.rollback = block
    noteForeign(isUnsaved: false)
    noteEnding(text)
    return true
  }

  // MARK: Putting a journal aside

  private mutating func setAsideDamaged(at line: Int?) {
    let name = paths.freeName(on: disk)
    settlement.plan = .setAside(name: name, unsaved: nil)
    journal = Journal(following(name))
    notices.append(
      Diagnostic(
        .journalDamaged, severity: .warning,
        "the journal is damaged and could not be used, so \(paths.standoff) is opened as it is and undo does not reach back before now; the journal \(isKept) in \(paths.sibling(name))",
        at: Place(source: paths.journal, line: line)))
  }

  private mutating func setAsideForeign(_ read: Journal, _ text: JournalText) {
    let name = paths.freeName(on: disk)
    let target = read.beforeScript ?? read.done
    var unsaved: [UInt8]?
    if !read.edits(from: read.saved.acts, to: target).isEmpty {
      unsaved = state(of: read, target)
    }
    settlement.plan = .setAside(name: name, unsaved: unsaved)
    journal = Journal(following(name))
    let isOtherText = read.header.article != annotations.article.hash
    var message =
      "\(paths.standoff) was changed outside the shell since it was last saved here\(isOtherText ? ", and its article as well" : ""); it is opened as it is now"
    if let unsaved {
      message +=
        ". What was not saved here \(isKept) in \(paths.unsavedPath(for: unsaved, on: disk))"
    }
    if case .damaged(let line) = text.ending {
      message += ". The journal is damaged at line \(line) besides"
    }
    notices.append(
      Diagnostic(
        .foreignChange, severity: .warning, message, at: Place(source: paths.standoff),
        notes: [
          "the journal until then \(isKept) in \(paths.sibling(name)); undo does not reach into it"
        ])
    )
  }

  /// The bytes of the standoff file when just the acts `target` count, made from the journal's base.
  private func state(of read: Journal, _ target: [Int]) -> [UInt8]? {
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
}
