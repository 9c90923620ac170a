/// Fills lines of a number of columns with cells, breaking at blanks and beside wide characters.
struct LineWrapper {
  /// What a line is filled with.
  struct Cell {
    /// How a cell may be parted from its neighbours.
    enum Kind {
      /// A character of a word.
      case glyph
      /// Some characters of a word, of a column and a code point each.
      case word
      /// A blank, where a line may end.
      case blank
      /// A mark that belongs to what follows it.
      case opening
      /// A mark that belongs to what stands before it.
      case closing
    }

    /// What is printed, already made visible.
    let text: String
    /// What it is.
    let role: StyledText.Role
    /// How it may be parted from its neighbours.
    let kind: Kind
    /// Where in a text it stands, where a line is to be found by that.
    var place: Int?
    /// The columns it takes.
    let width: Int

    /// Where its last code point stands.
    var lastPlace: Int? { kind == .word ? place.map { $0 + width - 1 } : place }

    /// Creates a cell and measures it.
    init(_ text: String, _ role: StyledText.Role, _ kind: Kind, place: Int? = nil) {
      self.text = text
      self.role = role
      self.kind = kind
      self.place = place
      width = DisplayWidth.of(text)
    }
  }

  private let columns: Int
  /// How many blanks stand before every line but the first.
  private let indent: Int
  private var lines: [StyledText] = []
  private var line: [Cell] = []
  private var width = 0
  /// The first place in each line that has ended; of a line without any, the one after the last
  /// place before it.
  private(set) var starts: [Int] = []
  private var lastPlace = -1

  /// Starts with an empty line.
  init(columns: Int, indent: Int = 0) {
    self.columns = max(1, columns)
    self.indent = max(0, indent)
  }

  /// The columns that the line begun may still fill.
  private var room: Int { lines.isEmpty ? columns : max(1, columns - indent) }

  /// Adds one cell, ending the line where it no longer fits.
  mutating func add(_ cell: Cell) {
    if width + cell.width > room && cell.kind != .blank { breakLine(before: cell) }
    let begins = line.isEmpty && !lines.isEmpty  // What the first line begins with is its indent.
    if cell.kind == .blank && (begins || width >= room) {
      if !line.isEmpty { endLine(carrying: []) }
      return
    }
    guard width + cell.width > room, cell.text.unicodeScalars.count > 1 else {
      line.append(cell)
      width += cell.width
      return
    }
    addInParts(cell)
  }

  /// The lines, the last one ended.
  mutating func finish() -> [StyledText] {
    if !line.isEmpty || lines.isEmpty { endLine(carrying: []) }
    return lines
  }

  /// Adds a cell that no line is wide enough for, as many of its code points in a line as fit.
  private mutating func addInParts(_ cell: Cell) {
    for (offset, scalar) in cell.text.unicodeScalars.enumerated() {
      let place = cell.place.map { cell.kind == .word ? $0 + offset : $0 }
      let part = Cell(String(scalar), cell.role, .glyph, place: place)
      if width + part.width > room, !line.isEmpty { endLine(carrying: []) }
      line.append(part)
      width += part.width
    }
  }

  /// Ends the line at its last place for it, or where it is full if there is none.
  private mutating func breakLine(before cell: Cell) {
    guard !line.isEmpty else { return }
    var cut = line.count
    if !mayBreak(between: line.last, and: cell) {
      var index = line.count - 1
      while index > 0, !mayBreak(between: line[index - 1], and: line[index]) { index -= 1 }
      if index > 0 { cut = index }
    }
    endLine(carrying: Array(line[cut...]))
    // What was carried over may leave no room either, where the next line is narrower.
    if width + cell.width > room, !line.isEmpty { endLine(carrying: []) }
  }

  private func mayBreak(between left: Cell?, and right: Cell) -> Bool {
    guard let left else { return false }
    if left.kind == .blank { return right.kind != .blank }
    if left.kind == .opening || right.kind == .closing || right.kind == .blank { return false }
    guard left.isWide || right.isWide else { return false }
    return !left.opensWhatFollows && !right.closesWhatPrecedes
  }

  private mutating func endLine(carrying rest: [Cell]) {
    var ended = line.dropLast(rest.count)
    while ended.last?.kind == .blank { ended.removeLast() }
    var text = StyledText(lines.isEmpty ? "" : String(repeating: " ", count: indent))
    for cell in ended { text.append(cell.text, cell.role) }
    starts.append(ended.lazy.compactMap(\.place).first ?? lastPlace + 1)
    lastPlace = ended.lazy.reversed().compactMap(\.lastPlace).first ?? lastPlace
    lines.append(text)
    line = rest
    width = rest.reduce(0) { $0 + $1.width }
  }
}

extension LineWrapper.Cell {
  /// Whether it is a character beside which a line may end.
  fileprivate var isWide: Bool { kind == .glyph && width == 2 }

  /// Whether it is an opening mark, which no line ends in.
  fileprivate var opensWhatFollows: Bool {
    switch text.unicodeScalars.last?.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }

  /// Whether it is a mark that no line begins with.
  fileprivate var closesWhatPrecedes: Bool {
    switch text.unicodeScalars.first?.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .otherPunctuation: true
    default: false
    }
  }
}
