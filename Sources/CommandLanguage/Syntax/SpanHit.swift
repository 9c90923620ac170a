package import Standoff

/// One place an expression may mean, with the words around it.
package struct SpanHit: Hashable, Sendable {
  /// The number that `[n]` counts it by, from 1.
  package var number: Int
  /// Where it is, in text order.
  package var ranges: [TextRange]
  /// The words before it, within its paragraph.
  package var before: String
  /// Its own words, pieces joined by one blank.
  package var text: String
  /// The words of each of its pieces.
  package var pieces: [String]
  /// The words after it, within its paragraph.
  package var after: String
  /// The address of its first code point, as `6.1`; empty outside any paragraph.
  package var address: String

  /// How many code points of context stand on either side, at most.
  package static let width = 32

  /// Looks up the context of `ranges`, which are in text order.
  package init(_ ranges: [TextRange], number: Int, in article: Article) {
    self.number = number
    self.ranges = ranges
    text = article.text(in: ranges)
    pieces = ranges.count == 1 ? [text] : ranges.map(article.text(in:))
    let layout = article.layout
    let lower = ranges.first?.lower ?? 0
    let upper = ranges.last?.upper ?? lower
    let first = layout.address(of: lower)
    address = first?.description ?? ""
    let own = first.flatMap { layout.paragraph($0.paragraph) } ?? TextRange(lower, upper)
    let end = layout.address(of: ScalarOffset(max(lower.value, upper.value - 1)))
    let last = end.flatMap { layout.paragraph($0.paragraph) } ?? own
    let start = max(own.lower.value, lower.value - Self.width)
    let stop = min(last.upper.value, upper.value + Self.width)
    before = article.context(TextRange(min(start, lower.value), lower.value))
      .droppingFirstWord(unless: start == own.lower.value)
    after = article.context(TextRange(upper.value, max(stop, upper.value)))
      .droppingLastWord(unless: stop == last.upper.value)
  }
}

extension SpanHit: CustomStringConvertible {
  /// The hit on one line: its number, its address, and its words in context between brackets, piece by
  /// piece.
  package var description: String {
    "\(number)  \(address)  \(before.onOneLine)[\(pieces.map(\.excerpt).joined(separator: "] … ["))]\(after.onOneLine)"
  }
}

extension Article {
  /// The text of a range, without the halves of characters at its edges.
  fileprivate func context(_ range: TextRange) -> String {
    guard !range.isEmpty else { return "" }
    let wide = widenedToGraphemes(range)
    var string = text(in: range)
    if wide.lower < range.lower, !string.isEmpty { string.removeFirst() }
    if wide.upper > range.upper, !string.isEmpty { string.removeLast() }
    return string
  }
}

extension String {
  /// The string with every run of blanks and line ends as one blank.
  package var onOneLine: String {
    // What is shown is on one line already as a rule.
    guard !isOnOneLine else { return self }
    var line = ""
    var isBlank = false
    for scalar in unicodeScalars {
      let blank = scalar.isWhitespace
      if blank {
        if !isBlank { line += " " }
      } else {
        line.unicodeScalars.append(scalar)
      }
      isBlank = blank
    }
    return line
  }

  /// Whether the only blanks are single spaces.
  private var isOnOneLine: Bool {
    var isBlank = false
    for scalar in unicodeScalars {
      let blank = scalar.isWhitespace
      if blank, isBlank || scalar != " " { return false }
      isBlank = blank
    }
    return true
  }

  fileprivate func droppingFirstWord(unless isWhole: Bool) -> String {
    guard !isWhole, let blank = firstIndex(where: \.isWhitespace) else { return self }
    return "…" + self[index(after: blank)...]
  }

  fileprivate func droppingLastWord(unless isWhole: Bool) -> String {
    guard !isWhole, let blank = lastIndex(where: \.isWhitespace) else { return self }
    return self[..<blank] + "…"
  }
}
