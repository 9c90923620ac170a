import Standoff
import Testing

/// Many files are written with one wait for the medium, and each is whole at every moment.
@Suite struct FileBatchTests {
  private let scratch: Scratch
  /// The first two are there, the last two are not.
  private static let names = ["a.ann", "far/b.ann", "c.ann", "far/d.ann"]

  init() throws {
    scratch = try Scratch()
    scratch.makeFolder("far")
  }

  private static func old(_ name: String) -> [UInt8]? {
    names.prefix(2).contains(name) ? Array("T1\tOld 0 1\t\(name)\n".utf8) : nil
  }
  private static func new(_ name: String) -> [UInt8] { Array("T1\tNew 0 1\t\(name)\n".utf8) }

  private func begin() throws {
    for name in Self.names {
      if let old = Self.old(name) {
        try scratch.write(old, to: name)
      } else {
        try? SystemDisk().remove(scratch(name))
      }
    }
  }

  private func isNew(_ name: String) -> Bool { scratch.read(name) == Self.new(name) }
  private func isWhole(_ name: String) -> Bool {
    isNew(name) || scratch.read(name) == Self.old(name)
  }

  /// Writes the four files, and tells by name the errors of those that were not, or perhaps not.
  private func write(on disk: any Disk, meanwhile: () throws -> Void = {}) throws -> [String:
    String]
  {
    let batch = FileBatch(pid: 1, on: disk)
    var errors: [String: String] = [:]
    var tickets: [Int: String] = [:]
    for name in Self.names {
      do {
        let ticket = try batch.add(
          Self.new(name), for: scratch(name), inPlaceOf: Self.old(name))
        tickets[ticket] = name
      } catch {
        errors[name] = error.diagnostic.name.rawValue
      }
    }
    try meanwhile()
    #expect(batch.count == tickets.count)
    for (ticket, error) in batch.commit() {
      let name = try #require(tickets[ticket])
      #expect(error.diagnostic.place.source == scratch(name))
      errors[name] = error.diagnostic.name.rawValue
    }
    #expect(batch.count == 0)
    return errors
  }

  /// What is left beside the files, but for the folders of journals.
  private var litter: [String] {
    (scratch.names() + scratch.names("far")).filter { $0.hasSuffix(".tmp") }
  }

  @Test func allAreWrittenAndNothingIsLeftBehind() throws {
    try begin()
    scratch.setMode(0o640, of: "a.ann")
    #expect(try write(on: SystemDisk()) == [:])
    #expect(Self.names.allSatisfy(isNew))
    #expect(scratch.names() == ["a.ann", "c.ann", "far"])
    #expect(scratch.names("far") == ["b.ann", "d.ann"])
    #expect(scratch.mode(of: "a.ann") == 0o640)
  }

  @Test func theMediumIsWaitedForOnceBeforeAnyFileTakesItsPlace() throws {
    try begin()
    let disk = FaultyDisk()
    #expect(try write(on: disk) == [:])
    #expect(disk.risked.isEmpty)
    #expect(disk.log.count { $0 == "synchronizeFileSystem" } == 1)
    // Each folder once, at the end.
    #expect(disk.log.count { $0 == "synchronize" } == 2)
    let last = try #require(disk.log.lastIndex { $0.hasPrefix("rename") })
    #expect(try #require(disk.log.firstIndex(of: "synchronize")) > last)
    #expect(disk.log.count { $0.hasPrefix("rename") } == Self.names.count)
  }

  @Test func whereAFileSystemIsNotWaitedForEachFileIs() throws {
    try begin()
    let whole = FaultyDisk()
    _ = try write(on: whole)
    let call = try #require(whole.log.firstIndex(of: "synchronizeFileSystem")) + 1
    try begin()
    let disk = FaultyDisk(.fails(call: call, .unsupported))
    #expect(try write(on: disk) == [:])
    #expect(disk.risked.isEmpty)
    #expect(disk.log.count { $0 == "synchronize" } == Self.names.count + 2)
    #expect(Self.names.allSatisfy(isNew))
  }

