extension Article {
  /// The place in bytes of a place in code points; `nil` outside the article.
  ///
  /// Costs about 50 ns wherever the place is, as do the other conversions.
  public func byteOffset(of offset: ScalarOffset) -> ByteOffset? {
    guard offset.value >= 0, offset.value <= scalarCount else { return nil }
    return ByteOffset(byte(of: offset.value))
  }

  /// The place in code points of a place in bytes.
  ///
  /// Inside a character it is the place before it; outside the article, the nearest end.
  public func scalarOffset(of offset: ByteOffset) -> ScalarOffset {
    ScalarOffset(scalar(of: min(max(offset.value, 0), byteCount)))
  }

  /// The place in UTF-16 code units of a place in code points; `nil` outside the article.
  public func utf16Offset(of offset: ScalarOffset) -> UTF16Offset? {
    guard let byte = byteOffset(of: offset)?.value else { return nil }
    let astral = astralScalars.count(of: .astralScalars, before: byte, in: bytes)
    return UTF16Offset(offset.value + astral)
  }

  /// The place in code points of a place in UTF-16 code units; `nil` outside the article.
  ///
  /// Between the two halves of a surrogate pair it is the place before the character.
  public func scalarOffset(of offset: UTF16Offset) -> ScalarOffset? {
    let astral = astralScalars
    let count = scalarCount + astral.count
    guard offset.value >= 0, offset.value <= count else { return nil }
    guard offset.value < count else { return ScalarOffset(scalarCount) }
    let byte = contents.scalars.byte(ofUTF16: offset.value, astral: astral, in: bytes)
    return ScalarOffset(scalar(of: byte))
  }

  /// The words of a stretch, as they stand in the article; what lies outside the article is left out.
  public func text(in range: TextRange) -> String {
    String(decoding: bytes[byteRange(of: range)], as: UTF8.self)
  }

  /// The words of the pieces of a span, joined by one space, as standoff files have them.
  public func text(in ranges: [TextRange]) -> String {
    ranges.map { text(in: $0) }.joined(separator: " ")
  }

  /// The bytes of a stretch; what lies outside the article is left out.
  func byteRange(of range: TextRange) -> Range<Int> {
    let lower = byte(of: min(max(range.lower.value, 0), scalarCount))
    let upper = byte(of: min(max(range.upper.value, 0), scalarCount))
    return lower..<max(lower, upper)
  }

  /// The stretch of code points that a range of bytes covers; both ends lie between characters.
  func textRange(of range: Range<Int>) -> TextRange {
    TextRange(scalar(of: range.lowerBound), scalar(of: range.upperBound))
  }

  /// The byte at which the code point `scalar` starts; the end for ``scalarCount``.
  private func byte(of scalar: Int) -> Int {
    let index = contents.scalars
    if index.count == byteCount { return scalar }
    return scalar < index.count ? index.byte(ofScalar: scalar, in: bytes) : byteCount
  }

  /// The code point that the byte at `byte`, at most ``byteCount``, belongs to.
  private func scalar(of byte: Int) -> Int {
    if contents.scalars.count == byteCount { return byte }
    let before = contents.scalars.count(of: .scalars, before: byte, in: bytes)
    let isInside = byte < byteCount && bytes[byte] & 0xC0 == 0x80
    return isInside ? before - 1 : before
  }

  private var astralScalars: TextIndex {
    contents.astralScalars.value { TextIndex(counting: .astralScalars, in: contents.bytes) }
  }
}
