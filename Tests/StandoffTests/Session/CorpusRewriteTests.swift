import Standoff
import Testing

/// Several files are rewritten, or none.
@Suite struct CorpusRewriteTests {
  private let scratch: Scratch
  private static let names = ["a.ann", "b.ann", "c.ann"]

  init() throws { scratch = try Scratch() }

  private static func old(_ name: String) -> [UInt8] { Array("T1\tOld 0 1\t\(name)\n".utf8) }
  private static func new(_ name: String) -> [UInt8] { Array("T1\tNew 0 1\t\(name)\n".utf8) }

  private func begin() throws {
    for name in Self.names { try scratch.write(Self.old(name), to: name) }
  }

  /// Rewrites the three files and tells the name of the error, if one was thrown.
  private func rewrite(on disk: any Disk) -> String? {
    var rewrite = CorpusRewrite(pid: 1, on: disk)
    return failure {
      do {
        for name in Self.names {
          try rewrite.add(scratch(name), from: Self.old(name), to: Self.new(name))
        }
      } catch {
        rewrite.cancel()
        throw error
      }
      try rewrite.carryOut()
    }
  }

  private var states: [String] {
    Self.names.map { name in
      scratch.read(name) == Self.old(name)
        ? "old" : scratch.read(name) == Self.new(name) ? "new" : "?"
    }
  }

  @Test func allAreRewrittenAndNothingIsLeftBehind() throws {
    try begin()
    #expect(rewrite(on: FaultyDisk()) == nil)
    #expect(states == ["new", "new", "new"])
    #expect(scratch.names() == Self.names)
  }

  @Test func anyFailingCallLeavesAllOldOrAllNew() throws {
    try begin()
    let whole = FaultyDisk()
    #expect(rewrite(on: whole) == nil)
    var failed = 0
    for call in 1...whole.log.count {
      try begin()
      let name = rewrite(on: FaultyDisk(.fails(call: call, .full)))
      let expected = name == nil || name == "not-synchronized" ? "new" : "old"
      #expect(states == [expected, expected, expected], "call \(call): \(name ?? "")")
      #expect(scratch.names().filter { $0 != ".galley" } == Self.names, "call \(call)")
      failed += expected == "old" ? 1 : 0
    }
    #expect(failed > 40)
  }

  @Test func beingKilledLeavesEveryFileWhole() throws {
    try begin()
    let whole = FaultyDisk()
    #expect(rewrite(on: whole) == nil)
    for call in 1...whole.log.count {
      try begin()
      let disk = FaultyDisk(.stops(call: call))
      _ = rewrite(on: disk)
      disk.die()
      #expect(!states.contains("?"), "call \(call)")
      // What was left behind is in nobody's way.
      try begin()
      #expect(rewrite(on: FaultyDisk()) == nil, "call \(call)")
      #expect(states == ["new", "new", "new"])
    }
  }

  @Test func aFileThatIsInTheWayKeepsAllOld() throws {
    try begin()
    var rewrite = CorpusRewrite(pid: 1)
    for name in Self.names {
      try rewrite.add(scratch(name), from: Self.old(name), to: Self.new(name))
    }
    try scratch.write("T1\tMine 0 1\tx\n", to: "c.ann")
    #expect(failure { try rewrite.carryOut() } == "changed-on-disk")
    #expect(states == ["old", "old", "?"])
    #expect(scratch.names() == Self.names)
  }
}
