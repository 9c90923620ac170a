import Glibc
import TestSupport
import Testing

/// `galley show`, and with `--follow` a second window on what a shell does.
@Suite struct FollowTests {
  private static let begun = "\u{1B}[?1049h"
  private static let restored = "\u{1B}[?1049l"

  private func follower(
    _ desk: Desk, _ arguments: [String] = [], terminal: String = "xterm-256color",
    size: PseudoTerminal.Size = .init(columns: 80, rows: 24)
  ) throws -> PseudoTerminal {
    try desk.prompt(
      ["pier.txt", "--follow"] + arguments, environment: ["TERM": terminal, "NO_COLOR": "1"],
      size: size, on: "show")
  }

  @Test func showsEachActWithTheShellsHandles() throws {
    let desk = try Desk()
    let window = try follower(desk)
    try window.expect("pier.ann  0 annotations")
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    try shell.command("speaker \"Tom Reyes\"")
    try window.expect("[s1 Tom Reyes]")
    // Before the other in the text, and after it in the order of making.
    try shell.command("speaker \"Ida Moss\"")
    try window.expect("[s2 Ida Moss]")
    try shell.command("claim 3 by=s2")
    try window.expect("by s2")
    try shell.command("undo 2")
    let undone = try window.expect("pier.ann  1 annotation")
    #expect(!undone.contains("[s2") && undone.contains("[s1 Tom Reyes]"))
    window.kill(SIGINT)
    #expect(try window.wait() == .killed(signal: SIGINT))
    #expect(window.output.contains(Self.begun) && window.output.contains(Self.restored))
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
  }

  /// One that begins later numbers as the shell does that is at work already.
  @Test func joinsAShellAtWork() throws {
    let desk = try Desk()
    _ = try desk.run(commands: ["speaker \"Moss\" in 3", "topic \"pier\" in 2"])
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    try shell.command("speaker \"Tom Reyes\"")
    try shell.command("speaker \"Ida Moss\"")
    try shell.command("untag s2")
    let window = try follower(desk)
    try window.expect("[s3 Ida")
    try shell.command("save")
    try shell.command("undo")
    try window.expect("[s2 Tom Reyes]")
    shell.kill(SIGKILL)
    _ = try shell.wait()
    // The next shell gives handles in the order of the text, and so does the window.
    let next = try desk.prompt()
    try next.expect("pier> ")
    try window.expect("[s1 Ida")
    try next.command("topic \"night ferry\"")
    let last = try window.expect("[t2 night ferry]")
    #expect(last.contains("[s3 Tom Reyes]"))
    // Another program writes the file.
    try next.send("quit\r")
    #expect(try next.wait() == .exited(0))
    try desk.folder.write("T1\tSpeaker 1 5\tPier\n", to: "pier.ann")
    try window.expect("[s1 Pier]")
    try window.send("q")
    #expect(try window.wait() == .exited(0))
  }

  @Test func fitsTheWindowAndGoesToTheAct() throws {
    let paragraphs = (1...200).map { "Paragraph number \($0) of a long article has a word or two." }
    let desk = try Desk(MarkedText(paragraphs.joined(separator: "\n\n") + "\n"))
    let window = try follower(desk, size: .init(columns: 60, rows: 10))
    try window.expect("pier.ann  0 annotations")
    #expect(!window.output.contains("number 9 "))
    _ = try desk.run(commands: ["topic \"number 150\""])
    let frame = try window.expect("pier.ann  1 annotation")
    #expect(frame.contains("[t1 number 150]") && !frame.contains("number 9 "))
    // What was made in the same breath is in view as well.
    _ = try desk.run(commands: ["claim 102 by=speaker:\"number 100\""])
    let both = try window.expect("pier.ann  3 annotations")
    #expect(both.contains("[s1 number 100]") && both.contains("[c1 Paragraph number 102"))
    window.resize(to: .init(columns: 30, rows: 8))
    let narrow = try window.expect("\u{1B}[8;1H")
    for line in narrow.split(separator: "\r\n") { #expect(line.unicodeScalars.count <= 40) }
    try window.send("q")
    #expect(try window.wait() == .exited(0))
  }

  @Test func printsWhereNothingCanBeDrawn() throws {
    let desk = try Desk()
    let window = try follower(desk, terminal: "dumb")
    try window.expect("pier.ann  0 annotations")
    _ = try desk.run(commands: ["speaker \"Ida Moss\""])
    try window.expect("[s1 Ida Moss]")
    window.kill(SIGTERM)
    #expect(try window.wait() == .killed(signal: SIGTERM))
    #expect(!window.output.contains("\u{1B}"))
  }

  @Test func printsOnceWithoutFollowing() throws {
    let desk = try Desk()
    _ = try desk.run(commands: ["speaker \"Ida Moss\" as ida", "claim 3 by=ida"])
    let shown = try desk.run(["pier.txt"], on: "show")
    let command = try desk.run(commands: ["show"])
    #expect(shown.status == 0)
    #expect(shown.output == command.output && shown.output.contains("by s1"))
    let missing = try desk.run(["missing.txt", "--follow"], on: "show")
    #expect(missing.status == 2 && missing.errors.contains("missing.txt"))
  }
}
