import Standoff
import Testing

@Suite struct SessionSavingTests {
  static let lines = (1...4).map { "T\($0)\tTopic 0 5\tMayor" }

  private static func text(_ numbers: Int...) -> String {
    numbers.map { lines[$0 - 1] + "\n" }.joined()
  }

  // MARK: At the prompt

  /// Two acts and a save, an undo and another act, a save; counts what was answered for.
  private static func atThePrompt(_ desk: Desk, on disk: FaultyDisk, answered: inout Int) throws {
    let session = try desk.open(.interactive, on: disk)
    let steps: [(Session) throws -> Void] = [
      { try $0.add(lines[0]) }, { try $0.add(lines[1], name: "two") }, { try $0.save() },
      { try $0.undo() }, { try $0.add(lines[2]) }, { try $0.close() },
    ]
    for step in steps {
      try step(session)
      answered += 1
    }
  }

  /// What the annotations are after so many steps, and what the file is.
  private static let states = [
    "", text(1), text(1, 2), text(1, 2), text(1), text(1, 3), text(1, 3),
  ]
  private static let files = [
    [nil], [nil], [nil], [text(1, 2)], [text(1, 2)], [text(1, 2)], [text(1, 3)],
  ]

  @Test func stoppedBeforeAnyCallAllThatWasAnsweredForIsThere() throws {
    var calls = 0
    do {
      let disk = FaultyDisk()
      var answered = 0
      try Self.atThePrompt(Desk(), on: disk, answered: &answered)
      #expect(answered == 6)
      calls = disk.log.count
    }
    #expect(calls > 60)
    for call in 1...calls {
      let desk = try Desk()
      let disk = FaultyDisk(.stops(call: call))
      var answered = 0
      try? Self.atThePrompt(desk, on: disk, answered: &answered)
      disk.die()
      // The step that was under way may have come about or not, for the file and for the journal.
      let possible = Self.states[answered...min(answered + 1, 6)]
      let files = Self.files[answered...min(answered + 1, 6)].flatMap(\.self)
      #expect(files.contains(desk.standoff), "call \(call)")
      let reader = try desk.open(.reading)
      #expect(possible.contains(reader.text), "call \(call)")
      let session = try desk.open(.interactive)
      #expect(session.text == reader.text, "call \(call)")
      #expect(Set(session.noticeNames).isSubset(of: ["restored", "journal-torn"]), "call \(call)")
      try session.add(Self.lines[3])
      try session.close()
      #expect(desk.standoff == reader.text + Self.text(4), "call \(call)")
      #expect(try desk.open(.reading).noticeNames == [], "call \(call)")
    }
  }

  @Test func aFailingCallLosesNothingAndTheNextTrySucceeds() throws {
    let disk = FaultyDisk()
    var answered = 0
    try Self.atThePrompt(Desk(), on: disk, answered: &answered)
    var failures = 0
    for call in 1...disk.log.count {
      let desk = try Desk()
      let disk = FaultyDisk(.fails(call: call, .full))
      let session: Session
      do { session = try desk.open(.interactive, on: disk) } catch { continue }
      func again(_ step: () throws -> Void) throws {
        let before = session.text
        do { try step() } catch {
          failures += 1
          #expect(session.text == before, "call \(call)")
          try step()
        }
      }
      try again { try session.add(Self.lines[0]) }
      try again { try session.add(Self.lines[1], name: "two") }
      try again { try session.save() }
      try again { try session.undo() }
      try again { try session.add(Self.lines[2]) }
      try again { try session.close() }
      #expect(desk.standoff == Self.text(1, 3), "call \(call)")
      let next = try desk.open(.interactive)
      #expect(next.noticeNames == [], "call \(call)")
      #expect(next.text == Self.text(1, 3), "call \(call)")
      try next.undo(2)
      #expect(next.text == "", "call \(call)")
    }
    #expect(failures > 30)
  }

