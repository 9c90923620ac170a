extension Article {
  /// The stretches that fragments of a file make up: sorted, and joined where they touch or where
  /// nothing but blanks with a line break among them lies between.
  ///
  /// A span over a line break cannot be written in one piece; this is how it is read back.
  package func joining(_ fragments: [TextRange]) -> [TextRange] {
    guard fragments.count > 1 else { return fragments }
    var ranges: [TextRange] = []
    for fragment in fragments.sorted() {
      if let last = ranges.last, isJoint(from: last.upper, to: fragment.lower) {
        ranges[ranges.count - 1].upper = max(last.upper, fragment.upper)
      } else {
        ranges.append(fragment)
      }
    }
    return ranges
  }

  private func isJoint(from start: ScalarOffset, to end: ScalarOffset) -> Bool {
    guard start < end else { return true }
    guard end.value <= scalarCount else { return false }
    // Most gaps hold words, which the first code point tells; only a gap of blanks is read whole.
    let first = text(in: TextRange(start.value, start.value + 1)).unicodeScalars.first
    guard let first, first.isLineBreak || first.isBlankOrBreak else { return false }
    var hasBreak = false
    for scalar in text(in: TextRange(start, end)).unicodeScalars {
      if scalar.isLineBreak { hasBreak = true } else if !scalar.isBlankOrBreak { return false }
    }
    return hasBreak
  }
}
