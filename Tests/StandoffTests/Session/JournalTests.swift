import Standoff
import TestSupport
import Testing

@Suite struct JournalTests {
  private func act(_ number: Int) -> JournalRecord.Event {
    .act(Act("act \(number)", Edit(hunks: [.init(line: number, removed: [], added: [[0x0A]])])))
  }

  private func journal(_ events: JournalRecord.Event...) throws -> Journal {
    try events.reduce(Journal(JournalHeader(article: 1, standoff: 2, rules: 1))) {
      try #require($0.after($1))
    }
  }

  @Test func undoAndRedoMoveActsToAndFro() throws {
    var journal = try journal(act(0), act(1), act(2), .undo(2))
    #expect(journal.done == [0])
    #expect(journal.undone == [2, 1])
    journal = try #require(journal.after(.redo(1)))
    #expect(journal.done == [0, 1])
    journal = try #require(journal.after(act(3)))
    #expect(journal.done == [0, 1, 3])
    #expect(journal.undone == [])
    #expect(journal.after(.redo(1))?.done == nil)
    #expect(journal.after(.undo(4))?.done == nil)
    #expect(journal.after(act(4), .undo(6))?.done == nil)
  }

  @Test func theFileIsKnownByWhatWasSavedLastOrIsBeingSaved() throws {
    let journal = try journal(
      act(0), .saving(10), .saved(10), act(1), .saving(11), act(2), .saving(12), act(3))
    for (hash, acts) in [(10, [0]), (11, [0, 1]), (12, [0, 1, 2])] as [(UInt64, [Int])] {
      var journal = journal
      let isKnown = journal.recognize(hash)
      #expect(isKnown)
      #expect(journal.saved.acts == acts)
      #expect(journal.unsaved == (4 - acts.count, 0))
    }
    for hash in [2, 13] as [UInt64] {
      var journal = journal
      let isKnown = journal.recognize(hash)
      #expect(!isKnown)
    }
  }

  @Test func aScriptThatCouldNotSaveIsKnown() throws {
    var journal = try #require(journal(act(0)).after(act(1), .saving(9)))
    #expect(journal.beforeScript == [0])
    #expect(try #require(journal.after(.saved(9))).beforeScript == nil)
    var other = journal
    _ = other.recognize(9)
    #expect(other.beforeScript == nil)
    _ = journal.recognize(2)
    #expect(journal.beforeScript == [0])
  }

  @Test func aStateIsReachedByUndoingAndRedoing() throws {
    let base = try journal(act(0), act(1), act(2), .undo(1))
    #expect(base.events(to: [0, 1]) == [])
    #expect(base.events(to: [0]) == [.undo(1)])
    #expect(base.events(to: [0, 1, 2]) == [.redo(1)])
    let parted = try journal(act(0), act(1), .undo(1), act(2))
    #expect(parted.events(to: [0, 1]) == [.undo(1), act(1)])
  }

  @Test func anyStateCanBeReachedFromAnyOther() {
    var seed = Seed(3)
    var journal = Journal(JournalHeader(article: 1, standoff: 2, rules: 1))
    var states: [[Int]] = [[]]
    for number in 0..<600 {
      let events: [JournalRecord.Event] =
        switch Int.random(in: 0..<6, using: &seed) {
        case 0..<3: [act(number)]
        case 3: [.undo(.random(in: 1...3, using: &seed))]
        case 4: [.redo(.random(in: 1...3, using: &seed))]
        default: journal.events(to: states.randomElement(using: &seed) ?? [])
        }
      let target = states.randomElement(using: &seed) ?? []
      journal = journal.after(events) ?? journal
      states.append(journal.done)
      let moved = journal.after(journal.events(to: target))
      #expect(moved?.counts(target) == true, "seed 3, step \(number)")
    }
  }
}

extension Journal {
  /// The journal with one more block; `nil` where the block cannot follow.
  fileprivate func after(_ events: [JournalRecord.Event]) -> Journal? {
    var after = self
    let records = events.enumerated().map { index, event in
      JournalRecord(
        event, at: Timestamp(seconds: 0),
        part: events.count > 1 ? .init(number: index + 1, count: events.count) : nil)
    }
    return after.take(records) ? after : nil
  }

  fileprivate func after(_ events: JournalRecord.Event...) -> Journal? { after(events) }
}
