import Glibc
import TestSupport

@testable import CommandLanguage

/// A shell at its prompt on a terminal that can edit, and what its screen shows.
final class Screened {
  /// The terminal.
  let terminal: PseudoTerminal
  /// The folder and the article.
  let desk: Desk
  private let size: PseudoTerminal.Size

  /// Starts a shell and waits for its prompt.
  init(
    _ desk: Desk, _ arguments: [String] = [], environment: [String: String] = [:],
    size: PseudoTerminal.Size = .init(columns: 80, rows: 24), on article: String = "pier.txt"
  ) throws {
    self.desk = desk
    self.size = size
    terminal = try desk.prompt(
      arguments,
      environment: ["TERM": "xterm-256color", "NO_COLOR": "1"].merging(environment) { $1 },
      size: size, on: article)
    try expectPrompt()
  }

  /// The rows of the screen.
  var rows: [String] {
    var screen = TerminalScreen(columns: size.columns, rows: size.rows) {
      DisplayWidth.columns(of: Character($0))
    }
    screen.write(terminal.output)
    return screen.lines
  }

  /// Waits until a line can be edited.
  func expectPrompt() throws { try terminal.expect("\u{1B}[?2004h") }

  /// Types keys.
  func type(_ keys: String) throws { try terminal.send(keys) }

  /// Types a line, and waits for the next prompt.
  func enter(_ line: String) throws {
    try terminal.send(line + "\r")
    try expectPrompt()
  }

  /// Waits until a row of the screen is as it should be.
  func expectRow(_ isRight: (String) -> Bool) throws {
    do {
      try terminal.poll("a row") { _ in rows.contains(where: isRight) }
    } catch {
      throw ScreenMismatch(rows: rows)
    }
  }

  /// Waits until the last row that is not empty reads so.
  func expectLastRow(_ row: String) throws {
    do {
      try terminal.poll("the row \(row)") { _ in rows.last { !$0.isEmpty } == row }
    } catch {
      throw ScreenMismatch(rows: rows)
    }
  }
}

/// What the screen shows instead.
struct ScreenMismatch: Error, CustomStringConvertible {
  var rows: [String]

  var description: String { "the screen shows\n" + rows.joined(separator: "\n") }
}
