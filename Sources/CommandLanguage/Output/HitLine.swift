import Standoff

/// A hit on one line with its context, keyword in the middle (KWIC), for a number of columns.
///
/// ```
///  2  8.1   …grouping, Kim told |the envoy| in March. She added…
/// ```
package struct HitLine {
  /// The line.
  package let text: StyledText

  /// Lays out `hit`; the words found are cut in their middle where they do not fit.
  package init(_ hit: Hit, columns: Int) {
    var line = StyledText()
    line.append(
      String(hit.number).leftPadding(3) + (hit.isTicked ? "  " : "- "),
      hit.isTicked ? .strong : .faint)
    if let handle = hit.handle { line.append(handle.padding(5) + " ") }
    guard !hit.span.ranges.isEmpty else {
      line.append(Annotation.articlePlace)
      if let remark = hit.remark { line.append("  (\(remark))", .faint) }
      text = line
      return
    }
    line.append(hit.span.address.padding(6), .faint)
    line.append(" ")
    let room = max(8, columns - line.width - 2 - (hit.remark.map { $0.count + 4 } ?? 0))
    let words = Self.shortened(
      hit.span.pieces.map(\.oneLine).joined(separator: "| … |"), to: room)
    let side = max(0, (room - DisplayWidth.of(words)) / 2)
    let before = Self.tail(of: hit.span.before.oneLine, columns: side)
    line.append(String(repeating: " ", count: side - DisplayWidth.of(before)))
    line.append(before, .faint)
    line.append("|", .faint)
    line.append(words, .strong)
    line.append("|", .faint)
    line.append(Self.head(of: hit.span.after.oneLine, columns: side), .faint)
    if let remark = hit.remark { line.append("  (\(remark))", .faint) }
    text = line
  }

  private static func shortened(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let half = (columns - 1) / 2
    return head(of: text, columns: half, ellipsis: "") + "…"
      + tail(of: text, columns: half, ellipsis: "")
  }

  /// As much of the beginning as fits, with an ellipsis where that is not all.
  static func head(of text: String, columns: Int, ellipsis: String = "…") -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let kept = fitting(text, columns - 1)
    return kept.isEmpty ? "" : String(kept) + ellipsis
  }

  private static func tail(of text: String, columns: Int, ellipsis: String = "…") -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let kept = fitting(text.reversed(), columns - 1)
    return kept.isEmpty ? "" : ellipsis + String(kept.reversed())
  }

  /// As many characters from the front as fit.
  private static func fitting(_ characters: some Sequence<Character>, _ columns: Int) -> [Character]
  {
    var width = 0
    return characters.prefix {
      width += DisplayWidth.columns(of: $0)
      return width <= columns
    }
  }
}

extension String {
  /// The text with line breaks and tabs as blanks and other controls made visible.
  var oneLine: String {
    // What is shown is on one line already as a rule.
    guard unicodeScalars.contains(where: { $0.value < 0x20 || $0.isWhitespace && $0 != " " }) else {
      return visible
    }
    return String(map { $0.isNewline || $0 == "\t" ? " " : $0 }).visible
  }

  /// The text with blanks before it up to a number of columns.
  func leftPadding(_ columns: Int) -> String {
    String(repeating: " ", count: Swift.max(0, columns - DisplayWidth.of(self))) + self
  }

  /// The text filled up with blanks to a number of columns.
  func padding(_ columns: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, columns - DisplayWidth.of(self)))
  }
}
