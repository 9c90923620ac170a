/// Where libedit puts a prompt and a line on a window of some width.
///
/// libedit does not tell on which row the cursor stands, and redraws only what it believes to have
/// changed. Whoever prints below a line, above it, or after the window changed has to know. The
/// rules are those of libedit's `refresh.c`: each scalar by itself, a wide one that does not fit
/// goes to the next row, and a full row ends at once.
struct ScreenLayout: Equatable {
  /// The cursor's row, from the prompt's, and column.
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  /// The end of the line.
  private(set) var lastRow = 0
  private(set) var lastColumn = 0

  init(prompt: String, line: [Unicode.Scalar], cursor: Int, columns width: Int) {
    var pen = Pen(width: max(1, width))
    for scalar in prompt.unicodeScalars { pen.put(scalar) }
    for (index, scalar) in line.enumerated() {
      if index == cursor { (cursorRow, cursorColumn) = pen.place(before: scalar) }
      pen.put(scalar)
    }
    (lastRow, lastColumn) = (pen.row, pen.column)
    if cursor >= line.count { (cursorRow, cursorColumn) = (pen.row, pen.column) }
  }

  /// The escape sequence that goes from the cursor to the prompt's start and clears from there.
  var clearing: String { "\r" + (cursorRow > 0 ? "\u{1B}[\(cursorRow)A" : "") + "\u{1B}[J" }

  /// The escape sequence that goes from the cursor to the line's end.
  var toEnd: String {
    let down = lastRow - cursorRow
    return (down > 0 ? "\u{1B}[\(down)B" : "") + "\r"
      + (lastColumn > 0 ? "\u{1B}[\(lastColumn)C" : "")
  }
}

private struct Pen {
  let width: Int
  var row = 0
  var column = 0

  mutating func put(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A: (row, column) = (row + 1, 0)
    case 0x09: repeat { advance(1) } while column % 8 != 0
    case 0..<0x20, 0x7F: repeatedly(2)  // ^X
    case 0x80..<0xA0: repeatedly(7)  // \U+0080
    default: advance(columns(of: scalar))
    }
  }

  /// Where the cursor stands on a scalar: a wide one that does not fit has it on the next row.
  func place(before scalar: Unicode.Scalar) -> (row: Int, column: Int) {
    let width = columns(of: scalar)
    return width > 1 && column + width > self.width ? (row + 1, 0) : (row, column)
  }

  private mutating func repeatedly(_ count: Int) {
    for _ in 0..<count { advance(1) }
  }

  private mutating func advance(_ columns: Int) {
    if column + columns > width { (row, column) = (row + 1, 0) }
    column += columns
    if column >= width { (row, column) = (row + 1, 0) }
  }
}
