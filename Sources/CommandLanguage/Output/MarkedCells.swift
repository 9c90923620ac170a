import Standoff

/// A paragraph as the cells that a line of text is filled with: its characters, and the brackets of
/// the spans between them.
///
/// The place of a cell is its code point in the article.
///
/// A bare `]` closes the bracket that was opened just before it; wherever another bracket stands
/// between, the words have brackets of their own, or the span goes on, the end is named: `c1]`.
struct MarkedCells {
  /// The cells in order.
  private(set) var cells: [LineWrapper.Cell] = []

  private let paragraph: ArticlePage.Paragraph
  private let context: StyledText.Role
  /// The marks that are open, by their places in the paragraph's list.
  private var open: [Int] = []
  /// The mark whose opening bracket is the last bracket so far, as long as an end needs no name.
  private var justOpened: Int?

  /// Makes the cells of `paragraph`.
  ///
  /// - Parameter context: what words are that no span holds.
  init(_ paragraph: ArticlePage.Paragraph, context: StyledText.Role = .plain) {
    self.paragraph = paragraph
    self.context = context
    let range = paragraph.range
    let marks = paragraph.marks
    let opening = marks.indices.sorted {
      marks[$0].range == marks[$1].range ? $0 < $1 : marks[$0].range < marks[$1].range
    }
    var next = opening[...]
    var sentences = paragraph.sentences[...]
    let places = Set(
      marks.flatMap { [$0.range.lower, $0.range.upper] } + sentences.map(\.start) + [range.upper])
    var place = range.lower
    for stop in places.sorted() where range.lower <= stop && stop <= range.upper {
      add(wordsFrom: place, to: stop)
      place = stop
      close(at: place)
      while let sentence = sentences.first, sentence.start <= place {
        sentences.removeFirst()
        cells.append(.init(Self.superscript(sentence.number), .faint, .opening))
      }
      while let mark = next.first, marks[mark].range.lower <= place {
        next.removeFirst()
        open(mark)
        if marks[mark].range.isEmpty { close(at: place) }
      }
    }
  }

  // MARK: Words

  private mutating func add(wordsFrom start: ScalarOffset, to end: ScalarOffset) {
    guard start < end else { return }
    let first = paragraph.range.lower.value
    let words = paragraph.scalars[(start.value - first)..<(end.value - first)]
    if words.contains(where: { $0 == "[" || $0 == "]" }) { justOpened = nil }
    let role = open.last.map { StyledText.Role.span(paragraph.marks[$0].label) } ?? context
    cells.append(words: words, role, place: start.value)
  }

  // MARK: Brackets

  private mutating func open(_ index: Int) {
    let mark = paragraph.marks[index]
    open.append(index)
    justOpened = index
    cells.append(
      .init(
        "[" + mark.before.sign + mark.handle.visible + " ", .label(mark.label), .opening,
        place: mark.range.lower.value))
  }

  /// Closes the spans that end at `place`, those opened last first.
  private mutating func close(at place: ScalarOffset) {
    while let position = open.lastIndex(where: { paragraph.marks[$0].range.upper <= place }) {
      let index = open.remove(at: position)
      let mark = paragraph.marks[index]
      let isPlain = justOpened == index && mark.after != .stretch
      let name = isPlain ? "" : " " + mark.handle.visible
      justOpened = nil
      cells.append(.init(name + mark.after.sign + "]", .label(mark.label), .closing))
    }
  }

  /// A number in raised digits.
  private static func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}

extension ArticlePage.Mark.Link {
  /// How a bracket shows it.
  fileprivate var sign: String {
    switch self {
    case .none: ""
    case .piece: "+"
    case .stretch: "…"
    }
  }
}
