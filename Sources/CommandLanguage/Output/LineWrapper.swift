/// Fills lines of a number of columns with cells, breaking at blanks and beside wide characters.
struct LineWrapper {
  /// What a line is filled with.
  struct Cell {
    /// How a cell may be parted from its neighbours.
    enum Kind {
      /// A character of a word.
      case glyph
      /// A blank, where a line may end.
      case blank
      /// A mark that belongs to what follows it.
      case opening
      /// A mark that belongs to what stands before it.
      case closing
    }

    /// What is printed, already made visible.
    var text: String
    /// What it is.
    var role: StyledText.Role
    /// How it may be parted from its neighbours.
    var kind: Kind
  }

  private let columns: Int
  /// How many blanks stand before every line but the first.
  private let indent: Int
  private var lines: [StyledText] = []
  private var line: [Cell] = []
  private var width = 0

  /// Starts with an empty line.
  init(columns: Int, indent: Int = 0) {
    self.columns = max(1, columns)
    self.indent = max(0, indent)
  }

  /// The columns that the line begun may still fill.
  private var room: Int { lines.isEmpty ? columns : max(1, columns - indent) }

  /// Adds one cell, ending the line where it no longer fits.
  mutating func add(_ cell: Cell) {
    let cellWidth = DisplayWidth.of(cell.text)
    if width + cellWidth > room && cell.kind != .blank { breakLine(before: cell) }
    let begins = line.isEmpty && !lines.isEmpty  // What the first line begins with is its indent.
    if cell.kind == .blank && (begins || width >= room) {
      if !line.isEmpty { endLine(carrying: []) }
      return
    }
    line.append(cell)
    width += cellWidth
  }

  /// The lines, the last one ended.
  mutating func finish() -> [StyledText] {
    if !line.isEmpty || lines.isEmpty { endLine(carrying: []) }
    return lines
  }

  /// Ends the line at its last place for it, or where it is full if there is none.
  private mutating func breakLine(before cell: Cell) {
    var cut = line.count
    if !mayBreak(between: line.last, and: cell) {
      var index = line.count - 1
      while index > 0, !mayBreak(between: line[index - 1], and: line[index]) { index -= 1 }
      if index > 0 { cut = index }
    }
    endLine(carrying: Array(line[cut...]))
  }

  private func mayBreak(between left: Cell?, and right: Cell) -> Bool {
    guard let left else { return false }
    if left.kind == .blank { return right.kind != .blank }
    if left.kind == .opening || right.kind == .closing || right.kind == .blank { return false }
    return DisplayWidth.of(left.text) == 2 || DisplayWidth.of(right.text) == 2
  }

  private mutating func endLine(carrying rest: [Cell]) {
    var ended = line.dropLast(rest.count)
    while ended.last?.kind == .blank { ended.removeLast() }
    var text = StyledText(lines.isEmpty ? "" : String(repeating: " ", count: indent))
    for cell in ended { text.append(cell.text, cell.role) }
    lines.append(text)
    line = rest
    width = rest.reduce(0) { $0 + DisplayWidth.of($1.text) }
  }
}