  @Test func aChangeByAnotherProgramIsNotWrittenOver() throws {
    let desk = try Desk()
    let session = try desk.open(.interactive)
    try session.add(Self.lines[0])
    try desk.scratch.write(Self.text(4), to: "bridge.ann")
    for _ in 1...2 { #expect(failure { try session.save() } == "changed-on-disk") }
    #expect(desk.standoff == Self.text(4))
    #expect(desk.scratch.text("bridge.ann.unsaved") == Self.text(1))
    try session.close(discarding: true)
    let next = try desk.open(.interactive)
    #expect(next.noticeNames == ["foreign-change"])
    #expect(next.text == Self.text(4))
    #expect(desk.scratch.names() == [".galley", "bridge.ann", "bridge.ann.unsaved", "bridge.txt"])
    try next.undo()
    #expect(next.text == "")
  }

  @Test func discardingLeavesTheFileAsLastSaved() throws {
    let desk = try Desk()
    let session = try desk.open(.interactive)
    try session.add(Self.lines[0])
    try session.save()
    try session.add(Self.lines[1])
    try session.close(discarding: true)
    #expect(desk.standoff == Self.text(1))
    let next = try desk.open(.interactive)
    #expect(next.noticeNames == [])
    #expect(next.text == Self.text(1))
    // What was discarded can be had again.
    try next.redo()
    #expect(next.text == Self.text(1, 2))
  }

  @Test func revertingPastAnUndoneSaveBringsWhatWasSaved() throws {
    let desk = try Desk()
    let session = try desk.open(.interactive)
    for line in Self.lines[..<2] { try session.add(line) }
    try session.save()
    try session.undo()
    try session.add(Self.lines[2])
    #expect(try session.revert())
    #expect(session.text == Self.text(1, 2))
    #expect(!session.hasUnsaved)
    #expect(try !session.revert())
    session.release()
    let next = try desk.open(.interactive)
    #expect(next.noticeNames == [])
    try next.undo(2)
    #expect(next.text == "")
  }

  @Test func savingTwiceWritesOnce() throws {
    let desk = try Desk()
    let session = try desk.open(.interactive)
    #expect(try !session.save())
    #expect(desk.standoff == nil)
    try session.add(Self.lines[0])
    #expect(try session.save())
    #expect(try !session.save())
    try session.add(Self.lines[1])
    try session.undo()
    #expect(!session.hasUnsaved)
    #expect(try !session.save())
  }

  @Test func aLinkedStandoffFileStaysLinked() throws {
    let desk = try Desk()
    desk.scratch.makeFolder("far")
    desk.scratch.link("bridge.ann", to: "far/bridge.ann")
    let session = try desk.open(.interactive)
    try session.add(Self.lines[0])
    try session.close()
    #expect(desk.scratch.isLink("bridge.ann"))
    #expect(desk.scratch.text("far/bridge.ann") == Self.text(1))
    #expect(desk.scratch.names("far/.galley").first == "bridge.ann.base")
  }

  @Test func aReadOnlyFolderIsOpenedForReading() throws {
    let desk = try Desk()
    let session = try desk.open(.interactive, on: FaultyDisk(.isReadOnly))
    #expect(session.access == .reading)
    #expect(session.noticeNames == ["read-only-folder"])
    #expect(failure { try session.add(Self.lines[0]) } == "reading-only")
    let script = try desk.open(.script, on: FaultyDisk(.isReadOnly))
    #expect(failure { try script.add(Self.lines[0]) } == "read-only-folder")
    #expect(desk.scratch.names() == ["bridge.txt"])
  }

  // MARK: Scripts

  private static func asScript(_ desk: Desk, on disk: any Disk) throws {
    let session = try desk.open(.script, on: disk)
    try session.undo()
    try session.add(lines[2])
    try session.add(lines[3])
    try session.close()
  }

  /// A desk on which two lines are saved.
  private static func begun() throws -> Desk {
    let desk = try Desk()
    let session = try desk.open(.interactive)
    for line in lines[..<2] { try session.add(line) }
    try session.close()
    return desk
  }

  @Test func aScriptStoppedAnywhereDidAllOrNothing() throws {
    let whole = FaultyDisk()
    try Self.asScript(Self.begun(), on: whole)
    var outcomes: Set<String> = []
    for call in 1...whole.log.count {
      let desk = try Self.begun()
      let disk = FaultyDisk(.stops(call: call))
      try? Self.asScript(desk, on: disk)
      disk.die()
      let file = try #require(desk.standoff)
      outcomes.insert(file)
      let session = try desk.open(.interactive)
      #expect(session.text == file, "call \(call)")
      #expect(
        Set(session.noticeNames).isSubset(of: ["script-undone", "journal-torn"]), "call \(call)")
      // The script can be run again, and undone.
      session.release()
      if file == Self.text(1, 2) { try Self.asScript(desk, on: FaultyDisk()) }
      #expect(desk.standoff == Self.text(1, 3, 4), "call \(call)")
      let after = try desk.open(.interactive)
      #expect(after.noticeNames == [], "call \(call)")
      try after.undo(3)
      #expect(after.text == "", "call \(call)")
    }
    #expect(outcomes == [Self.text(1, 2), Self.text(1, 3, 4)])
  }

