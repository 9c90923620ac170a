package import Standoff

/// As much of an article as a window shows, with its annotations marked: only that much is laid out.
package struct ArticleWindow {
  /// A line of the article as it is laid out.
  package struct Line: Hashable, Sendable {
    /// The paragraph, counted from 0.
    package var paragraph: Int
    /// The line in it, counted from 0; the last is the blank line after it.
    package var row: Int
  }

  /// The lines, at most as many as the window has rows.
  package private(set) var lines: [StyledText] = []
  /// The first of them.
  package private(set) var top: Line

  private let workspace: Workspace
  private let paragraphs: [Paragraph]
  private let columns: Int
  private var known: [Int: ArticlePageLayout] = [:]

  /// Lays out what a window of so many rows shows.
  ///
  /// - Parameters:
  ///   - workspace: what is open.
  ///   - stretches: what is to be seen: all of it where it fits, else its beginning.
  ///   - top: the first line so far; the window stays where it is if it shows that already.
  ///   - rows: the window's rows.
  ///   - columns: the window's columns.
  package init(
    of workspace: Workspace, showing stretches: [TextRange], from top: Line?, rows: Int,
    columns: Int
  ) {
    self.workspace = workspace
    self.columns = columns
    paragraphs = workspace.session?.article.layout.paragraphs ?? []
    self.top = Line(paragraph: 0, row: 0)
    if let top, paragraphs.indices.contains(top.paragraph) { self.top = top }
    let places = stretches.map(\.lower)
    if let lower = places.min(), let upper = places.max(), let first = line(of: lower),
      let last = line(of: upper)
    {
      go(to: first, last, rows: rows, isNew: top == nil)
    }
    fill(rows: rows)
    // The end of the article stands at the window's foot.
    if lines.count < rows {
      self.top = self.line(before: self.top, by: rows - lines.count)
      fill(rows: rows)
    }
  }

  /// Brings two lines and those between into view, or the first alone where they do not fit.
  private mutating func go(to first: Line, _ last: Line, rows: Int, isNew: Bool) {
    if !isNew, shows(first, rows: rows), shows(last, rows: rows) { return }
    let before = top
    top = line(before: last, by: rows * 2 / 3)
    if shows(first, rows: rows) { return }
    top = before
    if isNew || !shows(first, rows: rows) { top = line(before: first, by: rows / 3) }
  }

  // MARK: Lines

  /// A paragraph with the blank line after it.
  private mutating func rows(of paragraph: Int) -> [StyledText] {
    (layout(of: paragraph)?.lines ?? []) + [StyledText()]
  }

  private mutating func layout(of paragraph: Int) -> ArticlePageLayout? {
    if let layout = known[paragraph] { return layout }
    guard paragraphs.indices.contains(paragraph),
      var page = try? workspace.page(of: paragraphs[paragraph].range)
    else { return nil }
    page.legend = []
    let layout = ArticlePageLayout(page, columns: columns)
    known[paragraph] = layout
    return layout
  }

  /// The line that a place stands in.
  private mutating func line(of place: ScalarOffset) -> Line? {
    guard let session = workspace.session,
      let number = session.article.layout.paragraphNumber(at: place)
    else { return nil }
    return Line(paragraph: number - 1, row: layout(of: number - 1)?.row(of: place) ?? 0)
  }

  /// The line so many lines above another, or the first.
  private mutating func line(before line: Line, by count: Int) -> Line {
    var line = line
    var left = count
    while left > 0 {
      if line.row >= left { return Line(paragraph: line.paragraph, row: line.row - left) }
      guard line.paragraph > 0 else { return Line(paragraph: 0, row: 0) }
      left -= line.row + 1
      line.paragraph -= 1
      line.row = rows(of: line.paragraph).count - 1
    }
    return line
  }

  /// Whether a line is among those that the window shows from its top on.
  private mutating func shows(_ target: Line, rows: Int) -> Bool {
    guard (top.paragraph, top.row) <= (target.paragraph, target.row),
      target.paragraph - top.paragraph < rows
    else { return false }
    var distance = target.row - top.row
    for paragraph in top.paragraph..<target.paragraph {
      distance += self.rows(of: paragraph).count
    }
    return distance < rows
  }

  private mutating func fill(rows: Int) {
    lines = []
    var line = top
    while lines.count < rows, paragraphs.indices.contains(line.paragraph) {
      lines += self.rows(of: line.paragraph).dropFirst(line.row).prefix(rows - lines.count)
      line = Line(paragraph: line.paragraph + 1, row: 0)
    }
  }
}
