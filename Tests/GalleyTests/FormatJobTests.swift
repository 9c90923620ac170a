import Foundation
import TestSupport
import Testing

/// `galley format`, as a person runs it.
@Suite struct FormatJobTests {
  private let desk: Desk
  private let messy = "T2\tTopic +0 4\tPier\r\n\nT9 broken\nT1\tTopic 0 0\t"

  init() throws {
    desk = try Desk(MarkedText("Pier to close\n"))
    try desk.folder.write(messy, to: "pier.ann")
  }

  private func format(_ arguments: String...) throws -> ProcessRun {
    try desk.run(["format"] + arguments, on: nil)
  }

  @Test func whatWouldChangeIsNamedAndNothingWritten() throws {
    let line = "pier.ann: would be formatted, but for 1 line that cannot be used\n"
    #expect(try format("--check", "pier.ann") == ProcessRun(status: 1, output: line, errors: ""))
    #expect(try format("--dry-run", ".") == ProcessRun(status: 0, output: line, errors: ""))
    #expect(desk.folder.text("pier.ann") == messy)
  }

  @Test func aFileIsFormattedOnce() throws {
    #expect(
      try format("pier.txt")
        == ProcessRun(
          status: 0, output: "pier.ann: formatted, but for 1 line that cannot be used\n", errors: ""
        ))
    #expect(desk.folder.text("pier.ann") == "T2\tTopic 0 4\tPier\nT9 broken\nT1\tTopic 0 0\t\n")
    #expect(try format("--check", ".") == ProcessRun(status: 0, output: "", errors: ""))
  }

  /// What a file is called, and what stands in it, steers no terminal; a file that is reached by two paths is
  /// rewritten once.
  @Test func namesAndPathsAreShownAsTheyAre() throws {
    let folder = "e\u{1B}[31m\nf"
    try desk.folder.write("Pier to close\n", to: folder + "/pier.txt")
    try desk.folder.write(
      "T2\tTopic\u{1B}[2J 0 4\tPier\r\nA1\tx\u{1B}[2J T2\r\n", to: folder + "/pier.ann")
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path + "/link", withDestinationPath: folder)
    let formatted = try format(folder, "link")
    #expect(
      formatted
        == ProcessRun(
          status: 0, output: "e\\u{1B}[31m\\nf/pier.ann: formatted\n", errors: ""))
    let removed = try desk.run(["schema", "remove", "Topic\u{1B}[2J", folder, "link"], on: nil)
    #expect(removed.status == 0 && !removed.output.contains("\u{1B}"), "\(removed)")
    #expect(removed.output.contains("1 line with 1 x\\u{1B}[2J on it in 1 file"), "\(removed)")
    let named = try desk.run(["validate", "pier.ann", "."], on: nil)
    #expect(!named.errors.contains("no-standoff-file"), "\(named)")
  }

  /// Named together with `--text`, an article stands for its standoff files all the same.
  @Test func anArticleIsNeverFormatted() throws {
    let text = "Pier to close\r\n\r\nIn May.\r\n"
    for name in ["pier.txt", "pier.md"] { try desk.folder.write(text, to: name) }
    #expect(try format("pier.txt", "--text", "pier.txt").status == 0)
    #expect(desk.folder.text("pier.ann") == "T2\tTopic 0 4\tPier\nT9 broken\nT1\tTopic 0 0\t\n")
    let run = try desk.run(["validate", "--fix", "./pier.md", "--text", "pier.md"], on: nil)
    #expect(run.status == 2 && run.output.contains("[not-an-article]"))
    for name in ["pier.txt", "pier.md"] { #expect(desk.folder.text(name) == text) }
  }

  @Test func aFileThatIsOpenIsLeftAlone() throws {
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    let run = try format("pier.ann")
    #expect(run.status == 2 && run.errors.contains("[locked]"))
    #expect(desk.folder.text("pier.ann") == messy)
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
    #expect(try format("pier.ann").status == 0)
  }

  @Test func whatIsMissingIsSaid() throws {
    let run = try format("gone.ann", "pier.ann")
    #expect(run.status == 2 && run.errors.contains("[no-such-file]"))
    #expect(run.output.hasPrefix("pier.ann: formatted"))
  }
}
