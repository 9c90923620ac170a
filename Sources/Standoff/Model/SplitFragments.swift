extension Article {
  /// The fragments in which stretches are written: cut at line breaks, without blank edges, sorted,
  /// touching nowhere.
  ///
  /// Of stretches that hold nothing but blanks the empty one at their start is left.
  func splitting(_ ranges: [TextRange]) -> [TextRange] {
    let merged = merging(ranges)
    let pieces = merged.flatMap { self.pieces(of: $0) }
    guard pieces.isEmpty else { return pieces }
    let start = merged.first?.lower ?? 0
    return [TextRange(start, start)]
  }

  /// The first line that is not blank, without blank edges; empty in an article without words.
  var firstLine: TextRange {
    // Long enough for any headline; a longer line is looked at whole.
    var end = min(1024, scalarCount)
    while true {
      let pieces = self.pieces(of: TextRange(0, end))
      if pieces.count > 1 || end == scalarCount { return pieces.first ?? TextRange(0, 0) }
      end = min(end * 2, scalarCount)
    }
  }

  /// The stretches within the article, sorted; those that overlap or touch are one.
  private func merging(_ ranges: [TextRange]) -> [TextRange] {
    let limit = ScalarOffset(scalarCount)
    var merged: [TextRange] = []
    for range in ranges.sorted() {
      let range = TextRange(
        max(0, min(range.lower, limit)), max(0, min(range.upper, limit)))
      if let last = merged.last, range.lower <= last.upper {
        merged[merged.count - 1].upper = max(last.upper, range.upper)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// What line breaks leave of a stretch, without blank edges.
  private func pieces(of range: TextRange) -> [TextRange] {
    var pieces: [TextRange] = []
    var start = range.lower.value
    var offset = start
    for scalar in text(in: range).unicodeScalars {
      if scalar.isLineBreak {
        if let piece = trimmed(TextRange(start, offset)) { pieces.append(piece) }
        start = offset + 1
      }
      offset += 1
    }
    if let piece = trimmed(TextRange(start, offset)) { pieces.append(piece) }
    return pieces
  }
}
