import Standoff

/// An ``ArticlePage`` laid out for a number of columns.
///
/// ```
///   6  ¹[c1 “There is no problem … target China,”] [s1 Xing] told the paper.
///      ²[+q2 “…”] goes on a span that has a piece before.
///      └ c1  by s1  stance=against · q2  by s1
/// ```
/// Brackets carry the handle, so that spans read without colour: `[c1 words]`; the end is named,
/// `c1]`, wherever another bracket stands between. The pieces of a split span end in `+]` and go on
/// with `[+q1`; a span that goes on beyond the paragraph ends in `…]`. What is said of annotations
/// stands below the paragraph, in a wide window in a column on the right, each beside the line that
/// its bracket opens in.
package struct ArticlePageLayout {
  /// The lines in order.
  package private(set) var lines: [StyledText] = []

  private let shape: Shape
  /// Where each paragraph's lines begin, with what stands in them.
  private var texts: [(range: TextRange, first: Int, text: MarkedLines)] = []

  /// Lays out `page` in lines of at most `columns` columns, 20 at the least.
  package init(_ page: ArticlePage, columns: Int) {
    shape = Shape(columns: columns, paragraphCount: page.paragraphCount)
    for annotation in page.articleLevel {
      var line = StyledText("*".leftPadding(shape.margin - 2) + "  ", .faint)
      line.append(AnnotationLine(annotation).text)
      lines += line.wrapped(to: shape.columns, indent: shape.margin)
    }
    for paragraph in page.paragraphs {
      if !lines.isEmpty { lines.append(StyledText()) }
      lay(out: paragraph)
    }
    if !page.legend.isEmpty { lines += [StyledText()] + legend(page) }
  }

  private mutating func lay(out paragraph: ArticlePage.Paragraph) {
    let text = MarkedLines(paragraph, columns: shape.text)
    texts.append((paragraph.range, lines.count, text))
    let glosses = shape.gloss.map { self.glosses(of: paragraph, beside: text, columns: $0) } ?? []
    for row in 0..<max(text.lines.count, glosses.count) {
      let number = row == 0 ? String(paragraph.number) : ""
      var line = StyledText(number.leftPadding(shape.margin - 2) + "  ", .faint)
      if row < text.lines.count { line.append(text.lines[row]) }
      if row < glosses.count, !glosses[row].text.isEmpty {
        let gap = shape.margin + shape.text + Shape.gap - line.width
        line.append(String(repeating: " ", count: max(0, gap)))
        line.append(glosses[row])
      }
      lines.append(line)
    }
    if shape.gloss == nil { lines += footnotes(of: paragraph) }
  }

  /// The line that a place stands in; `nil` where it is not on the page.
  func row(of place: ScalarOffset) -> Int? {
    texts.first { $0.range.lower <= place && place < $0.range.upper }
      .map { $0.first + $0.text.row(of: place) }
  }

  // MARK: Margin notes

  /// The notes of a paragraph in a column of their own, a line of it for each line of the text.
  private func glosses(
    of paragraph: ArticlePage.Paragraph, beside text: MarkedLines, columns: Int
  ) -> [StyledText] {
    var column: [StyledText] = []
    for note in paragraph.notes {
      while column.count < text.row(of: note.place) { column.append(StyledText()) }
      column += note.line.wrapped(to: columns, indent: 2)
    }
    return column
  }

  /// The notes of a paragraph below it, one after the other.
  private func footnotes(of paragraph: ArticlePage.Paragraph) -> [StyledText] {
    guard !paragraph.notes.isEmpty else { return [] }
    var line = StyledText("└ ", .faint)
    for (index, note) in paragraph.notes.enumerated() {
      if index > 0 { line.append("  ·  ", .faint) }
      line.append(note.line)
    }
    return line.wrapped(to: shape.text, indent: 2).map(shape.indented)
  }

  private func legend(_ page: ArticlePage) -> [StyledText] {
    var line = StyledText()
    for (index, entry) in page.legend.enumerated() {
      if index > 0 { line.append("  ") }
      line.append(entry.letters, .label(entry.label))
      line.append(" " + entry.label.lowercased(), .span(entry.label))
      line.append(" \(entry.count)", .faint)
    }
    return line.wrapped(to: shape.text, indent: 0).map(shape.indented)
  }
}

extension ArticlePageLayout {
  /// How the columns of a page are shared out.
  struct Shape {
    /// All columns.
    let columns: Int
    /// Those left of the text, for the numbers of paragraphs.
    let margin: Int
    /// Those of the text.
    let text: Int
    /// Those of the notes on the right; `nil` where the window has no room for them.
    let gloss: Int?

    /// The columns between the text and the notes.
    static let gap = 2
    /// From how many columns on notes stand on the right.
    private static let wide = 100
    /// The most columns that a line of text is easily read with.
    private static let longestLine = 88

    /// Shares out `columns`, 20 at the least, in an article of so many paragraphs.
    init(columns: Int, paragraphCount: Int) {
      self.columns = max(20, columns)
      margin = max(3, String(paragraphCount).count) + 2
      let rest = self.columns - margin
      guard self.columns >= Self.wide else {
        text = rest
        gloss = nil
        return
      }
      text = min(Self.longestLine, rest * 7 / 10)
      gloss = min(Self.longestLine, rest - text - Self.gap)
    }

    /// A line below the text's first column.
    func indented(_ line: StyledText) -> StyledText {
      var indented = StyledText(String(repeating: " ", count: margin))
      indented.append(line)
      return indented
    }
  }
}
