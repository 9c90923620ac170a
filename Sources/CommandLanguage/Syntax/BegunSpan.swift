import Standoff

/// A span, or a part of one, that begins before the cursor of a line that is being typed.
package struct BegunSpan: Hashable, Sendable {
  /// What was read.
  package var expression: SpanExpression
  /// The code points of the line that it takes.
  package var range: Range<Int>
}

extension LineReader {
  /// Notes a span that was read, for whoever asks what is aimed at.
  mutating func note(_ expression: SpanExpression, from start: Int) {
    guard let cursor, start <= cursor else { return }
    begun.append(BegunSpan(expression: expression, range: start..<tokenEnd))
  }

  /// The span that the cursor stands in, or right behind: only blanks and an operator that was begun
  /// may lie between.
  var spanAtCursor: SpanExpression? {
    guard let cursor else { return nil }
    let span = begun.last { span in
      guard span.range.upperBound < cursor else { return true }
      guard cursor <= scalars.count else { return false }
      let between = String(scalars: scalars[span.range.upperBound..<cursor])
      return ["", ".", "..", "+", "i", "in"].contains(between.trimmingBlanks)
    }
    return span?.expression
  }
}
