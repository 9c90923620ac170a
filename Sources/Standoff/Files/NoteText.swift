/// How the text of a free note stands on one line.
///
/// Notes that galley wrote are escaped: `\\` for a backslash, `\n`, `\t` and `\r`, and `\u{2028}` and
/// the like for whatever else some reader would break the line at. Whether galley wrote a note
/// shows in its id, which lies in the range that ``StableID`` gives out and no other tool reaches
/// (brat stops at 32767); the text of every other note is what the file says.
enum NoteText {
  /// Whether the text of this `#` line is escaped.
  static func isEscaped(type: String, id: AnnotationID) -> Bool {
    type == Note.freeType && StableID.isOwn(id)
  }

  /// The text as it stands in a file.
  static func escaped(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": line.append(contentsOf: "\\n".unicodeScalars)
      case "\t": line.append(contentsOf: "\\t".unicodeScalars)
      case "\r": line.append(contentsOf: "\\r".unicodeScalars)
      case _ where scalar.isLineBreak:
        line.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// The text as it was typed; an escape that is none of ours stays as it is.
  static func unescaped(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    var rest = Substring(line).unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      switch rest.first {
      case "\\": text.append("\\")
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      case "u":
        guard let (scalar, length) = codePoint(rest.dropFirst()) else { fallthrough }
        text.append(scalar)
        rest = rest.dropFirst(length)
      default:
        text.append("\\")
        continue
      }
      rest = rest.dropFirst()
    }
    return String(text)
  }

  /// Reads `{2028}`, and tells how long it is.
  private static func codePoint(_ rest: Substring.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
    guard rest.first == "{" else { return nil }
    let digits = rest.dropFirst().prefix { $0.properties.isASCIIHexDigit }
    guard digits.count <= 6, rest.dropFirst(digits.count + 1).first == "}",
      let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, digits.count + 2)
  }
}
