/// A reading session that goes along with another process at work on the same files.
///
/// What that process journals is taken in act by act, with the handles it gives. Where the files are
/// no longer those that were read (another shell, a file written by another program, another
/// article), the session is opened anew. Nothing is locked or written.
package struct Following {
  /// The session as of the last look.
  package private(set) var session: Session
  /// The stretches that the last act changed; none where it is not known.
  package private(set) var touched: [TextRange] = []

  private let open: () throws(DiagnosticError) -> Session
  private let disk: any Disk
  private var text: JournalText
  private var holder: Lock.Holder?
  /// What the article, the standoff file, the journal and the lock looked like.
  private var seen: [FileStatus?]

  /// Starts with a session as `open` gives it, which is for reading.
  ///
  /// - Throws: as `open` does.
  package init(
    on disk: any Disk = SystemDisk(), _ open: @escaping () throws(DiagnosticError) -> Session
  ) throws(DiagnosticError) {
    self.open = open
    self.disk = disk
    session = try open()
    seen = []
    text = JournalText([])
    seen = look()
    try takeUp()
    touched = session.lastStretches
  }

  /// Looks at the files again; whether anything has changed.
  ///
  /// Costs four questions to the disk where nothing has, and the new lines of the journal where the
  /// other process went on.
  ///
  /// - Throws: where a file cannot be read; the session stays as it was until the files change again.
  package mutating func refresh() throws(DiagnosticError) -> Bool {
    let now = look()
    guard now != seen else { return false }
    let before = seen
    seen = now
    if now[0] == before[0], try goOn(isSaved: now[1] != before[1]) { return true }
    let mark = session.mark
    session = try open()
    try takeUp()
    // A process may have begun and acted since the last look.
    if session.mark != mark { touched = session.lastStretches }
    return true
  }

  private func look() -> [FileStatus?] {
    [session.article.path ?? "", session.paths.standoff, session.paths.journal, session.paths.lock]
      .map { try? disk.status(of: $0) }
  }

  // MARK: Going on

  /// Takes in what the journal has gained; `false` where that is not all that happened.
  private mutating func goOn(isSaved: Bool) throws(DiagnosticError) -> Bool {
    let now = Lock.holder(session.paths, on: disk)
    // A shell that ended leaves its handles behind; one that began has others.
    guard now == nil || now == holder, session.settlement?.isOrdinary == true else { return false }
    let files = FileReading(on: disk)
    let bytes = try files.bytes(ofPossible: session.paths.journal, as: "journal") ?? []
    var grown = text
    let blocks = grown.goOn(with: bytes)
    guard grown.length <= bytes.count, let journal = grown.journal else { return false }
    if case .damaged = grown.ending { return false }
    if text.journal == nil, journal.header.standoff != session.standoffHash { return false }
    if isSaved {
      let standoff = try files.bytes(ofPossible: session.paths.standoff, as: "standoff file") ?? []
      let hash = contentHash(of: standoff)
      guard journal.saved.hash == hash || journal.attempts.contains(where: { $0.hash == hash })
      else { return false }
    }
    if text.journal == nil { session.journal = Journal(journal.header) }
    guard let edits = session.goAlong(with: blocks) else { return false }
    text = grown
    if !edits.isEmpty { touched = edits.flatMap { $0.stretches(in: session.annotations) } }
    return true
  }

  /// Finds out where the journal is that the session just opened stands at, and gives the handles
  /// that the process at work has given.
  private mutating func takeUp() throws(DiagnosticError) {
    touched = []
    for attempt in 1...3 {
      holder = Lock.holder(session.paths, on: disk)
      let bytes =
        try FileReading(on: disk).bytes(ofPossible: session.paths.journal, as: "journal") ?? []
      text = JournalText(bytes)
      // Between reading the one and the other the process may have gone on.
      if (text.journal?.done ?? []) == session.mark {
        if let length = holder?.journalLength, length <= bytes.count {
          session.giveHandles(asFrom: Array(bytes[..<length]), to: bytes)
        }
        return
      }
      if attempt < 3 { session = try open() }
    }
  }
}

extension Session {
  /// Makes what was journalled elsewhere happen here; the edits of the last block that had any.
  ///
  /// - Returns: `nil` where a block does not fit.
  fileprivate func goAlong(with blocks: [[JournalRecord]]) -> [Edit]? {
    // Given in the order of the text before the acts, in order of making from there on.
    _ = handles
    var last: [Edit] = []
    for block in blocks {
      let edits = journal.edits(of: block)
      guard journal.take(block), (try? apply(edits)) != nil else { return nil }
      for edit in edits { givenHandles?.add(madeBy: edit, in: annotations) }
      if !edits.isEmpty { last = edits }
    }
    givenHandles?.setNames(journal.names, acts: journal.acts.count)
    return last
  }

  /// Gives the handles that a session has which began with the journal as in `start` and has brought
  /// it to where it is in `end`.
  fileprivate func giveHandles(asFrom start: [UInt8], to end: [UInt8]) {
    var text = JournalText(start)
    let past = text.journal
    let blocks = text.goOn(with: end)
    guard let now = text.journal else { return }
    var journal = past ?? Journal(now.header)
    var set = annotations
    var table = HandleTable(prefix: { [schema] in schema.handlePrefix(of: $0) })
    do {
      for edit in now.edits(from: now.done, to: journal.done) { try set.apply(edit) }
      for annotation in set.annotations { table.add(annotation.id, label: annotation.label) }
      for block in blocks {
        let edits = journal.edits(of: block)
        for edit in edits { try set.apply(edit) }
        for edit in edits { table.add(madeBy: edit, in: set) }
        _ = journal.take(block)
      }
    } catch {
      return  // The file was changed by another program: nobody has handles from before that.
    }
    table.setNames(journal.names, acts: journal.acts.count)
    givenHandles = table
  }

  /// The stretches that the last act that counts changed.
  fileprivate var lastStretches: [TextRange] {
    journal.done.last.map { journal.acts[$0].act.edit.stretches(in: annotations) } ?? []
  }
}
