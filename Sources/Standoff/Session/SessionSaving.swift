extension Session {
  /// Writes the annotations to the standoff file, where there is anything to write.
  ///
  /// A script's annotations are written by ``commit()`` alone, when all of it has succeeded; with what was
  /// taken from the journal, where it is asked for here.
  ///
  /// Where another program wrote to the file since it was read, what it did is merged with what was
  /// done here, as an act of its own.
  ///
  /// - Returns: whether the file was written.
  /// - Throws: `reading-only`; `changed-on-disk` where another program wrote to the file and that cannot
  ///   be merged: it is left alone and what this session has is written beside it; else as the writing
  ///   of any file. What stood in the file is whole then, and nothing of the session is lost.
  @discardableResult
  public func save() throws(DiagnosticError) -> Bool {
    guard journal.hasUnsaved else {
      foreignMerge = nil
      return false
    }
    if access == .reading { throw readingOnly() }
    if access == .script {
      try takeLock()
      savesWhatWasFound = true
    }
    guard access == .interactive, !isDryRun else { return false }
    try takeInForeignChange(keepsOwn: true)
    let bytes = annotations.encoded()
    let hash = contentHash(of: bytes)
    try note(.saving(hash))
    return try replace(with: bytes, hash)
  }

  /// Takes back on the disk what a script did that was stopped before it could save, where this is one too
  /// that does nothing else; tells whether there is such.
  ///
  /// - Throws: `locked`, `changed-on-disk`, and why the journal cannot be written.
  package func takeBackStoppedScript() throws(DiagnosticError) -> Bool {
    guard access == .script, !isDryRun, notices.contains(where: { $0.name == .scriptUndone }) else {
      return false
    }
    try takeLock()
    try settle()
    return true
  }

  /// Writes what a script did: first its lines to the journal as one block, then the standoff file.
  ///
  /// Where nothing changed no file is touched or made; so it is where this fails.
  ///
  /// - Returns: whether the file was written, or would have been but for the dry run.
  /// - Throws: as ``save()``.
  @discardableResult
  public func commit() throws(DiagnosticError) -> Bool {
    guard access == .script else { return try save() }
    guard hasChanged || savesWhatWasFound else { return false }
    let bytes = annotations.encoded()
    let hash = contentHash(of: bytes)
    let hasJournal = file != nil || settlement?.journalHash != nil
    if hash == standoffHash, !hasJournal { return false }
    if isDryRun { return true }
    // What the script has not seen is not merged with what it did: it may be run again.
    try takeInForeignChange(keepsOwn: false)
    let merged = annotations.encoded()
    return try commit(merged, contentHash(of: merged))
  }

  private func commit(_ bytes: [UInt8], _ hash: UInt64) throws(DiagnosticError) -> Bool {
    try settle()
    let (before, mark) = (settlement, file?.mark)
    let saving = JournalRecord(.saving(hash), at: now(), by: location.annotator)
    try write((pending + [saving]).asBlock)
    do {
      _ = journal.take([saving])
      let isWritten = try replace(with: bytes, hash)
      pending = []
      return isWritten
    } catch {
      if error.diagnostic.name != .notSynchronized { withdraw(to: mark, before) }
      throw error
    }
  }

  /// Ends the session: what is not saved is saved, or left out of what the next session starts from.
  ///
  /// What was discarded stays in the journal, where `redo` finds it.
  ///
  /// - Throws: as ``save()`` and ``commit()``; the session is open still.
  public func close(discarding: Bool = false) throws(DiagnosticError) {
    switch access {
    case .reading: break
    case .script: if !discarding { try commit() }
    case .interactive: if discarding { try revert() } else { try save() }
    }
    release()
  }

  /// Replaces the standoff file and notes that it is so.
  ///
  /// The decisions come first: where the machine stops between the two, the next save does the same
  /// again.
  private func replace(with bytes: [UInt8], _ hash: UInt64) throws(DiagnosticError) -> Bool {
    var doubt: DiagnosticError?
    let decisions = DecisionFile(of: paths, on: disk)
    let change = journal.decisions(from: journal.saved.acts, to: journal.done)
    let former = try decisions.withdraw(change.withdrawn, adding: change.added)
    let isNew = hash != standoffHash
    if isNew {
      do {
        try AtomicFile(on: disk).write(bytes, to: location.standoff)
      } catch {
        guard error.diagnostic.name == .notSynchronized else {
          try? decisions.restore(former)
          throw error
        }
        doubt = error
      }
    }
    standoffHash = hash
    // Not synchronized: where this line is lost, the one before tells the same with the file.
    try? note(.saved(hash), synchronized: false)
    if let doubt { throw doubt }
    return isNew
  }

  private func note(
    _ event: JournalRecord.Event, synchronized: Bool = true
  ) throws(DiagnosticError) {
    let record = JournalRecord(event, at: now(), by: location.annotator)
    try file?.append([record], synchronized: synchronized)
    _ = journal.take([record])
  }

  /// Takes a script's block out of the journal again, and the journal with it where it began it.
  private func withdraw(to mark: JournalFile.Mark?, _ before: Settlement?) {
    if let mark {
      file?.retract(to: mark)
    } else {
      file = nil
      JournalFile.remove(paths, on: disk)
      settlement = before
    }
  }
}
