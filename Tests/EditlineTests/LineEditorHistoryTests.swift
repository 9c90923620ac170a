import Glibc
import TestSupport
import Testing

/// Recalling and keeping lines at a real terminal.
@Suite struct LineEditorHistoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func shell(_ arguments: [String] = []) throws -> PseudoTerminal {
    let terminal = try probe(["--history", folder.file("history")] + arguments)
    try terminal.expectPrompt()
    return terminal
  }

  @Test func linesAreRecalledByTheirStart() throws {
    let terminal = try shell()
    for line in ["claim 7", "speaker “Xing”", "claim 8"] { try terminal.enter(line) }
    try terminal.enter(Keys.up + Keys.up, reads: "speaker “Xing”")
    try terminal.enter("cl" + Keys.up + Keys.up + Keys.up, reads: "claim 7")
    try terminal.enter("cl\u{1B}p\u{1B}p\u{1B}n\u{1B}n", reads: "cl")
    try terminal.enter(Keys.control("P") + Keys.control("P") + Keys.down + "!", reads: "cl!")
  }

  @Test func controlRFindsWhatWasTypedWithAnyQuotes() throws {
    let terminal = try shell()
    for line in ["quote “it’s — 한국어”", "claim 8"] { try terminal.enter(line) }
    try terminal.send(Keys.control("R") + "\"it's -")
    try terminal.expectRow("search: \"it's - | quote “it’s — 한국어”")
    try terminal.enter("", reads: "quote “it’s — 한국어”")
    try terminal.send("typed" + Keys.control("R") + "“한" + Keys.control("G"))
    try terminal.enter("", reads: "typed")
    try terminal.send(Keys.control("R") + "8" + Keys.escape)
    try terminal.expectRow("probe> claim 8")
    try terminal.enter(Keys.control("E") + "!", reads: "claim 8!")
    try terminal.enter(
      Keys.control("R") + "claim" + Keys.control("R") + Keys.left, reads: "claim 8")
  }

  @Test func entriesAreOnDiskBeforeTheNextPromptAndSurviveBeingKilled() throws {
    let terminal = try shell()
    try terminal.enter("kept")
    try terminal.send("not entered")
    try terminal.expect("entered")
    terminal.kill(SIGKILL)
    #expect(try terminal.wait() == .killed(signal: SIGKILL))
    #expect(try folder.read("history") == "kept\n")
    let next = try shell()
    try next.enter(Keys.up, reads: "kept")
  }

  @Test func twoShellsKeepBothTheirLines() throws {
    let first = try shell()
    let second = try shell()
    try first.enter("one")
    try second.enter("two")
    try first.enter("three")
    for terminal in [first, second] {
      try terminal.send(Keys.control("D"))
      #expect(try terminal.wait() == .exited(0))
    }
    #expect(try folder.read("history") == "one\ntwo\nthree\n")
    var information = stat()
    #expect(stat(folder.file("history"), &information) == 0)
    #expect(information.st_mode & 0o777 == 0o600)
  }

  @Test func aLeadingBlankKeepsALineOut() throws {
    let terminal = try shell()
    try terminal.enter("open")
    try terminal.enter(" secret")
    try terminal.enter("   ")
    try terminal.enter(Keys.up, reads: "open")
    #expect(try folder.read("history") == "open\n")
  }

  @Test func repetitionsAreRecalledOnce() throws {
    let terminal = try shell()
    for line in ["one", "two", "one", "one"] { try terminal.enter(line) }
    try terminal.enter(Keys.up + Keys.up, reads: "two")
    #expect(try folder.read("history") == "one\ntwo\none\ntwo\n")
  }

  @Test func aBlockIsOneEntry() throws {
    let terminal = try shell(["--blocks"])
    try terminal.send("one\\\r")
    try terminal.expectPrompt("  ...> ")
    try terminal.enter("two", reads: "one\\\\ntwo")
    #expect(try folder.read("history") == "one\\\\\\ntwo\n")
    let next = try shell()
    try next.enter(Keys.up, reads: "one\\\\ntwo")
  }

  /// libedit's own loader writes past its buffer at such a line, and wants a first line of its own.
  @Test func aHistoryOfAnyLinesIsRead() throws {
    let lines =
      (1018...1030).map { String(repeating: "\\ ", count: $0 / 2) } + ["_HiStOrY_V2_", "last"]
    try folder.write(lines.map { $0 + "\n" }.joined().utf8, to: "history")
    let terminal = try shell()
    try terminal.enter(Keys.up, reads: "last")
  }

  @Test func aHistoryThatCannotBeKeptDoesNotStopTheShell() throws {
    let terminal = try probe(["--history", "/dev/null/history"])
    try terminal.expectPrompt()
    try terminal.enter("one")
    try terminal.enter(Keys.up, reads: "one")
  }

  @Test func aLimitHoldsInTheShellAndInTheFile() throws {
    let terminal = try shell(["--history-limit", "3"])
    for number in 1...7 { try terminal.enter("\(number)") }
    try terminal.enter(Keys.up + Keys.up + Keys.up + Keys.up + Keys.up, reads: "5")
    terminal.kill(SIGKILL)
    _ = try shell(["--history-limit", "3"])
    #expect(try folder.read("history") == "6\n7\n5\n")
  }
}
