import Glibc
import TestSupport
import Testing

@testable import Editline

@Suite struct HistoryFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func history(limit: Int = 1000) -> HistoryFile {
    HistoryFile(path: folder.file("history"), limit: limit)
  }

  @Test func entriesComeBackInOrder() throws {
    for entry in ["one", "two\nlines", "back\\slash \\n", "“한국어” 👨‍👩‍👧"] { try history().append(entry) }
    #expect(history().load() == ["one", "two\nlines", "back\\slash \\n", "“한국어” 👨‍👩‍👧"])
    #expect(
      try folder.read("history") == "one\ntwo\\nlines\nback\\\\slash \\\\n\n“한국어” 👨‍👩‍👧\n")
  }

  @Test func noFileIsNoHistory() { #expect(history().load() == []) }

  @Test func theFileIsItsOwnersAlone() throws {
    try history().append("one")
    var information = stat()
    #expect(stat(folder.file("history"), &information) == 0)
    #expect(information.st_mode & 0o777 == 0o600)
  }

  @Test func missingFoldersAreMade() throws {
    let deep = HistoryFile(path: folder.file("state/galley/history"))
    try deep.append("one")
    #expect(deep.load() == ["one"])
    var information = stat()
    #expect(stat(folder.file("state"), &information) == 0)
    #expect(information.st_mode & 0o777 == 0o700)
  }

  @Test func aFileThatCannotBeWrittenIsToldWithItsPath() throws {
    try folder.write([], to: "file")
    let path = folder.file("file/history")
    #expect(throws: HistoryFile.Failure(operation: "open", path: path, errno: ENOTDIR)) {
      try HistoryFile(path: path).append("one")
    }
  }

  @Test func repetitionsAreLoadedOnceWhereTheyStoodLast() throws {
    for entry in ["a", "b", "a", "c", "b"] { try history().append(entry) }
    #expect(history().load() == ["a", "c", "b"])
    // To the letter: a composed and a decomposed accent are two entries.
    try history().append("é")
    try history().append("e\u{301}")
    #expect(history().load().count == 5)
  }

  @Test func linesOfAnotherHandAreRead() throws {
    try folder.write("a \\t b\n\n\\\nlast".utf8, to: "history")
    #expect(history().load() == ["a \\t b", "\\", "last"])
    try history().append("new")
    #expect(history().load() == ["a \\t b", "\\", "last", "new"])
  }

  @Test func brokenBytesAreRepairedAndNulsSkipped() throws {
    try folder.write([0x61, 0xFF, 0x0A, 0x62, 0x00, 0x0A, 0x63, 0x0A], to: "history")
    #expect(history().load() == ["a\u{FFFD}", "c"])
  }

  @Test func aVeryLongEntryIsNotKept() throws {
    try history().append(String(repeating: "x", count: 100_000))
    try history().append("short")
    #expect(history().load() == ["short"])
  }

  @Test func aLineOf1024BytesIsNoDanger() throws {
    for count in 1020...1030 {
      try history().append(String(repeating: "“", count: count / 3) + "\(count)")
    }
    #expect(history().load().count == 11)
  }

  @Test func theFileIsRewrittenOnlyWhenItHoldsTwiceTheLimit() throws {
    let small = history(limit: 3)
    for number in 1...6 { try small.append("\(number)") }
    try small.compact()
    #expect(try folder.read("history") == "1\n2\n3\n4\n5\n6\n")
    try small.append("7")
    try small.compact()
    #expect(try folder.read("history") == "5\n6\n7\n")
    var information = stat()
    #expect(stat(folder.file("history"), &information) == 0)
    #expect(information.st_mode & 0o777 == 0o600)
  }

  @Test func aLinkToTheFileStaysALink() throws {
    try folder.write((1...9).map { "\($0)\n" }.joined().utf8, to: "real")
    #expect(symlink(folder.file("real"), folder.file("history")) == 0)
    try history(limit: 2).compact()
    #expect(try folder.read("real") == "8\n9\n")
  }

  @Test func aWriterThatWaitedForARewritingWritesToTheNewFile() async throws {
    try history().append("old")
    let rewriter = open(folder.file("history"), O_RDWR | O_CLOEXEC)
    #expect(flock(rewriter, LOCK_EX) == 0)
    let path = folder.file("history")
    var patient = HistoryFile(path: path)
    patient.patience = .seconds(600)
    let writer = patient
    async let appended: Void = writer.append("waited")
    // Long enough for the writer to stand at the lock; were it late, this would show nothing.
    try await Task.sleep(for: .milliseconds(100))
    try folder.write("rewritten\n".utf8, to: "new")
    #expect(rename(folder.file("new"), path) == 0)
    close(rewriter)
    try await appended
    #expect(try folder.read("history") == "rewritten\nwaited\n")
  }

  @Test func manyWritersLoseNothingWhileTheFileIsRewritten() async throws {
    let path = folder.file("history")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<50 { try HistoryFile(path: path).append("\(writer)-\(number)") }
        }
      }
      // It is too long all the time, and everything in it fits: each rewriting is a real one.
      group.addTask {
        for _ in 0..<20 { try HistoryFile(path: path, limit: 1000).rewrite() }
      }
      try await group.waitForAll()
    }
    #expect(Set(history().load()).count == 200)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func anyEntrySurvivesTheFormat(_ number: UInt64) {
    var seed = Seed(number)
    let pieces = ["\\", "n", "\n", "a", "\r\n", "é", "\\n", "\\\\"]
    let entry = (0..<12).map { _ in pieces.randomElement(using: &seed) ?? "" }.joined()
    let encoded = HistoryFile.encoded(entry)
    #expect(!encoded.utf8.contains(0x0A), "seed \(number)")
    #expect(HistoryFile.decoded(encoded).utf8.elementsEqual(entry.utf8), "seed \(number)")
  }
}
