import Foundation
import Glibc
import TestSupport
import Testing

@testable import CommandLanguage

/// The stories of an editor at a terminal, with the screens they leave behind, at 80 columns and at 40.
///
/// The screens are in `Tests/Screens`; with `GALLEY_REWRITE` set, as `.ci/reference` does, what is
/// shown now is written there. Read the difference before it is kept.
@Suite struct StoryTests {
  /// A terminal, and the screens it shares with others: colour and the locale change no letter.
  struct Terminal: Sendable, CustomTestStringConvertible {
    var columns: Int
    var environment: [String: String]
    var screens: String

    var testDescription: String { "\(columns) columns, \(environment)" }
  }

  static let terminals = [80, 40].flatMap { columns in
    [
      Terminal(columns: columns, environment: ["NO_COLOR": "1"], screens: "\(columns)"),
      Terminal(columns: columns, environment: ["NO_COLOR": ""], screens: "\(columns)"),
      Terminal(columns: columns, environment: ["LANG": "C", "LC_ALL": "C"], screens: "\(columns)"),
      Terminal(columns: columns, environment: ["TERM": "dumb"], screens: "\(columns)-dumb"),
    ]
  }

  /// Who speaks, what is claimed; the file stands beside the article, whose bytes are untouched.
  @Test(arguments: terminals) func theFirstFiveMinutes(_ terminal: Terminal) throws {
    let story = try Story(terminal)
    try story.begin()
    try story.enter("speaker \"Ida Moss\"")
    try story.enter("claim \"The last boat\" .. \"by spring\" by=s1")
    try story.enter("show 3")
    try story.leave()
    #expect(story.folder.text("ferry.ann")?.split(separator: "\n").count == 3)
    #expect(story.folder.text("ferry.txt") == (try Repository.text("Annotations/ferry/ferry.txt")))
    try story.check("first-five-minutes")
  }

  /// Every occurrence, of which some are taken; one step back, on the next day too.
  @Test(arguments: terminals) func everyOccurrence(_ terminal: Terminal) throws {
    let story = try Story(terminal)
    try story.begin()
    try story.enter("speaker \"Ida Moss\"")
    try story.enter("speaker \"Moss\"[all] ref=local:moss", until: "as 1-4,6] ")
    try story.enter("2-3")
    try story.enter("undo")
    try story.enter("redo")
    try story.leave()
    try story.begin()
    try story.enter("undo")
    try story.enter("list")
    try story.leave()
    try story.check("every-occurrence")
  }

  /// A shell that is killed amid many tags; a second one that is refused.
  @Test(arguments: terminals) func aCrash(_ terminal: Terminal) throws {
    let story = try Story(terminal)
    try story.begin()
    for line in ["speaker \"Ida Moss\"", "claim 3.2 by=s1", "topic \"night ferry\""] {
      try story.enter(line)
    }
    try story.kill(typing: "claim 4")
    try story.begin()
    try story.enter("list")
    try story.refuseAnother()
    try story.leave()
    try story.check("crash")
  }

  /// The article that the first release was made for, where it lies beside the checkout.
  @Test(.enabled(if: SeedArticle.text != nil), arguments: [80, 40])
  func theRealArticle(_ columns: Int) throws {
    let desk = try Desk()
    try desk.folder.write(try #require(SeedArticle.text), to: "envoy.txt")
    let shell = try Screened(
      desk, environment: ["PAGER": "cat"], size: .init(columns: columns, rows: 60), on: "envoy.txt")
    try shell.enter("speaker \"Xing Haiming\"")
    try shell.enter("claim \"There is no problem\" .. \"target China\" by=s1 stance=favor")
    try shell.expectRow { $0.hasPrefix("s1  speaker  5.1  “Xing Haiming”") }
    try shell.expectRow { $0.hasPrefix("c1  claim  6.1  “There is no problem") }
    try shell.enter("speaker \"Xing\"[all] ref=local:xing\r1-2")
    try shell.enter("undo; redo; undo")
    try shell.enter("show 5-6")
    try shell.type("q\r")
    #expect(try shell.terminal.wait() == .exited(0))
    let file = desk.folder.text("envoy.ann") ?? ""
    #expect(file.contains("\tSpeaker 755 767\tXing Haiming\n") && !file.contains("local:xing"))
    #expect(shell.rows.allSatisfy { DisplayWidth.of($0) <= columns })
  }
}

/// One story as it is typed, and what its terminal shows.
private final class Story {
  let folder: WorkingFolder
  private let terminal: StoryTests.Terminal
  private var shell: PseudoTerminal?
  private var shown: [String] = []

