import Foundation
import Glibc
import TestSupport
import Testing

/// Long work at the prompt: what shows of it, and what stops it.
@Suite struct LongWorkTests {
  /// An expression may take as many steps as the article is long, and on this it takes all of them.
  private static let article = MarkedText(
    "Pier\n\nThe case of [ida|Ida Moss].\n"
      + String(repeating: "\n" + String(repeating: "a", count: 4000) + "\n", count: 1250))
  private static let runaway = "find /a*a*a*a*[0-9]/"

  private func shell(_ environment: [String: String] = [:]) throws -> Screened {
    let shell = try Screened(Desk(Self.article), environment: environment)
    try shell.enter("option aim off")
    return shell
  }

  @Test func itShowsAfterAWhileAndControlCStopsIt() throws {
    let shell = try shell()
    try shell.enter("speaker \"Ida Moss\"")
    try shell.type(Self.runaway + "; topic 1\r")
    try shell.expectRow { $0 == "searching …  (Ctrl-C stops it)" }
    try shell.type("\u{3}")
    try shell.expectRow { $0.hasSuffix("[interrupted]") }
    try shell.expectPrompt()
    #expect(!shell.rows.contains { $0.contains("stops it") }, "it is taken away again")
    #expect(!shell.rows.contains { $0.contains("t1") }, "what was typed behind it is not done")
    try shell.enter("claim \"The case\" by=s1")
    try shell.expectRow { $0.hasPrefix("c1  claim  2.1  “The case”  by s1") }
    try shell.type("q\r")
    #expect(try shell.terminal.wait() == .exited(0))
    #expect(try shell.desk.run(commands: ["assert count = 2"]).status == 0)
  }

  @Test func theTimeThatAnAnswerTakesIsNotTheWorks() throws {
    let shell = try Screened(Desk())
    try shell.type("topic \"the\"[all]\r")
    try shell.expectRow { $0.hasPrefix("mark ") }
    usleep(700_000)  // Longer than work goes on before it shows.
    try shell.type("y\r")
    try shell.expectRow { $0.hasPrefix("t2  topic") }
    try shell.expectPrompt()
    #expect(!shell.terminal.output.contains("stops it"))
  }

  @Test func aTerminalThatOnlyPrintsIsSparedIt() throws {
    let desk = try Desk(Self.article)
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    try shell.send(Self.runaway + "\r")
    try shell.poll("a search on a thread of its own") { shell in
      let threads = try? FileManager.default.contentsOfDirectory(
        atPath: "/proc/\(shell.processID)/task")
      return threads?.count ?? 0 > 1
    }
    try shell.send("\u{3}")
    try shell.expect("[interrupted]")
    try shell.command("speaker \"Ida Moss\"")
    #expect(!shell.output.contains("searching …"))
  }

  /// Thousands of lines, which nobody has to see to their end.
  private func long(_ pager: String) throws -> Screened {
    let words = MarkedText(String(repeating: "The case of [ida|Ida Moss].\n\n", count: 20_000))
    return try Screened(Desk(words), environment: ["PAGER": pager])
  }

  @Test func aPagerThatIsLeftEndsWhatItShows() throws {
    let shell = try long("head -n 3")
    try shell.type("show\r")
    try shell.expectRow { $0.hasPrefix("    2  ") }
    try shell.expectPrompt()
    #expect(!shell.terminal.output.contains("20000  "))
  }

  @Test func controlCStopsWhatIsPrinted() throws {
    let shell = try long("")
    try shell.enter("option pager off")
    try shell.type("show\r")
    try shell.terminal.expect("\r\n   60  The case")
    try shell.type("\u{3}")
    try shell.expectPrompt()
    #expect(!shell.terminal.output.contains("20000  "))
  }

  @Test(arguments: [SIGTERM, SIGKILL]) func whoEndsItLosesNothing(_ signal: Int32) throws {
    let shell = try shell()
    try shell.enter("speaker \"Ida Moss\"")
    try shell.type(Self.runaway + "\r")
    try shell.expectRow { $0.hasPrefix("searching …") }
    shell.terminal.kill(signal)
    #expect(try shell.terminal.wait() == .killed(signal: signal))
    #expect(shell.terminal.isCooked)
    #expect(try shell.desk.run(commands: ["assert count = 1"]).status == 0)
  }

  /// A shell says 130 of a program that Ctrl-C has ended.
  @Test func aScriptThatIsInterruptedSays130() throws {
    let desk = try Desk(Self.article)
    let script = try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: [
        "-c",
        "cd '\(desk.folder.path)'; trap : INT; '\(builtProduct("galley"))' pier.txt "
          + "-c 'speaker \"Ida Moss\"' -c 'echo begun' -c '\(Self.runaway)'; echo status $?",
      ], environment: ["SWIFT_BACKTRACE": "enable=no"])
    try script.expect("begun")
    try script.send("\u{3}")
    try script.expect("status 130")
    #expect(desk.folder.text("pier.ann") == nil)
    #expect(!script.output.contains("searching …"))
  }
}
