import Standoff
import Testing

@Suite struct SessionTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  static let mayor = "T1\tSpeaker 6 15\tAda Brook"
  static let claim = "T2\tClaim 25 43\tThe bridge is safe"

  @Test func whatIsDoneAtThePromptIsSavedOnClosing() throws {
    let session = try desk.open(.interactive, on: SystemDisk())
    try session.add(Self.mayor, name: "ada")
    #expect(desk.standoff == nil)
    #expect(session.hasUnsaved)
    try session.close()
    #expect(desk.standoff == Self.mayor + "\n")
    #expect(desk.scratch.text("bridge.txt") == Desk.article)
    #expect(desk.scratch.names() == [".galley", "bridge.ann", "bridge.txt"])
    #expect(desk.scratch.names(".galley") == ["bridge.ann.base", "bridge.ann.journal"])
  }

  @Test func whatWasAnsweredForIsRestored() throws {
    do {
      let session = try desk.open(.interactive)
      try session.add(Self.mayor, name: "ada")
      try session.add(Self.claim)
      session.release()
    }
    let session = try desk.open(.interactive)
    #expect(session.text == Self.mayor + "\n" + Self.claim + "\n")
    #expect(session.notices.map(\.message) == ["restored 2 acts that were not yet saved"])
    #expect(session.handles.id(named: "ada") == "T1")
    #expect(session.handles.handle(of: "T2") == "c1")
    try session.save()
    #expect(desk.standoff == session.text)
    #expect(!session.hasUnsaved)
  }

  @Test func linesThatCannotBeUsedAreToldOnOpeningAndKept() throws {
    try desk.scratch.write("\(Self.mayor)\nT3\tClaim 0 x\tThe\n\nrubbish\n", to: "bridge.ann")
    let session = try desk.open(.interactive)
    #expect(session.notices.map(\.name) == [.syntax, .syntax])
    #expect(session.notices.map(\.severity) == [.warning, .warning])
    #expect(session.notices.map(\.place.line) == [2, 4])
    #expect(session.notices.map(\.place.column) == [12, 1])
    #expect(session.notices.map(\.notes.count) == [0, 1])
    try session.add(Self.claim)
    try session.close()
    #expect(
      desk.standoff == "\(Self.mayor)\nT3\tClaim 0 x\tThe\n\nrubbish\n\(Self.claim)\n")
  }

  @Test func ofManyUnusableLinesTheFirstAreTold() throws {
    let rubbish = Array(repeating: "rubbish\n", count: 30).joined()
    try desk.scratch.write(rubbish, to: "bridge.ann")
    let notices = try desk.open(.reading).notices
    #expect(notices.count == 8)
    #expect(notices.last?.notes.first?.hasPrefix("22 more lines cannot be used either. ") == true)
  }

  @Test func undoReachesIntoEarlierSessions() throws {
    let first = try desk.open(.interactive)
    try first.add(Self.mayor)
    try first.close()
    let second = try desk.open(.interactive)
    try second.add(Self.claim)
    #expect(try second.undo(2).map(\.command) == ["tag T2", "tag T1"])
    #expect(second.text == "")
    try second.close()
    #expect(desk.standoff == "")
    let third = try desk.open(.interactive)
    #expect(try third.redo().map(\.command) == ["tag T1"])
    try third.close()
    #expect(desk.standoff == Self.mayor + "\n")
  }

  @Test func anActIsOnTheMediumBeforeItIsAnsweredFor() throws {
    let disk = FaultyDisk()
    let session = try desk.open(.interactive, on: disk)
    try session.add(Self.mayor)
    #expect(disk.log.contains("rename bridge.ann.journal"))
    try session.add(Self.claim)
    #expect(disk.log.suffix(2) == ["write", "synchronize"])
    let before = disk.log.count
    try session.save()
    let saving = disk.log[before...]
    let rename = try #require(saving.firstIndex(of: "rename bridge.ann"))
    let noted = try #require(saving.firstIndex(of: "synchronize"))
    let made = try #require(saving.firstIndex(of: "make .bridge.ann.1.tmp"))
    #expect(noted < made)
    #expect(made < rename)
  }

  @Test func historyTellsWhoDidWhatWhen() throws {
    let session = try desk.open(.interactive, annotator: "alice")
    try session.add(Self.mayor)
    try session.save()
    try session.add(Self.claim)
    try session.add("T3\tTopic 29 35\tbridge")
    try session.undo()
    let history = session.history
    #expect(history.map(\.number) == [1, 2, 3])
    #expect(history.map(\.command) == ["tag T1", "tag T2", "tag T3"])
    #expect(history.map(\.annotator) == ["alice", "alice", "alice"])
    #expect(history.map(\.isSaved) == [true, false, false])
    #expect(history.map(\.isUndone) == [false, false, true])
    #expect(history[0].time < history[1].time)
    #expect(session.script == ["tag T1", "tag T2"])
    #expect(session.history(of: "T2").map(\.number) == [2])
    #expect(session.history(of: "T").isEmpty)
  }

  @Test func aReaderThatHasSomethingToSaveIsTold() throws {
    let session = try desk.open(.interactive)
    try session.add(Self.mayor)
    session.release()
    let reader = try desk.open(.reading)
    #expect(failure { try reader.save() } == "reading-only")
    try reader.close()
    #expect(desk.standoff == nil)
  }

  @Test func anActThatCannotBeWrittenIsNotMade() throws {
    let session = try desk.open(.interactive)
    try session.add(Self.mayor)
    let misfit = Edit(hunks: [.init(line: 0, removed: [[0x41]], added: [])])
    #expect(failure { try session.perform(misfit, as: "x") } == "edit-does-not-fit")
    try session.perform(Edit(), as: "nothing")
    #expect(session.history.count == 1)
    #expect(desk.journal.count == 2)
  }

  @Test func aScriptThatIsNotCommittedTouchesNothing() throws {
    let before = desk.scratch.listing()
    do {
      let session = try desk.open(.script)
      try session.add(Self.mayor)
      try session.close(discarding: true)
    }
    #expect(desk.scratch.listing() == before)
    let session = try desk.open(.script)
    try session.add(Self.mayor)
    try session.close()
    #expect(desk.standoff == Self.mayor + "\n")
  }
}
