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
      line.append("(article)")
      if let remark = hit.remark { line.append("  (\(remark))", .faint) }
      text = line
      return
    }
    line.append(hit.span.address.padding(6), .faint)
    line.append(" ")
    let room = max(24, columns - line.width - 2 - (hit.remark.map { $0.count + 4 } ?? 0))
    let words = Self.shortened(hit.span.text.oneLine, to: room)
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
    cut(Array(text), columns: columns) { kept, all in
      String(kept) + (kept.count < all ? ellipsis : "")
    }
  }

  private static func tail(of text: String, columns: Int, ellipsis: String = "…") -> String {
    cut(text.reversed(), columns: columns) { kept, all in
      (kept.count < all ? ellipsis : "") + String(kept.reversed())
    }
  }

  /// As many characters from the front as fit, one column left for the ellipsis if some do not.
  private static func cut(
    _ characters: [Character], columns: Int, _ finish: ([Character], Int) -> String
  ) -> String {
    let widths = characters.map(DisplayWidth.columns)
    let limit = widths.reduce(0, +) <= columns ? columns : columns - 1
    var width = 0
    var count = 0
    while count < characters.count, width + widths[count] <= limit {
      width += widths[count]
      count += 1
    }
    return count == 0 && limit < columns
      ? "" : finish(Array(characters[..<count]), characters.count)
  }
}

extension String {
  /// The text with line breaks and tabs as blanks and other controls made visible.
  var oneLine: String {
    String(map { $0.isNewline || $0 == "\t" ? " " : $0 }).visible
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
