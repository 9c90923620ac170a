/// What has to be done to a journal before a session can add to it.
///
/// Only who holds the lock may do it: a shell when it opens, a script when it saves.
struct Settlement {
  /// How the journal on the disk is gone on with.
  enum Plan {
    /// There is none: the first block begins one.
    case begin
    /// It is continued, after what could not be read of it has been cut off; a damaged one is copied
    /// to a file of this name first.
    case go(on: JournalText, damagedCopy: String?)
    /// It is put aside under this name, and what it had unsaved is written beside the standoff file.
    case setAside(name: String, unsaved: [UInt8]?)
  }

  /// How the journal is gone on with.
  var plan = Plan.begin
  /// Lines that take back what a script did that was stopped before it could save, or take in what
  /// another program did.
  var rollback: [JournalRecord] = []
  /// What such a script decided, and decided no longer, which may stand in the file of decisions.
  var revoked: (withdrawn: [String], added: [String]) = ([], [])
  /// Whether the standoff file has what another program made of it, which is not taken in yet.
  var isForeign = false
  /// The bytes of the standoff file as it was read, the base of a journal that begins.
  let standoff: [UInt8]
  /// The hash of those bytes.
  let standoffHash: UInt64
  /// The hash of the journal's bytes, where there is a journal.
  let journalHash: UInt64?

  /// Starts from what was read.
  init(standoff: [UInt8], journal: [UInt8]?) {
    self.standoff = standoff
    standoffHash = contentHash(of: standoff)
    journalHash = journal.map { contentHash(of: $0) }
  }

  /// How many bytes of the journal are gone on from.
  var journalLength: Int { if case .go(let text, _) = plan { text.length } else { 0 } }

  /// Whether the journal and the standoff file fit each other as they are.
  var isOrdinary: Bool {
    switch plan {
    case .begin: true
    case .go(let text, _): text.ending == .whole && rollback.isEmpty && !isForeign
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

  /// Puts the journal in order, once; the journal opened for writing, where there is one.
  mutating func settle(at paths: JournalPaths, on disk: any Disk) throws(DiagnosticError)
    -> JournalFile?
  {
    let files = AtomicFile(on: disk)
    // First of all: once the journal has taken the script back, nobody knows what it decided.
    _ = try DecisionFile(of: paths, on: disk).withdraw(revoked.withdrawn, adding: revoked.added)
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
      plan = .begin
      return nil
    }
  }
}
