/// An annotation whose words do not stand where its line says.
struct Misfit {
  /// Why they do not.
  enum Cause: Hashable {
    /// The line ends beyond the article.
    case beyondEnd
    /// The line has no words.
    case noWords
    /// The place holds a line feed, which no line can quote.
    case lineBreak
    /// The place has other words.
    case otherWords
    /// The line counts otherwise than in code points.
    case unit
    /// The article is another than the file was made on.
    case article
  }

  /// The row of the line.
  let row: UInt32
  /// Why the words are not there.
  var cause: Cause
}

extension AnnotationSet {
  /// What is wrong between the words of a `T` line and the article; `nil` where all is well.
  func misfit(_ entry: TextOrder.Entry) -> Misfit? {
    guard Int(entry.end) <= article.scalarCount else {
      return Misfit(row: entry.row, cause: .beyondEnd)
    }
    let pieces: [Range<Int>]
    let isOnePiece = store.kind(of: entry.row) == .textBound
    if isOnePiece {
      let extent = TextRange(Int(entry.start), Int(entry.end))
      pieces = [article.byteRange(of: extent)]
    } else {
      pieces = store.pieces(of: entry.row).map { piece in
        article.byteRange(of: TextRange(Int(piece.start), Int(piece.end)))
      }
    }
    let words = store.words(of: entry.row)
    if article.reads(words, at: pieces) { return nil }
    if words.allSatisfy(\.isBlank), pieces.contains(where: { !$0.isEmpty }) {
      return Misfit(row: entry.row, cause: .noWords)
    }
    let crossesLine = pieces.contains { article.breaksLine($0, quotedAs: words) }
    return Misfit(row: entry.row, cause: crossesLine ? .lineBreak : .otherWords)
  }
}

extension LineStore {
  /// What a `T` line quotes: everything after the second tab; empty where there is none.
  func words(of row: UInt32) -> ArraySlice<UInt8> { tail(of: row) ?? [] }
}

extension Article {
  /// Whether a stretch holds a line feed, and a text column has its words up to there, or all of them
  /// with other blanks.
  ///
  /// A stretch far longer than the column is not looked at.
  fileprivate func breaksLine(_ piece: Range<Int>, quotedAs column: ArraySlice<UInt8>) -> Bool {
    guard piece.count <= 2 * column.count + 4096,
      let feed = contents.bytes[piece].firstIndex(of: .lineFeed)
    else { return false }
    let quoted = column.split(whereSeparator: \.isBlank)
    let start = contents.bytes[piece.lowerBound..<feed].split(whereSeparator: \.isBlank)
    return quoted == start || quoted == contents.bytes[piece].split(whereSeparator: \.isBlank)
  }

  /// Whether a text column holds what stands in these pieces, joined by one blank.
  ///
  /// After it there may be blanks, or a tab or line separator with anything.
  func reads(_ column: ArraySlice<UInt8>, at pieces: [Range<Int>]) -> Bool {
    let bytes = contents.bytes
    var place = column.startIndex
    for (number, piece) in pieces.enumerated() {
      if number > 0 {
        guard place < column.endIndex, column[place] == .space else { return false }
        place += 1
      }
      guard column.endIndex - place >= piece.count else { return false }
      for offset in piece {
        guard column[place] == bytes[offset] else { return false }
        place += 1
      }
    }
    let rest = column[place...]
    guard let first = rest.first, first != .tab else { return true }
    return first != .space && first.isBlank || rest.allSatisfy(\.isBlank)
  }
}
