import Glibc
import TestSupport
import Testing

@Suite struct PseudoTerminalTests {
  @Test func theChildHasAControllingTerminalOfTheSizeAskedFor() throws {
    let terminal = try PseudoTerminal(
      spawning: "/bin/sh", arguments: ["-c", "stty size < /dev/tty; read line; echo got $line"],
      size: .init(columns: 61, rows: 17))
    try terminal.expect("17 61")
    try terminal.send("a word\n")
    try terminal.expect("got a word")
    #expect(try terminal.wait() == .exited(0))
  }

  @Test func aSignalThatEndsTheChildIsTold() throws {
    let terminal = try PseudoTerminal(spawning: "/bin/cat")
    terminal.kill(SIGTERM)
    #expect(try terminal.wait() == .killed(signal: SIGTERM))
  }

  @Test func theTestsFindTheExecutablesBuiltWithThem() {
    #expect(access(builtProduct("EditlineProbe"), X_OK) == 0)
  }
}
