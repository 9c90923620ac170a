/// A `T` line as re-anchoring sees it: where it says it stands, and the words that it quotes.
struct QuotedSpan: Sendable {
  /// The row of the line.
  let row: UInt32
  let id: AnnotationID
  let label: String
  /// The pieces as they stand in the file.
  let fragments: [TextRange]
  /// The stretches, joined over line breaks.
  let ranges: [TextRange]
  /// The text column, with whatever follows the words.
  let column: ArraySlice<UInt8>
  /// The words of each stretch as they stood in the edition that the set was read on; `nil` where the
  /// line does not quote what stands there.
  let stretches: [[UInt8]]?
  /// Whether the whole article is meant.
  let isArticleLevel: Bool

  /// The words that the line quotes; of what it says stands in the article, if it quotes that.
  var words: String {
    if let stretches {
      return stretches.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
    return String(decoding: column.prefix { $0 != .tab }, as: UTF8.self)
  }

  /// The lines of a set, in the order of the text.
  static func all(in set: AnnotationSet) -> [QuotedSpan] {
    let scope = set.scopeName
    return set.store.text.map { row in
      let annotation = set.annotation(row, scope: scope)
      let column = set.store.words(of: row)
      let fits =
        annotation.extent.upper.value <= set.article.scalarCount
        && set.article.reads(
          column, at: annotation.fragments.map { set.article.byteRange(of: $0) })
      return QuotedSpan(
        row: row, id: annotation.id, label: annotation.label,
        fragments: annotation.fragments, ranges: annotation.ranges, column: column,
        stretches: fits
          ? annotation.ranges.map { Array(set.article.bytes[set.article.byteRange(of: $0)]) } : nil,
        isArticleLevel: annotation.isArticleLevel)
    }
  }

  /// The bytes of the pieces in an article.
  func bytes(in article: Article) -> [Range<Int>] { fragments.map { article.byteRange(of: $0) } }

  /// The pieces of the line when the span stands, to the letter, in other stretches.
  func fragments(movedTo ranges: [TextRange], in article: Article) -> [TextRange] {
    guard stretches != nil else { return article.splitting(ranges) }
    return fragments.map { fragment in
      let pairs = zip(self.ranges, ranges)
      guard let (old, new) = pairs.first(where: { $0.0.contains(fragment) }) else {
        return fragment
      }
      let shift = new.lower.value - old.lower.value
      return TextRange(fragment.lower.value + shift, fragment.upper.value + shift)
    }
  }

  /// Whether an article has the words of the span, to the letter, in these stretches.
  func says(_ ranges: [TextRange], in article: Article) -> Bool {
    if let stretches {
      return stretches.count == ranges.count
        && zip(stretches, ranges).allSatisfy {
          article.bytes[article.byteRange(of: $1)].elementsEqual($0)
        }
    }
    // What the line quotes is parted at line breaks, and nowhere else.
    let pieces = article.splitting(ranges)
    return pieces.count == fragments.count
      && article.reads(column, at: pieces.map { article.byteRange(of: $0) })
  }
}
