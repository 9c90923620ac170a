extension JSONValue {
  /// The value on one line, as the UTF-8 that goes to files and programs.
  ///
  /// - Parameter asciiOnly: whether everything outside ASCII is written as `\u` escapes, as it is in
  ///   lines that other tools read.
  package func encoded(asciiOnly: Bool = false) -> String {
    var text = ""
    write(to: &text, asciiOnly: asciiOnly)
    return text
  }

  private func write(to text: inout String, asciiOnly: Bool) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? "\(value)" : "null"
    case .string(let value): Self.write(value, to: &text, asciiOnly: asciiOnly)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text, asciiOnly: asciiOnly)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.key, to: &text, asciiOnly: asciiOnly)
        text += ":"
        member.value.write(to: &text, asciiOnly: asciiOnly)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String, asciiOnly: Bool) {
    text += "\""
    defer { text += "\"" }
    // Most strings stand for themselves.
    let isPlain = string.unicodeScalars.allSatisfy {
      $0 != "\"" && $0 != "\\" && !mustEscape($0) && !(asciiOnly && !$0.isASCII)
    }
    if isPlain { return text += string }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where mustEscape(scalar) || (asciiOnly && !scalar.isASCII):
        for unit in UTF16.encode(scalar) ?? .init() {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Controls, the separators at which line-minded readers would break a line, and the marks that
  /// turn the direction of what a terminal shows.
  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
