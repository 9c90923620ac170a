extension Article {
  /// What stands before a byte, as far as it counts for the likeness of two places.
  func context(before offset: Int) -> [UInt32] {
    let start = scalarStart(atOrBefore: max(0, offset - AnchorScore.context * 2))
    return FoldedKeys(bytes[start..<offset]).keys.suffix(AnchorScore.context)
  }

  /// What stands after a byte, as far as it counts for the likeness of two places.
  func context(after offset: Int) -> [UInt32] {
    let end = scalarStart(atOrBefore: min(byteCount, offset + AnchorScore.context * 2))
    return Array(FoldedKeys(bytes[offset..<max(offset, end)]).keys.prefix(AnchorScore.context))
  }

  /// A range of bytes without parts of characters at its edges.
  func scalarAligned(_ range: Range<Int>) -> Range<Int> {
    let lower = scalarStart(atOrBefore: range.lowerBound)
    return lower..<max(lower, scalarStart(atOrBefore: range.upperBound))
  }

  private func scalarStart(atOrBefore offset: Int) -> Int {
    var start = min(max(0, offset), byteCount)
    while start > 0, start < byteCount, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
