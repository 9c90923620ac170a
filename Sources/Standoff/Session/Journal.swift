/// What a journal tells: every act ever journalled, which of them count now, and what was saved.
///
/// A pure value: lines go in one after the other by ``take(_:)``, and how to get from one state of
/// the standoff file to another comes out. The disk is ``JournalFile``'s matter.
package struct Journal: Sendable {
  /// A state of the standoff file: the acts that count in it, by their index, and its hash.
  package struct SavePoint: Sendable {
    /// The acts that count, oldest first.
    package var acts: [Int]
    /// The hash of the file's bytes.
    package var hash: UInt64
  }

  /// What the journal is about.
  package let header: JournalHeader
  /// Every act, oldest first, with what its line says of it.
  package private(set) var acts: [(act: Act, time: Timestamp, annotator: String?)] = []
  /// The acts that count, by their index, oldest first.
  package private(set) var done: [Int] = []
  /// The acts that were taken back and can be carried out again, the next one last.
  package private(set) var undone: [Int] = []
  /// What the standoff file held when it was last known to be saved.
  package private(set) var saved: SavePoint
  /// The savings begun since, of which any may have come about, oldest first.
  package private(set) var attempts: [SavePoint] = []
  /// Where the last lines are a script's, with its saving: the acts that counted before it.
  package private(set) var beforeScript: [Int]?

  /// Begins a journal.
  package init(_ header: JournalHeader) {
    self.header = header
    saved = SavePoint(acts: [], hash: header.standoff)
  }

  /// Takes in the lines of one block, or the one line that stands alone; `false`, and nothing is
  /// changed, where they cannot follow what went before.
  package mutating func take(_ block: [JournalRecord]) -> Bool {
    guard fits(block) else { return false }
    let before = done
    beforeScript = nil
    for record in block { take(record) }
    if let last = block.last, last.part != nil, case .saving = last.event { beforeScript = before }
    return true
  }

  private func fits(_ block: [JournalRecord]) -> Bool {
    var (done, undone) = (done.count, undone.count)
    for record in block {
      switch record.event {
      case .act:
        done += 1
        undone = 0
      case .undo(let count):
        guard 1 <= count, count <= done else { return false }
        done -= count
        undone += count
      case .redo(let count):
        guard 1 <= count, count <= undone else { return false }
        done += count
        undone -= count
      case .saving, .saved: break
      }
    }
    return true
  }

  private mutating func take(_ record: JournalRecord) {
    switch record.event {
    case .act(let act):
      done.append(acts.count)
      undone = []
      acts.append((act, record.time, record.annotator))
    case .undo(let count):
      undone += done.suffix(count).reversed()
      done.removeLast(count)
    case .redo(let count):
      done += undone.suffix(count).reversed()
      undone.removeLast(count)
    case .saving(let hash):
      attempts.append(SavePoint(acts: done, hash: hash))
    case .saved(let hash):
      saved = SavePoint(acts: done, hash: hash)
      attempts = []
    }
  }

  /// Finds which state of the journal a standoff file with this hash is, and holds it for saved;
  /// `false` where it is none that the file can be in unless something else wrote to it.
  package mutating func recognize(_ hash: UInt64) -> Bool {
    if let attempt = attempts.last(where: { $0.hash == hash }) {
      saved = attempt
      beforeScript = nil
    } else if saved.hash != hash {
      return false
    }
    attempts = []
    return true
  }

  /// Whether acts that count and are not saved have taken in a standoff file of this hash, which another
  /// program had left.
  package func hasTakenIn(_ hash: UInt64) -> Bool {
    let common = commonCount(saved.acts, done)
    return done[common...].contains { acts[$0].act.takenIn == hash }
  }

  // MARK: From one state to another

  /// The edits that lead from the state in which the acts `start` count to the one in which `end` do.
  package func edits(from start: [Int], to end: [Int]) -> [Edit] {
    let common = commonCount(start, end)
    return start[common...].reversed().map { acts[$0].act.edit.inverse }
      + end[common...].map { acts[$0].act.edit }
  }

  /// The lines that a file of decisions loses and gains between the state in which the acts `start`
  /// count and the one in which `end` do, each with who decided and when.
  package func decisions(
    from start: [Int], to end: [Int]
  ) -> (withdrawn: [String], added: [String]) {
    let common = commonCount(start, end)
    return (start[common...].flatMap(decisions), end[common...].flatMap(decisions))
  }

  private func decisions(of act: Int) -> [String] {
    let entry = acts[act]
    let signature = [entry.annotator, "\(entry.time)"].compactMap(\.self).joined(separator: " ")
    return entry.act.decisions.map { "\($0) # \(signature)" }
  }

  /// What has to happen so that just the acts `end` count: acts are taken back, and carried out
  /// again where `end` has others.
  package func events(to end: [Int]) -> [JournalRecord.Event] {
    let common = commonCount(done, end)
    let back = Array(done[common...])
    let forth = Array(end[common...])
    var events: [JournalRecord.Event] = back.isEmpty ? [] : [.undo(back.count)]
    guard !forth.isEmpty else { return events }
    if (undone + back.reversed()).suffix(forth.count).elementsEqual(forth.reversed()) {
      events.append(.redo(forth.count))
    } else {
      events += forth.map { .act(acts[$0].act) }
    }
    return events
  }

  /// How many acts count now that did not at the last saving, and the other way round.
  package var unsaved: (added: Int, removed: Int) {
    let common = commonCount(saved.acts, done)
    return (done.count - common, saved.acts.count - common)
  }

  /// Whether the file as last saved has another content than the state now.
  package var hasUnsaved: Bool { unsaved != (0, 0) }

  /// Whether the acts that count are the same as `other`, in content.
  package func counts(_ other: [Int]) -> Bool {
    done.count == other.count && commonCount(done, other) == done.count
  }

  /// How many acts at the start are the same; one that was carried out anew is the same act.
  private func commonCount(_ left: [Int], _ right: [Int]) -> Int {
    zip(left, right).prefix { $0 == $1 || acts[$0].act == acts[$1].act }.count
  }
}
