import Standoff

/// The words of a paragraph with their brackets, in lines of a number of columns.
struct MarkedLines {
  /// The lines in order; at least one.
  let lines: [StyledText]
  /// The first code point of the article in each line.
  private let starts: [Int]

  /// Fills lines with `paragraph`.
  ///
  /// - Parameter context: what words are that no span holds.
  init(
    _ paragraph: ArticlePage.Paragraph, columns: Int, context: StyledText.Role = .plain
  ) {
    var wrapper = LineWrapper(columns: columns)
    for cell in MarkedCells(paragraph, context: context).cells { wrapper.add(cell) }
    lines = wrapper.finish()
    starts = wrapper.starts
  }

  /// The line, from 0, that a place stands in, or would but for the blanks that lines end at.
  func row(of place: ScalarOffset) -> Int {
    max(0, (starts.firstIndex { $0 > place.value } ?? starts.count) - 1)
  }
}