  @Test(arguments: [DiskFailure.Reason.full, .unsupported, .notPermitted])
  func anyFailingCallLeavesEachFileOldOrNew(_ reason: DiskFailure.Reason) throws {
    try begin()
    let whole = FaultyDisk()
    _ = try write(on: whole)
    var failed = 0
    for call in 1...whole.log.count {
      try begin()
      let disk = FaultyDisk(.fails(call: call, reason))
      let errors = try write(on: disk)
      for name in Self.names {
        let isExpectedNew = errors[name] == nil || errors[name] == "not-synchronized"
        #expect(
          isExpectedNew ? isNew(name) : scratch.read(name) == Self.old(name),
          "call \(call), \(name): \(errors[name] ?? "")")
      }
      #expect(disk.risked.isEmpty, "call \(call)")
      #expect(litter.isEmpty, "call \(call)")
      failed += errors.isEmpty ? 0 : 1
    }
    #expect(failed > 20)
  }

  @Test func beingKilledLeavesEachFileWhole() throws {
    try begin()
    let whole = FaultyDisk()
    _ = try write(on: whole)
    for call in 1...whole.log.count {
      try begin()
      let disk = FaultyDisk(.stops(call: call))
      _ = try write(on: disk)
      disk.die()
      #expect(Self.names.allSatisfy(isWhole), "call \(call)")
      #expect(disk.risked.isEmpty, "call \(call)")
      // What was left behind is in nobody's way.
      try begin()
      #expect(try write(on: FaultyDisk()) == [:], "call \(call)")
      #expect(Self.names.allSatisfy(isNew), "call \(call)")
      for name in litter {
        for folder in ["", "far/"] { try? SystemDisk().remove(scratch(folder + name)) }
      }
    }
  }

  @Test func whatOthersDoMeanwhileIsNotWrittenOver() throws {
    try begin()
    let mine = Array("T1\tMine 0 1\tx\n".utf8)
    let errors = try write(on: SystemDisk()) {
      try scratch.write(mine, to: "a.ann")
      try scratch.write(mine, to: "far/d.ann")
    }
    #expect(errors == ["a.ann": "changed-on-disk", "far/d.ann": "changed-on-disk"])
    #expect(scratch.read("a.ann") == mine && scratch.read("far/d.ann") == mine)
    #expect(isNew("far/b.ann") && isNew("c.ann"))
    #expect(litter.isEmpty)
  }

  @Test func aFileThatIsBeingAnnotatedIsLeftAlone() throws {
    try begin()
    let lock = try Lock(
      JournalPaths(of: scratch("a.ann"), on: SystemDisk()), pid: 2, on: SystemDisk())
    #expect(try write(on: SystemDisk()) == ["a.ann": "locked"])
    lock.release()
    try begin()
    var later: Lock?
    let errors = try write(on: SystemDisk()) {
      later = try Lock(
        JournalPaths(of: scratch("far/b.ann"), on: SystemDisk()), pid: 2, on: SystemDisk())
    }
    #expect(errors == ["far/b.ann": "locked"])
    #expect(scratch.read("far/b.ann") == Self.old("far/b.ann"))
    later?.release()
    #expect(litter.isEmpty)
  }

  @Test func filesThatComeLaterAreWrittenLater() throws {
    let batch = FileBatch(pid: 1)
    _ = try batch.add([1], for: scratch("a.ann"))
    #expect(batch.commit().isEmpty)
    _ = try batch.add([2], for: scratch("far/b.ann"))
    #expect(scratch.read("far/b.ann") == nil)
    #expect(batch.commit().isEmpty)
    #expect(scratch.read("a.ann") == [1] && scratch.read("far/b.ann") == [2])
    #expect(failure { _ = try batch.add([3], for: scratch("gone/c.ann")) } == "no-such-folder")
    #expect(batch.commit().isEmpty)
  }

  @Test func linksStay() throws {
    try scratch.write("T1\tOld 0 1\tx\n", to: "far/a.ann")
    scratch.link("a.ann", to: "far/a.ann")
    let batch = FileBatch(pid: 1)
    _ = try batch.add([1], for: scratch("a.ann"), inPlaceOf: Array("T1\tOld 0 1\tx\n".utf8))
    #expect(batch.commit().isEmpty)
    #expect(scratch.isLink("a.ann"))
    #expect(scratch.read("far/a.ann") == [1])
    #expect(scratch.names("far") == ["a.ann"])
  }
}
