/// A line of a standoff file as Python breaks lines for brat: also at a lone CR, at U+000B, 000C,
/// 001C to 001E, 0085, 2028 and 2029, inside what we read as one line.
struct BratLine {
  /// The code points with those that end the line.
  private(set) var text: [Unicode.Scalar] = []
  /// The line of the file that it stands on, counted from 1.
  let number: Int
  /// How many code points of that line come before it.
  let indent: Int
  /// All of that line.
  let excerpt: String

  /// The lines of a file.
  static func all(in file: String) -> [BratLine] {
    var lines: [BratLine] = []
    let rows = file.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, row) in rows.enumerated() {
      let excerpt = String(row.last == "\r" ? row.dropLast() : row)
      let end: [Unicode.Scalar] = index < rows.count - 1 ? ["\n"] : []
      var line = BratLine(number: index + 1, indent: 0, excerpt: excerpt)
      for scalar in [Array(row), end].joined() {
        if let last = line.text.last, last.isLineBreak, !(last == "\r" && scalar == "\n") {
          lines.append(line)
          line = BratLine(
            number: index + 1, indent: line.indent + line.text.count, excerpt: excerpt)
        }
        line.text.append(scalar)
      }
      if !line.text.isEmpty { lines.append(line) }
    }
    return lines
  }

  /// Whether U+000A alone ends the line.
  var endsPlainly: Bool { text.last == "\n" && text.dropLast().last != "\r" }

  /// Where a part of the line stands in the file.
  func place(of part: BratText) -> Place {
    Place(
      line: number, column: 1 + indent + part.startIndex, length: max(1, part.count),
      excerpt: excerpt)
  }
}
