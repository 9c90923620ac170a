/// A `T` line as rules about spans see it.
struct SpanLine {
  /// The row of the line.
  let row: UInt32
  /// The index of the label's name.
  let label: UInt32
  /// From the first start to the last end, in code points.
  let extent: TextRange
  /// The bytes of the article from the first start to the last end.
  let bytes: Range<Int>
  /// Whether the line has one piece, which the extent then is.
  let isOnePiece: Bool
}

extension Review {
  /// The `T` line of an entry; its end lies within the article.
  func span(_ entry: TextOrder.Entry) -> SpanLine {
    let extent = TextRange(Int(entry.start), Int(entry.end))
    return SpanLine(
      row: entry.row, label: lines.set.store.labelIndex(of: entry.row), extent: extent,
      bytes: article.byteRange(of: extent),
      isOnePiece: lines.set.store.kind(of: entry.row) == .textBound)
  }

  /// The pieces of a `T` line in the order of the file.
  func pieces(of row: UInt32) -> [TextRange] {
    lines.set.store.pieces(of: row).map { TextRange(Int($0.start), Int($0.end)) }
  }

  /// What the line marks, joined over line breaks.
  func ranges(of span: SpanLine) -> [TextRange] {
    span.isOnePiece ? [span.extent] : article.joining(pieces(of: span.row))
  }

  /// Whether the annotation is on the whole article.
  func isArticleLevel(_ span: SpanLine) -> Bool {
    // Those have attributes; most other annotations need not be made to know.
    scopeName != nil
      && lines.set.store.idTable.head(of: lines.set.store.idIndex(of: span.row)) != .none
      && lines.set.annotation(span.row).isArticleLevel
  }

  /// The bytes of each piece, in the order of the file.
  func pieceBytes(of span: SpanLine) -> [Range<Int>] {
    span.isOnePiece
      ? [span.bytes] : pieces(of: span.row).map { article.byteRange(of: $0) }
  }
}