  private static let rewrites = ProcessInfo.processInfo.environment["GALLEY_REWRITE"] != nil

  init(_ terminal: StoryTests.Terminal) throws {
    self.terminal = terminal
    folder = try WorkingFolder()
    try folder.copy("Annotations/ferry/ferry.txt")
    // What the margin tells depends on how fast the keys come.
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "home/.config/galley"), withIntermediateDirectories: true)
    try folder.write("option aim off\n", to: "home/.config/galley/rc")
  }

  private var isEdited: Bool { terminal.environment["TERM"] != "dumb" }

  private func started() throws -> PseudoTerminal {
    try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: ["-c", "cd '\(folder.path)' && exec '\(builtProduct("galley"))' ferry.txt"],
      environment: [
        "TERM": "xterm-256color", "HOME": folder.path + "/home", "PAGER": "cat",
        "SWIFT_BACKTRACE": "enable=no",
      ].merging(terminal.environment) { $1 },
      size: .init(columns: terminal.columns, rows: 60))
  }

  /// Starts the shell.
  func begin() throws {
    shell = try started()
    shown.append("$ galley ferry.txt")
    try expectPrompt()
  }

  private func expectPrompt() throws {
    try shell?.expect(isEdited ? "\u{1B}[?2004h" : "ferry> ")
  }

  /// Types a line and waits for what comes then.
  func enter(_ line: String, until end: String? = nil) throws {
    try shell?.send(line + "\r")
    if isEdited { try shell?.expect("\u{1B}[?2004l") } else { try shell?.expect("\r\n") }
    guard let end, !isEdited else { return try expectPrompt() }
    try shell?.expect(end)
  }

  /// Leaves the shell, and keeps what it showed.
  func leave() throws {
    try shell?.send("quit\r")
    #expect(try shell?.wait() == .exited(0))
    keep()
  }

  /// Kills the shell in the middle of a line.
  func kill(typing keys: String) throws {
    try shell?.send(keys)
    try shell?.poll("the keys") { screen(of: $0).contains { $0.hasPrefix("ferry> " + keys) } }
    shell?.kill(SIGKILL)
    try shell?.wait()
    keep()
    shown.append("(killed)")
  }

  /// Starts another shell, which is refused.
  func refuseAnother() throws {
    guard let shell else { return }
    let other = try started()
    #expect(try other.wait() == .exited(2))
    shown.append("$ galley ferry.txt   (from another terminal)")
    // Where the lines wrap depends on how many digits the number has.
    let words = screen(of: other).joined(separator: " ").split(separator: " ")
    let line = words.joined(separator: " ")
    shown.append(line.replacing("\(shell.processID)", with: "PID"))
  }

  private func keep() {
    guard let shell else { return }
    shown += screen(of: shell)
  }

  private func screen(of shell: PseudoTerminal) -> [String] { screen(showing: shell.output) }

  private func screen(showing output: String) -> [String] {
    var screen = TerminalScreen(columns: terminal.columns, rows: 300) {
      DisplayWidth.columns(of: Character($0))
    }
    screen.write(output)
    let rows = screen.lines
    return Array(rows[..<((rows.lastIndex { !$0.isEmpty } ?? -1) + 1)])
  }

  /// Compares what was shown with the file of this name.
  func check(_ name: String) throws {
    let path = "Tests/Screens/\(name)-\(terminal.screens).txt"
    let text = shown.joined(separator: "\n") + "\n"
    if Self.rewrites {
      // One of the terminals that share a screen writes it.
      guard terminal.environment["NO_COLOR"] == "1" || !isEdited else { return }
      try Data(text.utf8).write(to: Repository.root.appending(path: path))
    }
    let wanted = try Repository.text(path)
    let isSame = text.utf8.elementsEqual(wanted.utf8)
    #expect(isSame, "\(path) shows\n\(wanted)\nand the terminal\n\(text)")
  }
}
