/// Looks in the article for words that do not stand where a line says.
///
/// All searches about one file together read a bounded number of bytes, after which nothing is found
/// any more.
struct WordSearch {
  /// Where the words of a line stand.
  struct Place {
    /// The pieces, moved to the place nearest to where the line says they are.
    let pieces: [TextRange]
    /// Whether they stand nowhere else.
    let isOnly: Bool
  }

  /// How many bytes of the article all searches may read.
  private var budget = 1 << 26

  /// Whether the last search was made; where it was not, finding nothing means nothing.
  private(set) var wasMade = true

  /// Where the words of a `T` line stand to the letter; `nil` where they do not.
  mutating func place(of row: UInt32, in set: AnnotationSet) -> Place? {
    let article = set.article
    wasMade = budget > 0
    guard wasMade else { return nil }
    budget -= article.byteCount
    let pieces = set.store.pieces(of: row).map { TextRange(Int($0.start), Int($0.end)) }
    guard let words = Self.words(of: row, for: pieces, in: set), let first = words.first,
      let start = pieces.first?.lower
    else { return nil }
    var nearest: (shift: Int, count: Int)?
    var offset = 0
    while let found = article.bytes.firstRange(of: first, from: offset) {
      offset = found.lowerBound + 1
      let place = article.scalarOffset(of: ByteOffset(found.lowerBound))
      let shift = place.value - start.value
      let isWhole = article.isCharacterBoundary(found.lowerBound) && article.hasWordEdges(found)
      guard isWhole, Self.stand(words, at: pieces, movedBy: shift, in: article) else { continue }
      let count = (nearest?.count ?? 0) + 1
      let isNearer = nearest.map { abs(shift) < abs($0.shift) } ?? true
      nearest = (isNearer ? shift : nearest?.shift ?? shift, count)
    }
    guard let nearest else { return nil }
    let shift = nearest.shift
    var moved = pieces.map { TextRange($0.lower.value + shift, $0.upper.value + shift) }
    if moved.count == 1 {
      moved[0].upper = ScalarOffset(moved[0].lower.value + first.scalarCount)
    }
    return Place(pieces: moved, isOnly: nearest.count == 1)
  }

  /// The words of each piece; `nil` where they cannot be told apart, or there are none.
  private static func words(
    of row: UInt32, for pieces: [TextRange], in set: AnnotationSet
  ) -> [ArraySlice<UInt8>]? {
    var column = set.store.words(of: row).prefix { $0 != .tab }
    while column.last?.isBlank == true { column.removeLast() }
    guard pieces.count > 1 else { return column.isEmpty ? nil : [column] }
    var words: [ArraySlice<UInt8>] = []
    for (number, piece) in pieces.enumerated() {
      if number > 0 { guard column.popFirst() == .space else { return nil } }
      let word = column.prefix(scalars: piece.count)
      guard !word.isEmpty, word.scalarCount == piece.count else { return nil }
      words.append(word)
      column = column.dropFirst(word.count)
    }
    return column.isEmpty ? words : nil
  }

  private static func stand(
    _ words: [ArraySlice<UInt8>], at pieces: [TextRange], movedBy shift: Int, in article: Article
  ) -> Bool {
    for (word, piece) in zip(words, pieces).dropFirst() {
      let start = ScalarOffset(piece.lower.value + shift)
      guard let byte = article.byteOffset(of: start)?.value,
        article.bytes.dropFirst(byte).starts(with: word)
      else { return false }
    }
    return true
  }
}

extension ArraySlice<UInt8> {
  /// The bytes of the first `count` code points.
  func prefix(scalars count: Int) -> ArraySlice<UInt8> {
    var left = count
    for index in indices where self[index] & 0xC0 != 0x80 {
      if left == 0 { return self[..<index] }
      left -= 1
    }
    return self
  }
}

extension [UInt8] {
  /// The first place of `words`, which are not empty, at or after `start`.
  func firstRange(of words: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
    guard let first = words.first else { return nil }
    var offset = start
    while let found = ByteSearch.first(of: first, in: self, from: offset) {
      if self[found...].starts(with: words) { return found..<found + words.count }
      offset = found + 1
    }
    return nil
  }
}
