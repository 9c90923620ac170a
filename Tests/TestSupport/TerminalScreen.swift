/// What a terminal shows of the bytes it was sent, as far as libedit and we use its commands.
public struct TerminalScreen {
  private let columns: Int
  private let rows: Int
  private let width: (Unicode.Scalar) -> Int
  /// One string a cell; empty for the second half of a wide character.
  private var cells: [[String]]
  /// Where the cursor stands, from 0.
  public private(set) var row = 0
  /// Where the cursor stands in its row, from 0.
  public private(set) var column = 0
  /// The last column was written; the next character goes to the next row.
  private var wraps = false

  /// An empty screen; `width` says how many columns a scalar takes.
  public init(columns: Int, rows: Int, width: @escaping (Unicode.Scalar) -> Int) {
    self.columns = columns
    self.rows = rows
    self.width = width
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without blanks at their ends.
  public var lines: [String] {
    cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// Shows what is sent.
  public mutating func write(_ text: String) {
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\r": (column, wraps) = (0, false)
      case "\n": lineFeed()
      case "\u{8}": (column, wraps) = (max(0, column - 1), false)
      case "\t": (column, wraps) = (min(columns - 1, (column / 8 + 1) * 8), false)
      case "\u{7}": break
      case "\u{1B}": command(&scalars)
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = width(scalar)
    guard width > 0 else {
      let place = wraps ? column : max(0, column - 1)
      cells[row][place].unicodeScalars.append(scalar)
      return
    }
    if wraps || column + width > columns {
      column = 0
      lineFeed()
    }
    cells[row][column] = String(scalar)
    if width == 2 { cells[row][column + 1] = "" }
    column += width
    wraps = column >= columns
    if wraps { column = columns - 1 }
  }

  private mutating func lineFeed() {
    wraps = false
    guard row == rows - 1 else {
      row += 1
      return
    }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  private mutating func command(_ scalars: inout String.UnicodeScalarView.Iterator) {
    guard scalars.next() == "[" else { return }
    var parameters = ""
    while let scalar = scalars.next() {
      guard (0x40...0x7E).contains(scalar.value) else {
        parameters.unicodeScalars.append(scalar)
        continue
      }
      let count = Int(parameters) ?? 0
      perform(scalar, count: count)
      return
    }
  }

  private mutating func perform(_ command: Unicode.Scalar, count: Int) {
    wraps = false
    let once = max(1, count)
    switch command {
    case "A": row = max(0, row - once)
    case "B": row = min(rows - 1, row + once)
    case "C": column = min(columns - 1, column + once)
    case "D": column = max(0, column - once)
    case "G": column = min(columns - 1, once - 1)
    case "H": (row, column) = (0, 0)
    case "K": clear(row, from: column)
    case "J":
      clear(row, from: count == 2 ? 0 : column)
      for other in (count == 2 ? 0 : row + 1)..<max(rows, row + 1) { clear(other, from: 0) }
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + once))
      cells[row] += Array(repeating: " ", count: columns - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: once), at: column)
      cells[row].removeLast(cells[row].count - columns)
    default: break  // looks and modes
    }
  }

  private mutating func clear(_ row: Int, from column: Int) {
    for place in column..<columns { cells[row][place] = " " }
  }
}
