import Glibc
import TestSupport
import Testing

/// Ctrl-C, Ctrl-Z, Ctrl-D, another window size, hanging up and killing, at a real terminal.
@Suite struct LineEditorSignalTests {
  @Test func controlCDropsTheLine() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("half a line")
    try terminal.expect("line")
    try terminal.send(Keys.control("C"))
    try terminal.expect("^C")
    try terminal.expect("interrupted")
    try terminal.expectPrompt()
    try terminal.enter("whole")
  }

  @Test func controlCInASearchIsNoEndOfInput() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.enter("find me")
    try terminal.send(Keys.control("R") + "fin")
    try terminal.expectRow("search: fin | find me")
    try terminal.send(Keys.control("C"))
    try terminal.expect("interrupted")
    try terminal.expectPrompt()
    try terminal.enter("whole")
  }

  @Test func anInterruptFromOutsideCountsAsControlC() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    terminal.kill(SIGINT)
    try terminal.expect("interrupted")
    try terminal.expectPrompt()
    try terminal.enter("whole")
  }

  @Test func controlCBetweenLinesIsSeenByWhoWorks() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("busy\r")
    try terminal.expect("working")
    try terminal.poll("the terminal's own mode") { $0.isCooked }
    try terminal.send(Keys.control("C"))
    try terminal.expect("stopped")
    try terminal.expectPrompt()
    try terminal.enter("whole")
  }

  @Test func controlDEndsTheInputOnAnEmptyLineOnly() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("ab" + Keys.control("D"))
    try terminal.expect("\u{7}")
    try terminal.send(Keys.left + Keys.control("D"))
    try terminal.enter("", reads: "a")
    try terminal.send(Keys.control("D"))
    try terminal.expect("end of input")
    try terminal.expect("bye")
    #expect(try terminal.wait() == .exited(0))
  }

  @Test func controlZStopsAndTheLineComesBack() throws {
    let terminal = try PseudoTerminal(
      spawning: "/bin/bash", arguments: ["--norc", "--noediting", "-i"],
      environment: ["PS1": "shell$ "])
    try terminal.expect("shell$ ")
    try terminal.send("\(builtProduct("EditlineProbe"))\r")
    try terminal.expectPrompt()
    try terminal.send("half “typed”")
    try terminal.expect("typed”")
    try terminal.send(Keys.control("Z"))
    try terminal.expect("Stopped")
    try terminal.expect("shell$ ")
    try terminal.send("stty -a | grep -o '[-]*icanon'; echo isig=$(stty -a | grep -o '[-]*isig')\r")
    try terminal.expect("\nicanon")
    try terminal.expect("isig=isig")
    try terminal.send("fg\r")
    try terminal.expectPrompt("probe> half “typed”")
    try terminal.enter(" whole", reads: "half “typed” whole")
    try terminal.send(Keys.control("D"))
    try terminal.expect("shell$ ")
  }

  @Test func controlZWithoutAShellToReturnToLosesNothing() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("half" + Keys.control("Z"))
    try terminal.expectPrompt("probe> half")
    try terminal.enter(" whole", reads: "half whole")
  }

  @Test func anotherWindowSizeDrawsTheLineAnew() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    let text = "one two three four five six seven eight nine ten"
    try terminal.send(text)
    try terminal.expect("ten")
    terminal.resize(to: .init(columns: 20, rows: 24))
    try terminal.expect("\u{1B}[J")
    try terminal.expect("probe> one two")
    try terminal.expect("ten")
    terminal.resize(to: .init(columns: 100, rows: 24))
    try terminal.expect("probe> \(text)")
    try terminal.enter(" eleven", reads: text + " eleven")
  }

  @Test(arguments: [(0, 0), (1, 2), (2, 1), (7, 3)])
  func noWindowIsTooSmall(_ columns: Int, _ rows: Int) throws {
    let terminal = try probe(["--color"])
    try terminal.poll("editing mode") { !$0.isCooked && $0.output.contains("> ") }
    try terminal.send("some words “한국어”")
    try terminal.expect("어")
    terminal.resize(to: .init(columns: columns, rows: rows))
    try terminal.send(" more\t" + Keys.home + Keys.delete + "S" + Keys.backspace + "s")
    terminal.resize(to: .init(columns: 80, rows: 24))
    try terminal.send("\r")
    try terminal.expect("line: some words “한국어” more")
  }

  @Test(arguments: [SIGHUP, SIGTERM], ["half a line", "key\r", "ask\r", "\u{12}fin"])
  func whoeverEndsTheProgramFindsTheTerminalAsItWas(_ signal: Int32, _ keys: String) throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send(keys)
    try terminal.expect(
      ["key\r": "[y/n] ", "ask\r": "sure? ", "\u{12}fin": "not found"][keys] ?? "line")
    try terminal.poll("editing mode") { !$0.isCooked }
    terminal.kill(signal)
    #expect(try terminal.wait() == .killed(signal: signal))
    #expect(terminal.isCooked)
    let (asked, released) = ("\u{1B}[?2004h", "\u{1B}[?2004l")
    #expect(
      terminal.output.components(of: asked) == terminal.output.components(of: released),
      "pasting in brackets is off again")
  }

  @Test func aCommandThatHeedsNoInterruptEndsAtTheThird() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("deaf\r")
    try terminal.expect("working")
    try terminal.poll("the terminal's own mode") { $0.isCooked }
    for count in 1...2 {
      try terminal.send(Keys.control("C"))
      try terminal.expect("heard \(count)")
    }
    try terminal.send(Keys.control("C"))
    #expect(try terminal.wait() == .killed(signal: SIGINT))
  }

  @Test func whatIsTypedAheadBelongsToWhoComesNext() throws {
    let terminal = try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: ["-c", "\"$0\"; read -r line; echo next: $line", builtProduct("EditlineProbe")])
    try terminal.expectPrompt()
    try terminal.send("x\r" + Keys.control("D") + "for the shell")
    try terminal.expect("line: x")
    try terminal.expect("bye")
    try terminal.send("\n")
    try terminal.expect("next: for the shell")
  }

  @Test func theTerminalIsGivenBackAsItWas() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: ["-c", "cd $1; stty -a >a; \"$0\"; stty -a >b; cmp a b && echo same"]
        + [builtProduct("EditlineProbe"), folder.path])
    try terminal.expectPrompt()
    try terminal.enter("x")
    try terminal.send(Keys.control("D"))
    try terminal.expect("same")
  }

}

extension String {
  /// How many times a text stands in this one.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
