import Glibc
import TestSupport
import Testing

@testable import Editline

/// That we know where libedit put the line, whatever was typed and wherever the cursor stands.
@Suite struct RedrawingTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func aLineDrawnAnewLeavesNothingOfTheOldOne(_ number: UInt64) throws {
    var seed = Seed(number)
    let pieces = ["a", "b ", "한", "漢字", "é", "“", "word "]
    let text = (0..<Int.random(in: 0...50, using: &seed)).map { _ in
      pieces.randomElement(using: &seed) ?? ""
    }.joined()
    let columns = Int.random(in: 9...33, using: &seed)
    let size = PseudoTerminal.Size(columns: columns, rows: 30)
    let terminal = try probe(size: size)
    try terminal.expectPrompt()

    var expected = TerminalScreen(columns: columns, rows: 30)
    expected.write("probe> " + text)
    let steps = Int.random(in: 0...text.count, using: &seed)
    try terminal.send(text + String(repeating: Keys.left, count: steps))
    let layout = ScreenLayout(
      prompt: "probe> ", line: Array(text.unicodeScalars),
      cursor: text.unicodeScalars.count - steps, columns: columns)
    // The screen looks right before the last key has been read.
    try terminal.poll("the line, seed \(number)") {
      let screen = $0.screen(columns: columns, rows: 30)
      return screen.lines == expected.lines
        && (screen.row, screen.column) == (layout.cursorRow, layout.cursorColumn)
    }
    let before = terminal.bytes.count
    terminal.kill(SIGWINCH)
    try terminal.poll("the line drawn anew, seed \(number)") {
      $0.bytes.count > before && $0.screen(columns: columns, rows: 30).lines == expected.lines
    }
    try terminal.send("\r")
    try terminal.expect("line: \(text)\r\n")
  }
}
