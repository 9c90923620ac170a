/// A text that carries its spans as marks: `“[Speaker|Xing Haiming]” said`.
///
/// A span is `[Label|words]` and may hold others. A backslash takes the next character as it is, so
/// `\[`, `\]` and `\\` are themselves; so is a `[` that no label and bar follow. Offsets count code
/// points of ``text``.
public struct MarkedText: Sendable {
  /// The text without its marks.
  public let text: String
  /// The spans in order of their starts, an outer one before what it holds.
  public let spans: [(label: String, lower: Int, upper: Int)]

  /// Takes the marks out of `marked`.
  public init(_ marked: String) {
    let source = Array(marked.unicodeScalars)
    var scalars = String.UnicodeScalarView()
    var count = 0
    var spans: [(label: String, lower: Int, upper: Int)] = []
    var open: [Int] = []
    var place = 0
    while place < source.count {
      let scalar = source[place]
      if scalar == "[", let bar = Self.endOfLabel(in: source, from: place + 1) {
        let label = String(String.UnicodeScalarView(source[(place + 1)..<bar]))
        open.append(spans.count)
        spans.append((label, count, count))
        place = bar + 1
      } else if scalar == "]", let span = open.popLast() {
        spans[span].upper = count
        place += 1
      } else {
        if scalar == "\\", place + 1 < source.count { place += 1 }
        scalars.append(source[place])
        count += 1
        place += 1
      }
    }
    text = String(scalars)
    self.spans = spans
  }

  /// The first span with this label, as its two offsets.
  public subscript(label: String) -> (lower: Int, upper: Int)? {
    spans.first { $0.label == label }.map { ($0.lower, $0.upper) }
  }

  /// The index of the bar that ends a label of letters, digits, `_` and `-`.
  private static func endOfLabel(in source: [Unicode.Scalar], from start: Int) -> Int? {
    var end = start
    while end < source.count,
      source[end].properties.isAlphabetic || "0123456789_-".unicodeScalars.contains(source[end])
    {
      end += 1
    }
    return end > start && end < source.count && source[end] == "|" ? end : nil
  }
}
