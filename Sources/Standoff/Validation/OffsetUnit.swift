/// A way of counting offsets that other programs have, where standoff files count code points.
struct OffsetUnit {
  /// What is counted.
  enum Kind: Hashable {
    /// UTF-16 code units, as browsers, Java and old versions of several tools count.
    case utf16
    /// Bytes of UTF-8.
    case bytes
    /// Code points without the byte order mark at the article's start.
    case withoutMark
    /// Code points, where CR LF is one.
    case lineEndsAsOne
  }

  /// What is counted.
  let kind: Kind
  /// For ``Kind/lineEndsAsOne`` the places of the CRs, counted so.
  private let lineEnds: [Int]

  /// The ways of counting that give other numbers for this article.
  static func all(in article: Article) -> [OffsetUnit] {
    var units: [OffsetUnit] = []
    let bytes = article.bytes
    if bytes.contains(where: { $0 >= 0xF0 }) {
      units.append(OffsetUnit(kind: .utf16, lineEnds: []))
    }
    if article.scalarCount < bytes.count {
      units.append(OffsetUnit(kind: .bytes, lineEnds: []))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      units.append(OffsetUnit(kind: .withoutMark, lineEnds: []))
    }
    var lineEnds: [Int] = []
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if byte == .lineFeed, offset > 0, bytes[offset - 1] == .carriageReturn {
        lineEnds.append(scalars - 1 - lineEnds.count)
      }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    if !lineEnds.isEmpty { units.append(OffsetUnit(kind: .lineEndsAsOne, lineEnds: lineEnds)) }
    return units
  }

  /// The place in code points that the file means by `offset`; `nil` where it can mean none.
  func scalarOffset(of offset: ScalarOffset, in article: Article) -> ScalarOffset? {
    switch kind {
    case .utf16: return article.scalarOffset(of: UTF16Offset(offset.value))
    case .bytes:
      return offset.value <= article.byteCount
        ? article.scalarOffset(of: ByteOffset(offset.value)) : nil
    case .withoutMark: return ScalarOffset(offset.value + 1)
    case .lineEndsAsOne:
      let before = lineEnds.partitioningIndex { $0 >= offset.value }
      return ScalarOffset(offset.value + before)
    }
  }

  /// The stretch in code points that the file means; `nil` where it lies outside the article.
  func range(of range: TextRange, in article: Article) -> TextRange? {
    guard let lower = scalarOffset(of: range.lower, in: article),
      let upper = scalarOffset(of: range.upper, in: article),
      upper.value <= article.scalarCount
    else { return nil }
    return TextRange(lower, upper)
  }
}

extension Article {
  /// Whether the words of a `T` line stand where it says if its offsets count `unit`.
  func reads(_ row: UInt32, countedIn unit: OffsetUnit, of set: AnnotationSet) -> Bool {
    let pieces = set.store.pieces(of: row).compactMap {
      unit.range(of: TextRange(Int($0.start), Int($0.end)), in: self)
    }
    guard pieces.count == set.store.pieces(of: row).count else { return false }
    return reads(set.store.words(of: row), at: pieces.map { byteRange(of: $0) })
  }
}