  @Test(arguments: [true, false]) func aScriptThatFailsTouchesNothing(isFirst: Bool) throws {
    func desk() throws -> Desk { isFirst ? try Desk() : try Self.begun() }
    func run(_ desk: Desk, on disk: any Disk) throws {
      let session = try desk.open(.script, on: disk)
      try session.add(Self.lines[2])
      try session.close()
    }
    let whole = FaultyDisk()
    try run(desk(), on: whole)
    var failures = 0
    for call in 1...whole.log.count {
      let desk = try desk()
      let before = desk.scratch.listing()
      do {
        try run(desk, on: FaultyDisk(.fails(call: call, .full)))
      } catch {
        failures += 1
        // All but the last synchronizing comes before anything is there to be kept.
        if (error as? DiagnosticError)?.diagnostic.name == .notSynchronized,
          desk.standoff?.hasSuffix(Self.text(3)) == true
        {
          continue
        }
        // Where it is not known whose the lock's file is, it has to stay.
        if whole.log[call - 1] == "lock" { desk.scratch.remove(".galley/bridge.ann.lock") }
        if isFirst, whole.log[call - 1] == "lock" { desk.scratch.remove(".galley") }
        #expect(desk.scratch.listing() == before, "call \(call): \(whole.log[call - 1])")
      }
    }
    #expect(failures > 15)
  }

  @Test func aScriptWaitsForNobodyAndOverrunsNobody() throws {
    let desk = try Desk()
    let shell = try desk.open(.interactive)
    let script = try desk.open(.script)
    #expect(failure { try script.add(Self.lines[0]) } == "locked")
    try shell.add(Self.lines[1])
    try shell.close()
    #expect(failure { try script.add(Self.lines[0]) } == "changed-on-disk")
    #expect(desk.standoff == Self.text(2))
    let other = try desk.open(.script)
    try other.add(Self.lines[0])
    try desk.scratch.write("", to: "bridge.ann")
    #expect(failure { try other.close() } == "changed-on-disk")
    #expect(desk.standoff == "")
  }

  @Test func aScriptThatComesOutWhereItBeganWritesNothing() throws {
    let desk = try Self.begun()
    let before = desk.scratch.listing()
    let script = try desk.open(.script)
    try script.add(Self.lines[2])
    try script.undo()
    #expect(!script.hasChanged)
    #expect(try !script.commit())
    script.release()
    #expect(desk.scratch.listing() == before)
  }

  @Test func aDryRunDoesAllButTheWriting() throws {
    let desk = try Self.begun()
    let before = desk.scratch.listing()
    for access in [SessionRequest.Access.script, .interactive] {
      let session = try desk.open(access, isDryRun: true)
      try session.undo()
      try session.add(Self.lines[3])
      #expect(session.text == Self.text(1, 4))
      #expect(session.hasChanged)
      if access == .script { #expect(try session.commit()) }
      try session.close()
      #expect(desk.scratch.listing() == before)
    }
  }

  @Test func aScriptMayGoOnAtThePrompt() throws {
    let desk = try Desk()
    let session = try desk.open(.script)
    try session.add(Self.lines[0], name: "one")
    try session.becomeInteractive()
    #expect(session.access == .interactive)
    #expect(failure { _ = try desk.open(.interactive) } == "locked")
    try session.add(Self.lines[1])
    session.release()
    let next = try desk.open(.interactive)
    #expect(next.text == Self.text(1, 2))
    #expect(next.handles.id(named: "one") == "T1")
  }
}
