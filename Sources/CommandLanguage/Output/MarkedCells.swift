import Standoff

/// A paragraph as the cells that a line of text is filled with: its characters, and the brackets of
/// the spans between them.
struct MarkedCells {
  /// The cells in order.
  private(set) var cells: [LineWrapper.Cell] = []

  private typealias Mark = ArticlePage.Mark

  /// Makes the cells of `paragraph`.
  init(_ paragraph: ArticlePage.Paragraph) {
    let opening = paragraph.marks.sorted { $0.range < $1.range }
    var next = 0
    var open: [Mark] = []
    var sentences = paragraph.sentences[...]
    var cluster = String.UnicodeScalarView()
    var clusterWidthKnown = ""

    func role(_ open: [Mark]) -> StyledText.Role {
      open.last.map { .span($0.label) } ?? .plain
    }

    /// Puts the characters gathered so far into cells, a grapheme cluster each.
    func flush(_ cells: inout [LineWrapper.Cell], _ open: [Mark]) {
      clusterWidthKnown = String(cluster)
      cluster = .init()
      for character in clusterWidthKnown {
        let isBlank = character.isWhitespace
        cells.append(
          .init(
            text: isBlank ? " " : String(character).visible, role: role(open),
            kind: isBlank ? .blank : .glyph))
      }
    }

    for (index, scalar) in paragraph.scalars.enumerated() {
      let place = ScalarOffset(paragraph.range.lower.value + index)
      if open.contains(where: { $0.range.upper == place }) {
        flush(&cells, open)
        close(at: place, &open)
      }
      if let sentence = sentences.first, sentence.start == place {
        flush(&cells, open)
        sentences.removeFirst()
        cells.append(
          .init(text: Self.superscript(sentence.number), role: .faint, kind: .opening))
      }
      while next < opening.count, opening[next].range.lower <= place {
        flush(&cells, open)
        let mark = opening[next]
        next += 1
        open.append(mark)
        cells.append(
          .init(
            text: "[" + (mark.continues ? "+" : "") + mark.handle + " ", role: .label(mark.label),
            kind: .opening))
      }
      cluster.append(scalar)
    }
    flush(&cells, open)
    close(at: paragraph.range.upper, &open)
  }

  /// Closes the spans that end at `place`; the innermost needs no name.
  private mutating func close(at place: ScalarOffset, _ open: inout [Mark]) {
    while let index = open.lastIndex(where: { $0.range.upper <= place }) {
      let mark = open.remove(at: index)
      let isInnermost = index == open.count
      cells.append(
        .init(
          text: (isInnermost ? "" : " " + mark.handle) + (mark.isContinued ? "+]" : "]"),
          role: .label(mark.label), kind: .closing))
    }
  }

  /// A number in raised digits.
  private static func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
