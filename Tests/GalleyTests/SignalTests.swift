import Foundation
import Glibc
import TestSupport
import Testing

/// What ends a shell from outside, in the middle of a line and between two.
@Suite struct SignalTests {
  private static let lines = ["speaker \"Ida Moss\"", "claim 2 by=s1", "undo", "topic \"pier\"[1]"]

  /// Whatever ends the shell, what was answered for is there again, and one line says so; the line
  /// that was half typed is not, and nothing was saved.
  @Test(arguments: [SIGKILL, SIGHUP, SIGTERM]) func nothingIsLostInMidLine(_ signal: Int32) throws {
    let shell = try Screened(Desk())
    for line in Self.lines { try shell.enter(line) }
    try shell.type("claim 3 by=")
    try shell.expectRow { $0.hasPrefix("pier> claim 3 by=") }
    shell.terminal.kill(signal)
    #expect(try shell.terminal.wait() == .killed(signal: signal))
    if signal != SIGKILL {
      #expect(shell.terminal.isCooked, "the terminal is as it was")
      #expect(shell.terminal.output.hasSuffix("\r\n\u{1B}[?2004l"))
    }
    #expect(shell.desk.folder.text("pier.ann") == nil)
    let again = try Screened(shell.desk)
    #expect(again.rows.count { $0.contains("restored") } == 1, "\(again.rows)")
    try again.type("quit\r")
    #expect(try again.terminal.wait() == .exited(0))
    let wanted = try Desk()
    _ = try wanted.run(commands: Self.lines)
    #expect(shell.desk.folder.text("pier.ann") == wanted.folder.text("pier.ann"))
  }

  @Test(arguments: [SIGHUP, SIGTERM]) func aQuestionIsNoObstacle(_ signal: Int32) throws {
    let shell = try Screened(Desk())
    try shell.enter("speaker \"Ida Moss\"")
    try shell.type("topic \"the\"i[all]\r")
    try shell.terminal.expect("1-4,6] ")
    try shell.terminal.poll("editing mode") { !$0.isCooked }
    shell.terminal.kill(signal)
    #expect(try shell.terminal.wait() == .killed(signal: signal))
    #expect(shell.terminal.isCooked)
    #expect(try shell.desk.run(commands: ["assert count = 1"]).status == 0)
  }

  /// A shell that was started with the hang-up ignored goes on without its terminal's owner.
  @Test func whoIgnoresHangingUpIsObeyed() throws {
    let desk = try Desk()
    let shell = try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: [
        "-c",
        "cd '\(desk.folder.path)' && trap '' HUP && exec '\(builtProduct("galley"))' pier.txt",
      ], environment: ["HOME": desk.folder.path + "/home"])
    try shell.expect("\u{1B}[?2004h")
    try shell.poll("editing mode") { !$0.isCooked }
    shell.kill(SIGHUP)
    try shell.send("speaker \"Ida Moss\"\rq\r")
    #expect(try shell.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann")?.contains("Ida Moss") == true)
  }

  /// The articles of a folder share a history; whichever shell is killed or left, no line is lost.
  @Test func twoShellsKeepOneHistory() throws {
    let desk = try Desk()
    try desk.folder.write("Night ferry\n", to: "ferry.txt")
    let first = try Screened(desk)
    let second = try Screened(desk, on: "ferry.txt")
    try first.enter("speaker \"Ida Moss\"")
    try second.enter("topic \"Night ferry\"")
    try first.enter("claim 2")
    try first.enter(" note c1 \"kept out\"")
    first.terminal.kill(SIGKILL)
    try second.type("q\r")
    try first.terminal.wait()
    #expect(try second.terminal.wait() == .exited(0))
    let kept = try desk.folder.listing().filter { $0.contains("/history/") }
    #expect(
      kept.map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) }
        == ["speaker \"Ida Moss\"\ntopic \"Night ferry\"\nclaim 2\nq\n"])
    let third = try Screened(desk)
    try third.type("top\u{1B}[A")
    try third.expectRow { $0.hasPrefix("pier> topic \"Night ferry\"") }
  }
}
