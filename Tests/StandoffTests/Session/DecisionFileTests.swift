import Standoff
import Testing

/// What an adjudicator decided, beside the standoff file.
@Suite struct DecisionFileTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private var lines: [String] {
    (desk.scratch.text("bridge.decisions") ?? "").split(separator: "\n").map(String.init)
  }

  private func decide(_ session: Session, _ id: String) throws {
    let line = Array("\(id)\tTopic 0 5\tMayor\n".utf8)
    let edit = Edit(hunks: [
      .init(line: session.annotations.lineCount, removed: [], added: [line])
    ])
    try session.perform(edit, as: "resolve \(id)", decisions: ["decide \(id)"])
  }

  @Test func theyComeWithTheSaving() throws {
    let session = try desk.open(.interactive, annotator: "eva", into: "bridge.ann")
    try decide(session, "T1")
    #expect(desk.scratch.text("bridge.decisions") == nil)
    try session.save()
    #expect(lines == ["decide T1 # eva 2026-04-24T03:06:41Z"])
    try decide(session, "T2")
    try session.undo(2)
    try session.save()
    #expect(desk.scratch.text("bridge.decisions") == nil)
    try session.redo(2)
    try session.close()
    #expect(lines.map { $0.prefix(9) } == ["decide T1", "decide T2"])
  }

  @Test func whatIsDiscardedIsNotDecided() throws {
    let session = try desk.open(.interactive)
    try decide(session, "T1")
    try session.save()
    let saved = lines
    try session.undo()
    try decide(session, "T2")
    try session.close(discarding: true)
    #expect(lines == saved)
    // What a crash leaves is decided with the next saving.
    let next = try desk.open(.interactive)
    try decide(next, "T3")
    next.release()
    try desk.open(.interactive).close()
    #expect(lines.count == 2 && lines.last?.hasPrefix("decide T3 # ") == true)
  }

  /// A script that cannot save leaves the decisions as they were, wherever it fails.
  @Test func aScriptIsAllOrNothing() throws {
    let other = "by hand\n"
    let whole = FaultyDisk()
    for call in 0... {
      let test = try DecisionFileTests()
      try test.desk.scratch.write(other, to: "bridge.decisions")
      let disk = call == 0 ? whole : FaultyDisk(.fails(call: call, .full))
      let failed = failure {
        let script = try test.desk.open(.script, on: disk)
        try test.decide(script, "T1")
        try script.close()
      }
      let isWritten = test.desk.standoff != nil
      #expect((test.lines.count == 2) == isWritten, "call \(call): \(test.lines)")
      // Where a folder could not be synchronized the files may be written all the same.
      if failed != "not-synchronized" { #expect((failed == nil) == isWritten, "call \(call)") }
      if call == whole.log.count { break }
    }
    #expect(whole.log.count > 20)
  }

  /// What a script decided that was killed before it could save is taken back with what it did.
  @Test func aKilledScriptHasDecidedNothing() throws {
    let whole = FaultyDisk()
    var undone = 0
    for call in 0... {
      let test = try DecisionFileTests()
      try test.desk.scratch.write("by hand\n", to: "bridge.decisions")
      let disk = call == 0 ? whole : FaultyDisk(.stops(call: call))
      _ = failure {
        let script = try test.desk.open(.script, on: disk)
        try test.decide(script, "T1")
        try script.close()
      }
      disk.die()
      let next = try test.desk.open(.script)
      if try next.takeBackStoppedScript() { undone += 1 }
      next.release()
      let isWritten = test.desk.standoff != nil
      #expect((test.lines.count == 2) == isWritten, "call \(call): \(test.lines)")
      if call == whole.log.count { break }
    }
    #expect(undone > 2)
  }

  /// Lines that others wrote stay, and a line is there once.
  @Test func linesOfOthersStay() throws {
    let paths = JournalPaths(of: desk.scratch("bridge.ann"), on: SystemDisk())
    let file = DecisionFile(of: paths)
    try desk.scratch.write("# ours\n\na\nb", to: "bridge.decisions")
    let former = try file.withdraw(["b"], adding: ["c", "a"])
    #expect(desk.scratch.text("bridge.decisions") == "# ours\n\na\nc\n")
    try file.restore(former)
    #expect(desk.scratch.text("bridge.decisions") == "# ours\n\na\nb")
    if case .other = try file.withdraw(["z"], adding: ["a"]) {
      // The last line end is put there, and nothing else is changed.
      #expect(desk.scratch.text("bridge.decisions") == "# ours\n\na\nb\n")
    }
    if case .other = try file.withdraw([], adding: []) { Issue.record("changed for nothing") }
  }
}
