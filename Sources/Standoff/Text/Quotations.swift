extension Article {
  /// What stands between quotation marks inside a stretch, without the marks and without blanks at
  /// the edges, in text order.
  ///
  /// Marks pair within a paragraph, the outermost pairs count, and a mark left open runs to the end
  /// of its paragraph. Single marks count in a paragraph without double ones. A quotation that lies
  /// only partly in `scope` is left out.
  public func quotations(in scope: TextRange) -> [TextRange] {
    let bounds = byteRange(of: scope)
    let paragraphs = layout.paragraphs
    var number = paragraphs.partitioningIndex { $0.bytes.upperBound > bounds.lowerBound }
    var found: [TextRange] = []
    while number < paragraphs.count, paragraphs[number].bytes.lowerBound < bounds.upperBound {
      for inside in QuotationMarks(in: paragraphs[number].bytes, of: self).outermost() {
        guard let bytes = trimmed(inside), widened(bytes) == bytes,
          bounds.lowerBound <= bytes.lowerBound, bytes.upperBound <= bounds.upperBound
        else { continue }
        found.append(textRange(of: bytes))
      }
      number += 1
    }
    return found
  }
}
