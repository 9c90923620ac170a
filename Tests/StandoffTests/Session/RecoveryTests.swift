import Standoff
import Testing

@Suite struct RecoveryTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// A session in which the mayor was saved and the claim was not.
  private func leaveClaimUnsaved() throws {
    let session = try desk.open(.interactive)
    try session.add(SessionTests.mayor)
    try session.save()
    try session.add(SessionTests.claim)
    session.release()
  }

  private let both = SessionTests.mayor + "\n" + SessionTests.claim + "\n"
  private let foreign = "T7\tTopic 29 35\tbridge\n"

  @Test func aReaderSeesWhatIsNotSavedAndTouchesNothing() throws {
    try leaveClaimUnsaved()
    let before = desk.scratch.listing()
    let session = try desk.open(.reading)
    #expect(session.text == both)
    #expect(session.noticeNames == ["restored"])
    // They may be those of a shell that is still at work.
    #expect(
      session.notices[0].message == "taken from the journal: 1 act that was not yet saved")
    #expect(failure { try session.add(foreign) } == "reading-only")
    try session.close()
    #expect(desk.scratch.listing() == before)
  }

  /// Leaves the mayor saved, nothing unsaved, and a file that another program has changed.
  private func leaveForeignChange() throws {
    let session = try desk.open(.interactive)
    try session.add(SessionTests.mayor)
    try session.close()
    try desk.scratch.write(foreign, to: "bridge.ann")
  }

  private static let change = "# bridge.ann was changed outside the shell"

  @Test func aChangeByAnotherProgramIsOneMoreAct() throws {
    try leaveForeignChange()
    let session = try desk.open(.interactive)
    #expect(session.text == foreign)
    #expect(session.noticeNames == ["foreign-change"])
    #expect(session.script == ["tag T1", Self.change])
    #expect(!session.hasUnsaved)
    session.release()
    // It is in the journal now, and nobody is told again.
    let next = try desk.open(.interactive)
    #expect(next.noticeNames == [])
    try next.undo()
    #expect(next.text == SessionTests.mayor + "\n")
    try next.undo()
    #expect(next.text == "")
    try next.redo(2)
    #expect(next.text == foreign)
    #expect(!next.hasUnsaved)
    try next.add(SessionTests.mayor)
    try next.close()
    #expect(desk.standoff == foreign + SessionTests.mayor + "\n")
  }

  @Test func whatIsNotSavedGoesOnBesideAChangeByAnotherProgram() throws {
    try leaveClaimUnsaved()
    try desk.scratch.write(foreign, to: "bridge.ann")
    for _ in 1...2 {
      let session = try desk.open(.interactive)
      #expect(session.text == both)
      #expect(session.noticeNames == ["foreign-change", "restored"])
      session.release()
    }
    #expect(desk.standoff == foreign)
    // Where nobody merges, both are kept.
    let session = try desk.open(.interactive)
    #expect(failure { try session.save() } == "changed-on-disk")
    #expect(desk.standoff == foreign)
    #expect(desk.scratch.text("bridge.ann.unsaved") == both)
    session.merging = ForeignMergeTests.union
    try session.save()
    #expect(desk.standoff == both + foreign)
  }

  @Test func aReaderIsToldOfAForeignChangeAndLeavesItAlone() throws {
    try leaveForeignChange()
    let before = desk.scratch.listing()
    let reader = try desk.open(.reading)
    #expect(reader.text == foreign)
    #expect(reader.noticeNames == ["foreign-change"])
    let script = try desk.open(.script)
    try script.close()
    #expect(desk.scratch.listing() == before)
  }

  @Test func aScriptTakesAForeignChangeInWhenItSaves() throws {
    try leaveForeignChange()
    let script = try desk.open(.script)
    try script.add(SessionTests.mayor)
    try script.close()
    #expect(desk.standoff == foreign + SessionTests.mayor + "\n")
    let reader = try desk.open(.reading)
    #expect(reader.noticeNames == [])
    #expect(reader.script == ["tag T1", Self.change, "tag T1"])
  }

  @Test func aStandoffFileThatWasRemovedIsAForeignChange() throws {
    try leaveForeignChange()
    desk.scratch.remove("bridge.ann")
    let session = try desk.open(.interactive)
    #expect(session.text == "")
    #expect(session.noticeNames == ["foreign-change"])
    try session.undo()
    try session.close()
    #expect(desk.standoff == SessionTests.mayor + "\n")
  }

  /// Where it is not known what the file was, the journal is put aside.
  @Test func withoutItsBaseAJournalIsPutAside() throws {
    try leaveForeignChange()
    try desk.scratch.write("other", to: ".galley/bridge.ann.base")
    let session = try desk.open(.interactive)
    #expect(session.text == foreign)
    #expect(session.noticeNames == ["foreign-change"])
    #expect(
      desk.scratch.names(".galley") == [
        "bridge.ann.base", "bridge.ann.journal.1", "bridge.ann.journal.1.base", "bridge.ann.lock",
      ])
    do {
      try session.undo()
      Issue.record("undone what came from elsewhere")
    } catch {
      #expect(error.diagnostic.name == .nothingToUndo)
      #expect(error.diagnostic.message.hasSuffix(desk.scratch(".galley/bridge.ann.journal.1")))
    }
    try session.add(SessionTests.mayor)
    try session.close()
    #expect(desk.standoff == foreign + SessionTests.mayor + "\n")
    let next = try desk.open(.interactive)
    #expect(next.noticeNames == [])
    try next.undo()
    #expect(next.text == foreign)
    #expect(failure { try next.undo() } == "nothing-to-undo")
  }

  @Test func aDamagedJournalIsNotGoneOnWithAfterAForeignChange() throws {
    try leaveClaimUnsaved()
    let journal = try #require(desk.scratch.text(".galley/bridge.ann.journal"))
    try desk.scratch.write(journal + "rubbish\n", to: ".galley/bridge.ann.journal")
    try desk.scratch.write("other", to: "bridge.ann.unsaved")
    try desk.scratch.write(foreign, to: "bridge.ann")
    let session = try desk.open(.interactive)
    #expect(session.text == foreign)
    #expect(session.noticeNames == ["foreign-change"])
    #expect(session.notices[0].message.contains("damaged"))
    // One state is kept once, and none is written over.
    #expect(desk.scratch.text("bridge.ann.unsaved") == "other")
    #expect(desk.scratch.text("bridge.ann.unsaved.2") == both)
  }

  @Test func aTornLineIsLeftOut() throws {
    try leaveClaimUnsaved()
    let whole = try #require(desk.scratch.read(".galley/bridge.ann.journal"))
    try desk.scratch.write(
      whole + Array("tag T9 # {\"time\"".utf8), to: ".galley/bridge.ann.journal")
    let session = try desk.open(.interactive)
    #expect(session.noticeNames == ["journal-torn", "restored"])
    #expect(session.text == both)
    #expect(desk.scratch.read(".galley/bridge.ann.journal") == whole)
    try session.add(foreign.trimmed)
    session.release()
    #expect(try desk.open(.reading).text == both + foreign)
  }

  @Test func aDamagedLineIsPassedByNothing() throws {
    let session = try desk.open(.interactive)
    for number in 1...5 { try session.add("T\(number)\tTopic 0 5\tMayor") }
    session.release()
    var lines = desk.journal
    lines[3] = lines[3].replacing("Mayor", with: "mayor")
    let damaged = lines.joined(separator: "\n") + "\n"
    try desk.scratch.write(damaged, to: ".galley/bridge.ann.journal")
    let next = try desk.open(.interactive)
    #expect(next.noticeNames == ["journal-damaged", "restored"])
    #expect(next.notices.first?.place.line == 4)
    #expect(next.text == "T1\tTopic 0 5\tMayor\nT2\tTopic 0 5\tMayor\n")
    #expect(desk.scratch.text(".galley/bridge.ann.journal.1") == damaged)
    #expect(desk.journal == Array(lines[..<3]))
    try next.close()
    #expect(try desk.open(.reading).noticeNames == [])
  }

  @Test func aDamagedFirstLinePutsTheJournalAside() throws {
    try leaveClaimUnsaved()
    let damaged =
      "# galley journal 1 # {}\n" + desk.journal.dropFirst().joined(separator: "\n") + "\n"
    try desk.scratch.write(damaged, to: ".galley/bridge.ann.journal")
    let session = try desk.open(.interactive)
    #expect(session.noticeNames == ["journal-damaged"])
    #expect(session.text == SessionTests.mayor + "\n")
    #expect(desk.scratch.text(".galley/bridge.ann.journal.1") == damaged)
    #expect(failure { try session.undo() } == "nothing-to-undo")
  }

  @Test func anActThatDoesNotFitPutsTheJournalAside() throws {
    desk.scratch.makeFolder(".galley")
    let article = contentHash(of: Array(Desk.article.utf8))
    var line = JournalLine()
    let misfit = Edit(hunks: [.init(line: 1 << 39, removed: [[0x41]], added: [[0x0A]])])
    let bytes =
      line.encoded(JournalHeader(article: article, standoff: contentHash(of: []), rules: 1))
      + line.encoded(JournalRecord(.act(Act("x", misfit)), at: Timestamp(seconds: 0)))
    try desk.scratch.write(bytes, to: ".galley/bridge.ann.journal")
    let session = try desk.open(.interactive)
    #expect(session.noticeNames == ["journal-damaged"])
    #expect(session.text == "")
    #expect(desk.scratch.read(".galley/bridge.ann.journal.1") == bytes)
    try session.add(SessionTests.mayor)
    try session.close()
    #expect(desk.standoff == SessionTests.mayor + "\n")
  }

  @Test func aLaterFormatIsLeftToItsProgram() throws {
    desk.scratch.makeFolder(".galley")
    var header = JournalHeader(article: 0, standoff: 0, rules: 1)
    header.version = 2
    var line = JournalLine()
    try desk.scratch.write(line.encoded(header), to: ".galley/bridge.ann.journal")
    #expect(failure { _ = try desk.open(.interactive) } == "journal-newer")
    #expect(failure { _ = try desk.open(.script) } == "journal-newer")
    #expect(desk.scratch.names(".galley") == ["bridge.ann.journal"])
  }

  @Test func aChangedArticleIsToldOf() throws {
    try leaveClaimUnsaved()
    try desk.scratch.write(Desk.article.replacing("safe", with: "sound"), to: "bridge.txt")
    let session = try desk.open(.interactive)
    #expect(session.noticeNames == ["article-changed", "restored"])
    #expect(session.text == both)
    try session.undo(2)
    #expect(session.text == "")
  }
}

extension String {
  fileprivate var trimmed: String { String(prefix { $0 != "\n" }) }
}
