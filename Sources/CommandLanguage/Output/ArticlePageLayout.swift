/// An ``ArticlePage`` laid out for a number of columns.
///
/// ```
///   6  ¹[c1 “There is no problem … target China,”] [s1 Xing] told the paper.
///      ²[+q2 “…”] goes on a span that has a piece before.
/// ```
/// Brackets carry the handle, so that spans read without colour: `[c1 words]`; where a span is not
/// the innermost that is open, its end is named, `c1]`, so crossing spans stay true; the pieces of
/// a split span end in `+]` and go on with `[+q1`.
package struct ArticlePageLayout {
  /// The lines in order.
  package private(set) var lines: [StyledText] = []

  private let columns: Int
  private static let margin = 5

  /// Lays out `page` in lines of at most `columns` columns, 20 at the least.
  package init(_ page: ArticlePage, columns: Int) {
    self.columns = max(20, columns)
    for annotation in page.articleLevel {
      var line = StyledText("   *  ", .faint)
      line.append(AnnotationLine(annotation).text)
      lines.append(line)
    }
    for paragraph in page.paragraphs {
      if !lines.isEmpty { lines.append(StyledText()) }
      lay(out: paragraph)
    }
    if !page.legend.isEmpty {
      var legend = StyledText("\u{20}\u{20}\u{20}\u{20}\u{20}")
      for (index, entry) in page.legend.enumerated() {
        if index > 0 { legend.append("  ") }
        legend.append(entry.label, .label(entry.label))
        legend.append(" \(entry.count)", .faint)
      }
      lines += [StyledText(), legend]
    }
  }

  private mutating func lay(out paragraph: ArticlePage.Paragraph) {
    var wrapper = LineWrapper(columns: columns - Self.margin)
    for cell in MarkedCells(paragraph).cells { wrapper.add(cell) }
    for (index, content) in wrapper.finish().enumerated() {
      var line = StyledText()
      let number = index == 0 ? String(paragraph.number) : ""
      let pad = String(repeating: " ", count: max(0, Self.margin - 2 - number.count))
      line.append(pad + number + "  ", .faint)
      line.append(content)
      lines.append(line)
    }
  }
}
