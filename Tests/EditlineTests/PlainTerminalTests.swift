import Glibc
import TestSupport
import Testing

/// Where lines cannot be edited: plain reading, with prompts if a person sits there.
@Suite struct PlainTerminalTests {
  @Test(arguments: ["dumb", "", "no-such-terminal"])
  func aTerminalThatCannotMoveItsCursorIsReadPlainly(_ name: String) throws {
    let terminal = try probe(["--color"], environment: ["TERM": name])
    let opening = try terminal.expect("probe> ")
    #expect(opening == "plain: cannotEdit\r\nprobe> ", "no escapes, no complaints of libedit")
    try terminal.send("a “q” 한\n")
    try terminal.expect("line: a “q” 한\r\n")
    try terminal.expect("probe> ")
    try terminal.send("half" + Keys.control("C"))
    try terminal.expect("interrupted")
    try terminal.expect("probe> ")
    try terminal.send(bytes: [0x61, 0xFF, 0x0A])
    try terminal.expect("failed: notUTF8(line: 2, byte: 2)")
    try terminal.expect("probe> ")
    try terminal.send("key\n")
    try terminal.expect("[y/n] ")
    try terminal.send("yes\n")
    try terminal.expect("key: line(\"yes\")")
    try terminal.expect("probe> ")
    try terminal.send(Keys.control("D"))
    try terminal.expect("end of input")
    #expect(try terminal.wait() == .exited(0))
  }

  @Test func aPipeIsReadWithoutPromptsAndALastLineNeedsNoEnd() throws {
    let terminal = try PseudoTerminal(
      spawning: "/bin/sh", arguments: ["-c", "printf 'one\\r\\ntwo' | \"$0\"", probePath])
    #expect(try terminal.wait() == .exited(0))
    #expect(
      terminal.output
        == "plain: notATerminal\r\nline: one\r\nline: two\r\nend of input\r\nbye\r\n")
  }

  @Test func outputThatIsNoTerminalIsNotDrawnOn() throws {
    let terminal = try PseudoTerminal(
      spawning: "/bin/sh", arguments: ["-c", "\"$0\" | cat -v", probePath])
    // The prompt comes straight, the rest through the pipe: in any order.
    try terminal.poll("the prompt") {
      $0.output.contains("plain: notATerminal") && $0.output.contains("probe> ")
    }
    try terminal.send("one\n")
    try terminal.expect("line: one")
    terminal.kill(SIGHUP)
    #expect(!terminal.output.contains("^["))
  }

  private let probePath = builtProduct("EditlineProbe")
}
