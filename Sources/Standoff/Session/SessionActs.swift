extension Session {
  /// Carries out a change.
  ///
  /// - Parameters:
  ///   - edit: the change.
  ///   - command: the command that makes it wherever it is carried out, with positions and ids
  ///     instead of words and handles, on one line.
  ///   - names: the names it gives with `as`.
  ///   - decisions: what it decides, a line each, for the file of decisions, which has them with the
  ///     next save.
  /// - Throws: `reading-only`; `article-changed` where the article is another text than the
  ///   annotations were made on; `edit-does-not-fit`; `journal-failed`; for a script's first change
  ///   `locked` and `changed-on-disk`. Nothing has changed then.
  public func perform(
    _ edit: Edit, as command: String, names: [String: AnnotationID] = [:],
    decisions: [String] = []
  ) throws(DiagnosticError) {
    if edit.isEmpty, names.isEmpty { return }
    try carryOut([.act(Act(command, edit, names: names, decisions: decisions))])
  }

  /// Takes back the last acts, of earlier sessions too.
  ///
  /// - Parameter count: how many; fewer where there are no more.
  /// - Returns: the acts taken back, the last one first.
  /// - Throws: `nothing-to-undo`, and as ``perform(_:as:names:decisions:)``.
  @discardableResult
  public func undo(_ count: Int = 1) throws(DiagnosticError) -> [HistoryEntry] {
    let acts = Array(journal.done.suffix(max(0, count)).reversed())
    guard !acts.isEmpty else { throw nothingToUndo() }
    try carryOut([.undo(acts.count)])
    let history = history
    return acts.map { history[$0] }
  }

  /// Carries out again the acts taken back last.
  ///
  /// - Parameter count: how many; fewer where there are no more.
  /// - Returns: the acts carried out again, in order.
  /// - Throws: `nothing-to-redo`, and as ``perform(_:as:names:decisions:)``.
  @discardableResult
  public func redo(_ count: Int = 1) throws(DiagnosticError) -> [HistoryEntry] {
    let acts = Array(journal.undone.suffix(max(0, count)).reversed())
    guard !acts.isEmpty else {
      throw DiagnosticError(.nothingToRedo, "there is nothing to redo")
    }
    try carryOut([.redo(acts.count)])
    let history = history
    return acts.map { history[$0] }
  }

  /// Goes back to the standoff file as last saved.
  ///
  /// What is left behind can be had again by `redo`, unless acts that were saved had been undone
  /// first.
  ///
  /// - Returns: whether there was anything to go back from.
  /// - Throws: as ``perform(_:as:names:decisions:)``.
  @discardableResult
  public func revert() throws(DiagnosticError) -> Bool {
    let events = journal.events(to: journal.saved.acts)
    if !events.isEmpty { try carryOut(events) }
    return !events.isEmpty
  }

  /// The acts that count now, by their places in the history, to come back to.
  package var mark: [Int] { journal.done }

  /// Goes back to the acts that counted when a mark was taken; without one, to those that counted
  /// when the session began.
  ///
  /// - Throws: as ``perform(_:as:names:decisions:)``.
  package func goBack(to mark: [Int]?) throws(DiagnosticError) {
    let events = journal.events(to: mark ?? opening)
    if !events.isEmpty { try carryOut(events) }
  }

  /// The acts that made, changed or removed the line with this id, oldest first.
  public func history(of id: AnnotationID) -> [HistoryEntry] {
    let start = Array(id.description.utf8) + [.tab]
    return history.filter { entry in
      entry.edit.hunks.contains { hunk in
        (hunk.removed + hunk.added).contains { $0.starts(with: start) }
      }
    }
  }

  /// Makes events happen: to the annotations, to the journal, to handles and names; all or none.
  func carryOut(_ events: [JournalRecord.Event]) throws(DiagnosticError) {
    if access == .reading { throw readingOnly() }
    if articleIsOther, events.contains(where: \.isAct) { throw refusalOnOtherArticle() }
    try takeLock()
    _ = handles  // Given in the order of the text before the act, in order of making from it on.
    let block = events.map { JournalRecord($0, at: now(), by: location.annotator) }.asBlock
    let edits = journal.edits(of: block)
    try apply(edits)
    do {
      if access == .interactive, !isDryRun { try write(block) } else { pending += block }
    } catch {
      try apply(edits.reversed().map(\.inverse))
      throw error
    }
    _ = journal.take(block)
    for edit in edits { givenHandles?.add(madeBy: edit, in: annotations) }
    if let event = events.first, events.count == 1, case .act(let act) = event {
      givenHandles?.give(act.names, byAct: journal.acts.count - 1)
    } else {
      givenHandles?.setNames(journal.names, acts: journal.acts.count)
    }
  }

  /// Applies edits one after the other, all or none.
  func apply(_ edits: [Edit]) throws(DiagnosticError) {
    for (index, edit) in edits.enumerated() {
      do {
        try annotations.apply(edit)
      } catch {
        for edit in edits[..<index].reversed() { try annotations.apply(edit.inverse) }
        throw error
      }
    }
  }

  /// Puts a block in the journal on the disk, which it begins where there is none.
  func write(_ block: [JournalRecord]) throws(DiagnosticError) {
    guard !block.isEmpty else { return }
    try settle()
    if let file { return try file.append(block) }
    file = try JournalFile(
      beginning: journal.header, base: settlement?.standoff ?? [], with: block, at: paths, on: disk)
    settlement = nil
  }

  func readingOnly() -> DiagnosticError {
    DiagnosticError(
      .readingOnly, "nothing can be changed here: the annotations are open for reading only",
      at: Place(source: location.standoff))
  }

  private func nothingToUndo() -> DiagnosticError {
    guard let before = journal.header.follows else {
      return DiagnosticError(.nothingToUndo, "there is nothing to undo")
    }
    return DiagnosticError(
      .nothingToUndo,
      "there is nothing more to undo: \(location.standoff) was written anew then; what was done before is kept in \(paths.sibling(before))"
    )
  }
}

extension JournalRecord.Event {
  /// Whether it is an act of its own, not one taken back or done again.
  fileprivate var isAct: Bool { if case .act = self { true } else { false } }
}

extension HandleTable {
  /// Gives handles to the annotations that an edit put in, as far as `set` has them; an event has that of
  /// its trigger.
  mutating func add(madeBy edit: Edit, in set: AnnotationSet) {
    for id in edit.addedIDs {
      if let annotation = set[id], set.standing(id) == id {
        add(annotation.id, label: annotation.label)
      }
    }
  }
}

extension Journal {
  /// The edits that a block makes, one after the other.
  func edits(of block: [JournalRecord]) -> [Edit] {
    if block.count == 1, case .act(let act) = block[0].event { return [act.edit] }
    return block.reduce(into: (self, [Edit]())) { state, record in
      let before = state.0.done
      _ = state.0.take([record])
      state.1 += state.0.edits(from: before, to: state.0.done)
    }.1
  }

  /// The names that the acts that count gave, in their order.
  var names: [(act: Int, names: [String: AnnotationID])] {
    done.lazy.map { (act: $0, names: self.acts[$0].act.names) }.filter { !$0.names.isEmpty }
  }
}

extension DiagnosticName {
  /// A change was asked for where nothing may be changed.
  public static let readingOnly = DiagnosticName("reading-only")
  /// No act counts that could be taken back.
  public static let nothingToUndo = DiagnosticName("nothing-to-undo")
  /// No act was taken back that could be carried out again.
  public static let nothingToRedo = DiagnosticName("nothing-to-redo")
}
