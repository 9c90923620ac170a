import Testing

@testable import Standoff

/// The files of an article are re-anchored together, and nothing is ever in neither file.
@Suite struct ArticleReanchoringTests {
  private let scratch: Scratch
  private static let old = "Mayor Ada Brook spoke.\n\n“The bridge is safe,” she said of it.\n"
  private static let new = "On Monday Mayor Ada Brook spoke.\n\nShe said nothing of the bridge.\n"
  private static let lines = [
    "bridge.ann":
      "T1\tSpeaker 6 15\tAda Brook\nT2\tClaim 25 43\tThe bridge is safe\nA1\tstance T2 favor\n",
    "bridge.ida.ann": "T1\tTopic 29 35\tbridge\nT2\tSpeaker 0 15\tMayor Ada Brook\n",
  ]
  private static let names = ["bridge.ann", "bridge.ida.ann"]

  init() throws {
    scratch = try Scratch()
    try begin()
  }

  private func begin() throws {
    try scratch.write(Self.new, to: "bridge.txt")
    for name in Self.names {
      try scratch.write(Self.lines[name] ?? "", to: name)
      scratch.remove(name + ".parked")
    }
  }

  private func act(on disk: any Disk = FaultyDisk()) throws -> ArticleReanchoring {
    let old = try Article(bytes: Array(Self.old.utf8))
    let new = try Article(bytes: Array(Self.new.utf8), path: scratch("bridge.txt"))
    return try ArticleReanchoring(
      of: Self.names.map { scratch($0) }, to: new, from: old, on: disk)
  }

  /// Whether all files are as they were, or all as they are to be; `nil` where neither.
  private var isDone: Bool? {
    let states = Self.names.map { scratch.text($0) == Self.lines[$0] }
    return Set(states).count == 1 ? !states[0] : nil
  }

  /// A line that is not used because an earlier one has its id does not take its place when that is lost.
  @Test func noLineComesToLife() throws {
    let line = "T2\tCue 16 21\tspoke\n"
    try scratch.write((Self.lines["bridge.ann"] ?? "") + line, to: "bridge.ann")
    #expect {
      try act()
    } throws: { error in
      let diagnostic = (error as? DiagnosticError)?.diagnostic
      return diagnostic?.name == .duplicateID && diagnostic?.place.line == 4
    }
  }

  /// Whether every annotation is in its file or parked beside it.
  private var holdsAll: Bool {
    Self.names.allSatisfy { name in
      let there = (scratch.text(name) ?? "") + (scratch.text(name + ".parked") ?? "")
      return ["T1\t", "T2\t"].allSatisfy { there.contains($0) }
        && (name != "bridge.ann" || there.contains("A1\tstance T2 favor"))
    }
  }

  @Test func allFilesAreRewrittenTogether() throws {
    let act = try act()
    #expect(act.needsLook && isDone == false)
    #expect(try act.carryOut(pid: 1, on: FaultyDisk()).isEmpty)
    #expect(scratch.text("bridge.ann") == "T1\tSpeaker 16 25\tAda Brook\n")
    #expect(
      scratch.text("bridge.ann.parked")?.contains("T2\tClaim 25 43\tThe bridge is safe") == true)
    #expect(holdsAll)
    #expect(scratch.names().allSatisfy { !$0.hasSuffix(".tmp") && $0 != ".galley" })
  }

  @Test func anyFailingCallLeavesAllOldOrAllNew() throws {
    let whole = FaultyDisk()
    _ = try act().carryOut(pid: 1, on: whole)
    var failed = 0
    for call in 1...whole.log.count {
      try begin()
      let name = failure {
        _ = try act().carryOut(pid: 1, on: FaultyDisk(.fails(call: call, .full)))
      }
      // A parked file that might not survive a power cut stops the act before anything is rewritten; a
      // standoff file that might not does so after.
      let expected = name == nil || name == "not-synchronized" && isDone == true
      #expect(isDone == expected, "call \(call): \(name ?? "")")
      #expect(holdsAll, "call \(call)")
      failed += expected ? 0 : 1
    }
    #expect(failed > 20)
  }

  @Test func whatAnotherProgramDidMeanwhileStops() throws {
    // The other one is the same command, which read the same files.
    let (first, second) = (try act(), try act())
    _ = try first.carryOut(pid: 1, on: FaultyDisk())
    let parked = Self.names.map { scratch.text($0 + ".parked") }
    #expect(failure { _ = try second.carryOut(pid: 2, on: FaultyDisk()) } == "changed-on-disk")
    #expect(isDone == true && holdsAll)
    #expect(Self.names.map { scratch.text($0 + ".parked") } == parked)
    // What is parked alone may have been changed, too.
    try begin()
    let third = try act()
    try scratch.write("# by hand\n", to: "bridge.ann.parked")
    #expect(failure { _ = try third.carryOut(pid: 1, on: FaultyDisk()) } == "changed-on-disk")
    #expect(isDone == false && scratch.text("bridge.ann.parked") == "# by hand\n")
  }

  @Test func beingKilledLosesNothingAndTheNextRunFinishes() throws {
    let whole = FaultyDisk()
    _ = try act().carryOut(pid: 1, on: whole)
    let done = Self.names.map { scratch.text($0) }
    let parked = Self.names.map { scratch.text($0 + ".parked") }
    for call in 1...whole.log.count {
      try begin()
      let disk = FaultyDisk(.stops(call: call))
      _ = try? act().carryOut(pid: 1, on: disk)
      disk.die()
      #expect(holdsAll, "call \(call)")
      _ = try act().carryOut(pid: 1, on: FaultyDisk())
      #expect(Self.names.map { scratch.text($0) } == done, "call \(call)")
      #expect(Self.names.map { scratch.text($0 + ".parked") } == parked, "call \(call)")
    }
  }
}

