extension Article {
  /// The stretch without the blanks at its edges and without the byte order mark; `nil` when nothing
  /// is left.
  ///
  /// A blank that carries a combining mark is a character that people see, and stays.
  public func trimmed(_ range: TextRange) -> TextRange? {
    trimmed(byteRange(of: range)).map { textRange(of: $0) }
  }

  /// The bytes without blanks at the edges and without the byte order mark; `nil` when none is left.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, let (scalar, end) = scalar(at: lower) {
      guard scalar.isBlank || (lower == 0 && scalar == "\u{FEFF}") else { break }
      guard isCharacterBoundary(end) || scalar == "\r" else { break }
      lower = end
    }
    while lower < upper, let (scalar, start) = scalar(before: upper), scalar.isBlank {
      upper = start
    }
    return lower < upper ? lower..<upper : nil
  }

  /// The stretch without quotation marks at its edges, nor commas at its end: what the rule
  /// `edges: inside-marks` of a label leaves; `nil` when nothing is left.
  ///
  /// A closing apostrophe stays (`the two countries’`), unless the single mark that it answers
  /// stands at the start.
  public func trimmedOfMarks(_ range: TextRange) -> TextRange? {
    guard var rest = trimmed(byteRange(of: range)) else { return nil }
    while let (first, afterFirst) = scalar(at: rest.lowerBound),
      let (last, beforeLast) = scalar(before: rest.upperBound)
    {
      let inner: Range<Int>
      if beforeLast > rest.lowerBound, first.isOpeningSingleMark(answeredBy: last) {
        inner = afterFirst..<beforeLast
      } else if first.isDoubleMark {
        inner = afterFirst..<rest.upperBound
      } else if last.isDoubleMark || last.isComma || last == "\u{203A}" {
        inner = rest.lowerBound..<beforeLast
      } else if first.isOpeningSingleMark {
        inner = afterFirst..<rest.upperBound
      } else {
        break
      }
      guard let left = trimmed(inner) else { return nil }
      // A mark that carries an accent or a variation selector is more than a mark.
      guard widened(left) == left else { break }
      rest = left
    }
    return textRange(of: rest)
  }
}

extension Unicode.Scalar {
  /// Whether it is a comma, which stands before a closing mark or after it.
  fileprivate var isComma: Bool {
    self == "," || self == "\u{060C}" || self == "\u{3001}" || self == "\u{FF0C}"
  }

  /// Whether it opens a quotation by itself.
  ///
  /// U+2019 does not; alone it is an apostrophe (`’90s`).
  fileprivate var isOpeningSingleMark: Bool {
    isSingleMark && self != "\u{2019}" && self != "\u{02BC}"
  }

  fileprivate func isOpeningSingleMark(answeredBy last: Unicode.Scalar) -> Bool {
    isSingleMark && last.isSingleMark
  }
}
