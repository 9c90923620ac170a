import Standoff
import Testing

@Suite struct AtomicFileTests {
  let scratch: Scratch
  static let old = Array("the old text, which is longer\n".utf8)
  static let new = Array("the new text\n".utf8)

  init() throws { scratch = try Scratch() }

  private func write(_ bytes: [UInt8], to name: String, on disk: any Disk = SystemDisk()) throws {
    try AtomicFile(on: disk).write(bytes, to: scratch(name))
  }

  @Test func makesAndReplaces() throws {
    try write(Self.old, to: "a.ann")
    #expect(scratch.read("a.ann") == Self.old)
    try write(Self.new, to: "a.ann")
    #expect(scratch.read("a.ann") == Self.new)
    try write([], to: "a.ann")
    #expect(scratch.read("a.ann") == [])
    #expect(scratch.names() == ["a.ann"])
  }

  @Test(arguments: [0o600, 0o640, 0o666, 0o755] as [UInt32])
  func keepsTheModeBits(mode: UInt32) throws {
    try scratch.write(Self.old, to: "a.ann")
    scratch.setMode(mode, of: "a.ann")
    try write(Self.new, to: "a.ann")
    #expect(scratch.mode(of: "a.ann") == mode)
  }

  @Test func followsLinksAndLeavesThemStanding() throws {
    scratch.makeFolder("far")
    try scratch.write(Self.old, to: "far/a.ann")
    scratch.link("near.ann", to: "far/middle.ann")
    scratch.link("far/middle.ann", to: "a.ann")
    try write(Self.new, to: "near.ann")
    #expect(scratch.isLink("near.ann"))
    #expect(scratch.isLink("far/middle.ann"))
    #expect(scratch.read("far/a.ann") == Self.new)
    #expect(scratch.names("far") == ["a.ann", "middle.ann"])
    scratch.link("dangling.ann", to: scratch("far/b.ann"))
    try write(Self.new, to: "dangling.ann")
    #expect(scratch.read("far/b.ann") == Self.new)
  }

  @Test func synchronizesTheFileBeforeTheRenameAndTheFolderAfter() throws {
    let disk = FaultyDisk()
    try write(Self.new, to: "a.ann", on: disk)
    #expect(
      disk.log.map { $0.replacing(scratch.path, with: "") } == [
        "link a.ann", "status a.ann", "make .a.ann.1.tmp", "write", "synchronize",
        "open .a.ann.1.tmp", "read", "rename a.ann",
        "open \(FilePath.name(of: scratch.path))", "synchronize",
      ])
    #expect(disk.risked.isEmpty)
  }

  @Test func anyFailingCallLeavesOneOfTheTwoWhole() throws {
    try scratch.write(Self.old, to: "a.ann")
    scratch.setMode(0o640, of: "a.ann")
    let whole = FaultyDisk()
    try write(Self.old, to: "a.ann", on: whole)
    for call in 1...whole.log.count {
      try scratch.write(Self.old, to: "a.ann")
      var name: DiagnosticName?
      do {
        try write(Self.new, to: "a.ann", on: FaultyDisk(.fails(call: call, .full)))
      } catch {
        name = (error as? DiagnosticError)?.diagnostic.name
      }
      let isAfterRename = call > (whole.log.firstIndex(of: "rename a.ann") ?? 0) + 1
      #expect(name == (isAfterRename ? .notSynchronized : .diskFull), "call \(call)")
      #expect(scratch.read("a.ann") == (isAfterRename ? Self.new : Self.old), "call \(call)")
      #expect(scratch.names() == ["a.ann"], "call \(call)")
    }
  }

  @Test func stoppingBeforeAnyCallLeavesOneOfTheTwoWhole() throws {
    let whole = FaultyDisk()
    try scratch.write(Self.old, to: "a.ann")
    try write(Self.old, to: "a.ann", on: whole)
    for call in 1...whole.log.count {
      try scratch.write(Self.old, to: "a.ann")
      let disk = FaultyDisk(.stops(call: call))
      #expect(throws: DiagnosticError.self) { try write(Self.new, to: "a.ann", on: disk) }
      disk.die()
      #expect([Self.old, Self.new].contains(scratch.read("a.ann") ?? []), "call \(call)")
      // What was left behind is in nobody's way.
      try write(Self.new, to: "a.ann")
      #expect(scratch.read("a.ann") == Self.new)
    }
  }

  /// What a killed process left goes with the next writing, once it is old; what somebody may be writing
  /// stays.
  @Test func whatWasForgottenGoes() throws {
    for (number, hours) in [(1, 2), (2, 0), (3, 30)] {
      try scratch.write("half a l", to: ".a.ann.\(number).tmp")
      scratch.age(".a.ann.\(number).tmp", byHours: hours)
    }
    try write(Self.new, to: "a.ann")
    #expect(scratch.names() == [".a.ann.2.tmp", "a.ann"])
    #expect(scratch.read("a.ann") == Self.new)
  }

  @Test func writesInAsManyCallsAsItTakes() throws {
    try write(Self.old, to: "a.ann", on: FaultyDisk(.writesLittle))
    #expect(scratch.read("a.ann") == Self.old)
  }

  @Test func errorsSayWhatStandsInTheWay() throws {
    #expect(failure { try write([], to: "gone/a.ann") } == "no-such-folder")
    scratch.makeFolder("a.ann")
    #expect(failure { try write([], to: "a.ann") } == "is-a-folder")
    scratch.makePipe("pipe.ann")
    #expect(failure { try write([], to: "pipe.ann") } == "not-a-regular-file")
    scratch.link("circle.ann", to: "circle.ann")
    #expect(failure { try write([], to: "circle.ann") } == "write-failed")
    let readOnly = FaultyDisk(.isReadOnly)
    #expect(failure { try write([], to: "b.ann", on: readOnly) } == "read-only-folder")
    try scratch.write(Self.old, to: "b.ann")
    #expect(failure { try write([], to: "b.ann", on: readOnly) } == "read-only-folder")
    #expect(scratch.read("b.ann") == Self.old)
  }
}
