import Standoff
import Testing

@Suite struct LockTests {
  let scratch: Scratch
  let paths: JournalPaths

  init() throws {
    scratch = try Scratch()
    paths = JournalPaths(of: scratch("a.ann"), on: SystemDisk())
  }

  private func take(pid: Int32 = 7, on disk: any Disk = SystemDisk()) throws -> Lock {
    try Lock(paths, pid: pid, on: disk)
  }

  @Test func theSecondIsToldWhoTheFirstIs() throws {
    let first = try take(pid: 4711)
    do {
      _ = try take(pid: 4712)
      Issue.record("two locks at once")
    } catch let error as DiagnosticError {
      #expect(error.diagnostic.name == .locked)
      #expect(error.diagnostic.message.contains("(process 4711)"))
    }
    first.release()
    let second = try take(pid: 4712)
    #expect(scratch.text(".galley/a.ann.lock") == "4712\n")
    second.release()
    #expect(scratch.names() == [])
  }

  @Test func whatADeadProcessLeftIsNoObstacle() throws {
    scratch.makeFolder(".galley")
    try scratch.write("99999999 and then some\n", to: ".galley/a.ann.lock")
    let lock = try take()
    #expect(scratch.text(".galley/a.ann.lock") == "7\n")
    lock.release()
  }

  @Test func filesBesideOneAnotherHaveTheirOwnLocks() throws {
    let first = try take()
    let other = try Lock(
      JournalPaths(of: scratch("b.ann"), on: SystemDisk()), pid: 7, on: SystemDisk())
    first.release()
    #expect(scratch.names(".galley") == ["b.ann.lock"])
    other.release()
  }

  @Test func twoNamesOfOneFileShareItsLock() throws {
    scratch.makeFolder("far")
    try scratch.write("", to: "far/a.ann")
    scratch.link("near.ann", to: "far/a.ann")
    let first = try Lock(
      JournalPaths(of: scratch("near.ann"), on: SystemDisk()), pid: 7, on: SystemDisk())
    #expect(
      failure {
        _ = try Lock(
          JournalPaths(of: scratch("far/a.ann"), on: SystemDisk()), pid: 7, on: SystemDisk())
      } == "locked")
    first.release()
  }

  @Test func whereNothingCanBeMadeTheReasonIsSaid() throws {
    #expect(failure { _ = try take(on: FaultyDisk(.isReadOnly)) } == "read-only-folder")
    let gone = JournalPaths(of: scratch("gone/a.ann"), on: SystemDisk())
    #expect(failure { _ = try Lock(gone, pid: 7, on: SystemDisk()) } == "no-such-folder")
    try scratch.write("", to: ".galley")
    #expect(failure { _ = try take() } == "lock-failed")
    scratch.remove(".galley")
    scratch.link(".galley", to: "nowhere")
    #expect(failure { _ = try take() } == "lock-failed")
  }
}
