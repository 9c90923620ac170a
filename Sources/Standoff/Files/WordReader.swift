/// Walks the words of a field, which any run of ASCII blanks separates.
struct WordReader {
  private var position: Int
  private let end: Int

  /// Starts before the first word of `range`.
  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next word; `nil` at the end.
  mutating func next(_ bytes: Span<UInt8>) -> Range<Int>? {
    while position < end, bytes[position].isBlank { position += 1 }
    let start = position
    while position < end, !bytes[position].isBlank { position += 1 }
    return start < position ? start..<position : nil
  }
}
