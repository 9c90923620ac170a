import Standoff

/// A quoted string as it was read.
struct QuotedString {
  /// What it says, escapes resolved.
  var text: String
  /// Its code points in the input, marks included.
  var range: Range<Int>
}

extension LineReader {
  /// Whether a quoted string begins here.
  var startsString: Bool { next == "\"" || next == "“" }

  /// Reads the string that begins here.
  ///
  /// It is `"…"` with escapes, or pasted between `“` and `”`, which nest; in a pasted string a
  /// backslash that begins no escape is text.
  ///
  /// - Throws: `syntax` if it is not closed, and then ``LineReader/wantsMore`` is true, or if an
  ///   escape is unknown.
  mutating func string(expecting expectation: Expectation) throws(DiagnosticError) -> QuotedString {
    let start = offset
    let opening: Unicode.Scalar = next ?? "\""
    let isPasted = opening == "“"
    offset += 1
    var text = String.UnicodeScalarView()
    var typed: String?
    var depth = 1
    while let scalar = next {
      if cursor == offset { typed = String(text) }
      if scalar == (isPasted ? "”" : "\"") {
        depth -= 1
        if depth == 0 { break }
      } else if isPasted, scalar == "“" {
        depth += 1
      }
      if scalar == "\\" {
        try escape(into: &text, strictly: !isPasted)
      } else {
        text.append(scalar)
        offset += 1
      }
    }
    if cursor == offset { typed = String(text) }
    expect(
      expectation, over: start + 1..<offset, touching: true, quote: opening, typed: typed)
    guard next != nil else {
      wantsMore = true
      throw DiagnosticError(
        .syntax, "the quote that opens here is not closed",
        at: place(of: start..<scalars.count))
    }
    offset += 1
    tokenEnd = offset
    if scalars[start..<offset].contains("\n") { quoteOverLines = start..<offset }
    return QuotedString(text: String(text), range: start..<offset)
  }

  /// Reads the escape whose backslash stands here.
  private mutating func escape(
    into text: inout String.UnicodeScalarView, strictly: Bool
  ) throws(DiagnosticError) {
    let start = offset
    offset += 1
    let letter = next
    if letter != nil { offset += 1 }
    switch letter {
    case "\"": text.append("\"")
    case "\\": text.append("\\")
    case "n": text.append("\n")
    case "t": text.append("\t")
    case "\n": break
    case "\r" where next == "\n": offset += 1
    case nil: break
    case "u":
      if let scalar = codePoint() {
        text.append(scalar)
      } else if strictly {
        throw DiagnosticError(
          .syntax, "`\\u` needs a code point in braces, as in `\\u{e9}`",
          at: place(of: start..<offset))
      } else {
        text.append(contentsOf: scalars[start..<offset])
      }
    default:
      guard strictly else { return text.append(contentsOf: scalars[start..<offset]) }
      let typed = String(scalars: scalars[start..<offset])
      throw DiagnosticError(
        .syntax, "`\(typed)` is no escape; a backslash itself is written `\\\\`",
        at: place(of: start..<offset))
    }
  }

  /// Reads `{…}` with one to eight hexadecimal digits; reads nothing if it is not that.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard next == "{" else { return nil }
    var end = offset + 1
    var value: UInt32 = 0
    while let digit = scalar(end)?.hexDigitValue, end - offset <= 8 {
      value = value << 4 | digit
      end += 1
    }
    guard end > offset + 1, scalar(end) == "}", let scalar = Unicode.Scalar(value) else {
      return nil
    }
    offset = end + 1
    return scalar
  }
}

extension Unicode.Scalar {
  fileprivate var hexDigitValue: UInt32? {
    switch self {
    case "0"..."9": value - 48
    case "a"..."f": value - 87
    case "A"..."F": value - 55
    default: nil
    }
  }
}
