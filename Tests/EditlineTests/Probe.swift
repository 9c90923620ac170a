import Glibc
import TestSupport
import Testing

@testable import Editline

/// The probe in a terminal of its own.
func probe(
  _ arguments: [String] = [], environment: [String: String] = [:],
  size: PseudoTerminal.Size = .init(columns: 80, rows: 24)
) throws -> PseudoTerminal {
  try PseudoTerminal(
    spawning: builtProduct("EditlineProbe"), arguments: arguments, environment: environment,
    size: size)
}

extension PseudoTerminal {
  static let prompt = "probe> "

  /// Waits for the prompt, behind which every key is the editor's.
  func expectPrompt(_ prompt: String = PseudoTerminal.prompt) throws {
    try expect(prompt)
    #expect(!isCooked, "a control key would be the terminal's")
  }

  /// Types `keys` and Enter, and waits for what the probe says it read.
  func enter(_ keys: String, reads line: String? = nil) throws {
    try send(keys + "\r")
    try expect("line: \(line ?? keys)\r\n")
    try expectPrompt()
  }

  /// The screen as a person sees it now.
  func screen(columns: Int = 80, rows: Int = 24) -> TerminalScreen {
    var screen = TerminalScreen(columns: columns, rows: rows)
    screen.write(output)
    return screen
  }

  /// Waits until a row of the screen reads so.
  func expectRow(_ row: String, columns: Int = 80, rows: Int = 24) throws {
    try poll("row \(row.debugDescription)") {
      $0.screen(columns: columns, rows: rows).lines.contains(row)
    }
  }
}

extension TerminalScreen {
  /// A screen that measures as the editor does.
  init(columns: Int, rows: Int) {
    self.init(columns: columns, rows: rows) { Editline.columns(of: $0) }
  }
}

enum Keys {
  static let backspace = "\u{7F}"
  static let escape = "\u{1B}"
  static let left = "\u{1B}[D"
  static let right = "\u{1B}OC"
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let home = "\u{1B}[H"
  static let delete = "\u{1B}[3~"
  static func control(_ letter: Character) -> String {
    String(UnicodeScalar((letter.asciiValue ?? 64) & 0x1F))
  }
  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}
