package import Standoff

/// The sentences that an act touched, as they are shown below its echo: a few lines, whatever the
/// act, so that nobody loses the thread.
package struct TouchedSentences: Sendable {
  /// Some sentences of one paragraph that follow one another, with the place to be seen in them.
  package struct Run: Sendable {
    /// The sentences as they are marked now.
    package var sentences: ArticlePage.Paragraph
    /// Where the first change in them is.
    package var place: ScalarOffset
  }

  /// The first runs, in the order of the text.
  package var runs: [Run]
  /// How many sentences were touched besides.
  package var others: Int
  /// How many paragraphs the article has.
  package var paragraphCount: Int

  /// The most runs that are shown.
  static let most = 3
  /// The most lines that they take together; a run by itself takes fewer.
  private static let mostLines = 6
  private static let mostLinesOfOne = 4

  /// The lines for a number of columns, numbered in the margin as those of `show`.
  func lines(columns: Int) -> [StyledText] {
    let shape = ArticlePageLayout.Shape(columns: columns, paragraphCount: paragraphCount)
    let height = runs.count == 1 ? Self.mostLinesOfOne : Self.mostLines / max(1, runs.count)
    var lines: [StyledText] = []
    for run in runs {
      for (row, line) in excerpt(of: run, shape, height: height).enumerated() {
        let number = row == 0 ? String(run.sentences.number) : ""
        var numbered = StyledText(number.leftPadding(shape.margin - 2) + "  ", .faint)
        numbered.append(line)
        lines.append(numbered)
      }
    }
    if others > 0 {
      lines.append(shape.indented(StyledText("… and \(counted(others, "more sentence"))", .faint)))
    }
    return lines
  }

  /// As many lines as there may be, around the change.
  private func excerpt(
    of run: Run, _ shape: ArticlePageLayout.Shape, height: Int
  ) -> [StyledText] {
    // An ellipsis and a blank at either end must fit as well.
    let text = MarkedLines(run.sentences, columns: shape.text - 4, context: .faint)
    let count = text.lines.count
    guard count > height else {
      return MarkedLines(run.sentences, columns: shape.text, context: .faint).lines
    }
    let first = min(max(0, text.row(of: run.place) - (height > 2 ? 1 : 0)), count - height)
    var lines = Array(text.lines[first..<first + height])
    if first > 0 {
      var line = StyledText("… ", .faint)
      line.append(lines[0])
      lines[0] = line
    }
    if first + height < count { lines[height - 1].append(" …", .faint) }
    return lines
  }
}