/// A session on an article that was corrected, and its journal afterwards.
@Suite struct SessionReanchoringTests {
  private let desk: Desk
  private static let corrected = "On Monday " + Desk.article

  init() throws {
    desk = try Desk()
    let session = try desk.open(.interactive)
    try session.add("T1\tSpeaker 6 15\tAda Brook")
    try session.add("T2\tClaim 25 43\tThe bridge is safe")
    try session.close()
    try desk.scratch.write(Self.corrected, to: "bridge.txt")
  }

  @Test func itIsToldOfAndNothingCanBeMarked() throws {
    for access in [SessionRequest.Access.interactive, .script] {
      let session = try desk.open(access)
      #expect(session.articleIsOther && session.noticeNames == ["article-changed"])
      let message = session.notices[0].message
      #expect(message.contains("2 of 2 do not stand on their words"), "\(message)")
      #expect(failure { try session.add("T3\tTopic 0 2\tOn") } == "article-changed")
      // What was done can be taken back and done again.
      try session.undo()
      try session.redo()
      try session.close()
    }
  }

  @Test func theAnnotationsFollowAndTheJournalBeginsAnew() throws {
    let session = try desk.open(.interactive)
    let act = try session.reanchor()
    #expect(act.files[0].fates.map(\.kind) == [.moved, .moved])
    #expect(desk.standoff == "T1\tSpeaker 16 25\tAda Brook\nT2\tClaim 35 53\tThe bridge is safe\n")
    let next = try desk.open(.interactive)
    #expect(next.noticeNames.isEmpty && !next.articleIsOther)
    let error = #expect(throws: DiagnosticError.self) { try next.undo() }
    #expect(error?.diagnostic.message.contains(".galley/bridge.ann.journal.1") == true)
    try next.add("T3\tTopic 0 2\tOn")
    try next.undo()
    try next.close()
    // The old journal is whole, with the file as it was when it was begun.
    #expect(desk.scratch.text(".galley/bridge.ann.journal.1")?.contains("Ada Brook") == true)
    #expect(desk.scratch.text(".galley/bridge.ann.journal.1.base") == "")
  }

  /// As `git checkout` does with the one of the two files that is in git.
  @Test func anOlderFilePutBackBesideTheNewArticleIsToldOf() throws {
    let old = try #require(desk.standoff)
    _ = try desk.open(.interactive).reanchor()
    try desk.scratch.write(old, to: "bridge.ann")
    for access in [SessionRequest.Access.script, .interactive, .interactive] {
      let session = try desk.open(access)
      #expect(session.articleIsOther && session.noticeNames.contains("article-changed"))
      #expect(failure { try session.add("T3\tTopic 0 2\tOn") } == "article-changed")
      try session.close()
    }
    _ = try desk.open(.interactive).reanchor()
    #expect(desk.standoff == "T1\tSpeaker 16 25\tAda Brook\nT2\tClaim 35 53\tThe bridge is safe\n")
  }

  /// As `git pull` does with the work of a colleague.
  @Test func whatSomebodyElseReanchoredIsGoneOnFrom() throws {
    let moved = "T1\tSpeaker 16 25\tAda Brook\nT2\tClaim 35 53\tThe bridge is safe\n"
    try desk.scratch.write(moved, to: "bridge.ann")
    let session = try desk.open(.interactive)
    #expect(!session.articleIsOther && session.noticeNames == ["foreign-change"])
    #expect(session.notices[0].message.contains("and its article as well"))
    // What the old journal tells is of words that stand elsewhere now.
    #expect(throws: DiagnosticError.self) { try session.undo() }
    try session.close()
    #expect(desk.standoff == moved)
    #expect(try desk.open(.interactive).noticeNames.isEmpty)
  }

  @Test func whatIsNotSavedIsSavedFirst() throws {
    try desk.scratch.write(Desk.article, to: "bridge.txt")
    let begun = try desk.open(.interactive)
    try begun.add("T3\tTopic 29 35\tbridge")
    begun.release()
    try desk.scratch.write(Self.corrected, to: "bridge.txt")
    // Another process may not rewrite what it has not got.
    let article = try Article(bytes: Array(Self.corrected.utf8))
    let old = try Article(bytes: Array(Desk.article.utf8))
    let act = try ArticleReanchoring(
      of: [desk.scratch("bridge.ann")], to: article, from: old, on: FaultyDisk())
    #expect(failure { _ = try act.carryOut(pid: 1, on: FaultyDisk()) } == "unsaved-acts")
    let session = try desk.open(.interactive)
    _ = try session.reanchor()
    #expect(desk.standoff?.contains("T3\tTopic 39 45\tbridge") == true)
  }

  @Test func anEditBehindTheLastSpanIsNoneOfTheirs() throws {
    try desk.scratch.write(Desk.article + "One more line.\n", to: "bridge.txt")
    let session = try desk.open(.interactive)
    #expect(!session.articleIsOther && session.noticeNames == ["article-changed"])
    try session.add("T3\tTopic 29 35\tbridge")
  }
}
