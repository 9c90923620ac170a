import Standoff
import Testing

/// Saving over a file that another program changed meanwhile.
@Suite struct ForeignMergeTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private static let theirs = "T7\tTopic 29 35\tbridge\n"
  private static let both = SessionTests.mayor + "\n" + SessionTests.claim + "\n"

  /// All lines of both sides; two lines of one side are called a conflict.
  static let union: ForeignMerge.Merging = { _, ours, theirs in
    let own = (0..<ours.lineCount).map(ours.line)
    let others = (0..<theirs.lineCount).map(theirs.line).filter { !own.contains($0) }
    return (
      AnnotationSet(parsing: (own + others).flatMap(\.self), of: ours.article),
      others.count > 1 ? 1 : 0
    )
  }

  private func openMerging(_ access: SessionRequest.Access, on disk: any Disk = FaultyDisk()) throws
    -> Session
  {
    let session = try desk.open(access, on: disk)
    session.merging = Self.union
    return session
  }

  /// A session in which the mayor is saved and the claim is not, over a file that has `text` by now.
  private func changed(to text: String, on disk: any Disk = FaultyDisk()) throws -> Session {
    let session = try openMerging(.interactive, on: disk)
    try session.add(SessionTests.mayor)
    try session.save()
    try session.add(SessionTests.claim)
    try desk.scratch.write(text, to: "bridge.ann")
    return session
  }

  @Test func theTwoAreMerged() throws {
    let session = try changed(to: SessionTests.mayor + "\n" + Self.theirs)
    try session.save()
    #expect(desk.standoff == Self.both + Self.theirs)
    #expect(session.foreignMerge?.conflicts == 0)
    #expect(session.foreignMerge?.notice.severity == .note)
    #expect(
      session.script == [
        "tag T1", "tag T2", "# merged with bridge.ann as another program had changed it",
      ])
    #expect(!session.hasUnsaved)
    // The next saving has nothing to merge.
    try session.add("T9\tTopic 0 5\tMayor")
    try session.save()
    #expect(session.foreignMerge == nil)
    try session.close()
    #expect(try desk.open(.reading).noticeNames == [])
  }

  /// Lines that mean nothing may be the marks that a merge by lines has left, or another file.
  @Test(arguments: [
    "<<<<<<< HEAD\n\(theirs)=======\n>>>>>>> side\n", "Ida Moss said so.\n",
  ])
  func whatIsNoStandoffFileIsNotMerged(text: String) throws {
    let session = try changed(to: text)
    let error = #expect(throws: DiagnosticError.self) { try session.save() }
    #expect(error?.diagnostic.name == .changedOnDisk)
    #expect(desk.standoff == text && session.text == Self.both)
    #expect(desk.scratch.text("bridge.ann.unsaved") == Self.both)
  }

  @Test func aFileThatIsGoneIsMadeAgain() throws {
    let session = try changed(to: Self.theirs)
    desk.scratch.remove("bridge.ann")
    try session.save()
    #expect(desk.standoff == Self.both && session.foreignMerge == nil)
    #expect(session.script == ["tag T1", "tag T2"])
  }

  @Test func aMergeIsToldOnce() throws {
    let session = try changed(to: Self.theirs)
    try session.save()
    #expect(session.foreignMerge != nil)
    try session.save()
    #expect(session.foreignMerge == nil)
  }

  @Test func conflictsAreCounted() throws {
    let session = try changed(to: Self.theirs + "T8\tTopic 0 5\tMayor\n")
    try session.save()
    #expect(session.foreignMerge?.conflicts == 1)
    #expect(session.foreignMerge?.notice.message.contains("1 conflict is left") == true)
    #expect(session.script.last?.hasSuffix(" (1 conflict)") == true)
  }

  @Test func undoTakesTheMergeBack() throws {
    let session = try changed(to: Self.theirs)
    try session.save()
    try session.undo()
    #expect(session.text == Self.both)
    try session.save()
    #expect(desk.standoff == Self.both)
    try session.redo()
    try session.close()
    #expect(desk.standoff == Self.both + Self.theirs)
    let next = try desk.open(.interactive)
    try next.undo(3)
    #expect(next.text == "")
  }

  /// What the other program did is what stands here already.
  @Test func whatIsTheSameIsNoAct() throws {
    let session = try changed(to: SessionTests.claim + "\n")
    try session.save()
    #expect(session.script == ["tag T1", "tag T2"])
    #expect(desk.standoff == Self.both)
  }

  @Test func whoeverLeavesSavesToo() throws {
    try changed(to: Self.theirs).close()
    #expect(desk.standoff == Self.both + Self.theirs)
  }

  @Test func discardingLeavesTheOthersFile() throws {
    try changed(to: Self.theirs).close(discarding: true)
    #expect(desk.standoff == Self.theirs)
    let next = try desk.open(.interactive)
    #expect(next.text == Self.theirs)
    #expect(next.noticeNames == ["foreign-change"])
  }

  /// A script is run again where the file changed under it; a change from before it is merged.
  @Test func scripts() throws {
    try changed(to: Self.theirs).release()
    let script = try openMerging(.script)
    #expect(script.noticeNames == ["foreign-change", "restored"])
    #expect(script.text == Self.both)
    try script.add("T9\tTopic 0 5\tMayor")
    try desk.scratch.write("", to: "bridge.ann")
    #expect(failure { try script.close() } == "changed-on-disk")
    script.release()
    try desk.scratch.write(Self.theirs, to: "bridge.ann")
    let again = try openMerging(.script)
    try again.add("T9\tTopic 0 5\tMayor")
    try again.close()
    #expect(again.foreignMerge?.conflicts == 0)
    #expect(desk.standoff == Self.both + "T9\tTopic 0 5\tMayor\n" + Self.theirs)
    #expect(try desk.open(.reading).noticeNames == [])
  }

  /// Wherever the machine stops while it saves, the next one loses nothing and merges once.
  @Test func theMachineMayStopAnywhere() throws {
    let whole = FaultyDisk()
    let session = try changed(to: Self.theirs, on: whole)
    let start = whole.log.count
    try session.save()
    #expect(whole.log.count > start + 10)
    for call in (start + 1)...whole.log.count {
      let test = try ForeignMergeTests()
      let disk = FaultyDisk(.stops(call: call))
      let session = try test.changed(to: Self.theirs, on: disk)
      _ = try? session.save()
      disk.die()
      let next = try test.openMerging(.interactive)
      try next.save()
      #expect(test.desk.standoff == Self.both + Self.theirs, "call \(call)")
      #expect(next.script.count == 3, "call \(call): \(next.script)")
      #expect(!next.hasUnsaved, "call \(call)")
      try next.undo(3)
      #expect(next.text == "", "call \(call)")
    }
  }

  @Test func aCallThatFailsLosesNothingAndTheNextTrySucceeds() throws {
    let whole = FaultyDisk()
    let session = try changed(to: Self.theirs, on: whole)
    let start = whole.log.count
    try session.save()
    for call in (start + 1)...whole.log.count {
      let test = try ForeignMergeTests()
      let disk = FaultyDisk(.fails(call: call, .full))
      let session = try test.changed(to: Self.theirs, on: disk)
      _ = try? session.save()
      try session.save()
      #expect(test.desk.standoff == Self.both + Self.theirs, "call \(call)")
      #expect(session.script.count == 3, "call \(call): \(session.script)")
    }
  }
}
