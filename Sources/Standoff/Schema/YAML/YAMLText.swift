/// Writes YAML for people to read and to compare line by line: blocks of keys, short lists on one
/// line, quotes only where they are needed.
struct YAMLText {
  private(set) var text = ""
  private var indent = 0

  /// A key with a word or a sentence; nothing where there is none.
  mutating func line(_ key: String, _ value: String?) {
    guard let value else { return }
    begin(key)
    // Outside brackets a comma is an ordinary character.
    text += " " + (Self.isPlain(value, besides: ",") ? value : Self.quoted(value)) + "\n"
  }

  /// A key with a list of words on one line; nothing where it is empty.
  mutating func line(_ key: String, list values: [String]) {
    if !values.isEmpty { line(key, raw: Self.list(values)) }
  }

  /// A key with what is YAML already.
  mutating func line(_ key: String, raw value: String) {
    begin(key)
    text += " " + value + "\n"
  }

  /// A key with a block of others below it.
  mutating func block(_ key: String, _ body: (inout YAMLText) -> Void) {
    begin(key)
    text += "\n"
    indent += 1
    body(&self)
    indent -= 1
  }

  /// A key with one block for each element; nothing where there is none.
  mutating func block<Element>(
    _ key: String, each elements: [Element], _ body: (Element, inout YAMLText) -> Void
  ) {
    guard !elements.isEmpty else { return }
    block(key) { text in
      for element in elements { body(element, &text) }
    }
  }

  /// An entry of a list, below a key.
  mutating func item(raw value: String) {
    text += String(repeating: "  ", count: indent) + "- " + value + "\n"
  }

  private mutating func begin(_ key: String) {
    text += String(repeating: "  ", count: indent) + Self.scalar(key) + ":"
  }

  /// Words between brackets.
  static func list(_ values: [String]) -> String {
    "[" + values.map(scalar).joined(separator: ", ") + "]"
  }

  /// Keys and values between braces, the values YAML already.
  static func map(_ entries: [(key: String, value: String)]) -> String {
    "{ " + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
  }

  /// A scalar, in quotes unless it is plainly a word or a sentence wherever it may stand.
  static func scalar(_ value: String) -> String {
    isPlain(value) ? value : quoted(value)
  }

  private static func isPlain(_ value: String, besides extra: Unicode.Scalar? = nil) -> Bool {
    guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last,
      first.properties.isAlphabetic || first == "_" || ("0"..."9").contains(first), last != " "
    else { return false }
    return value.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "_", "-", ".", ";", " ", "/", "'", "“", "”", "’", "…", "(", ")": true
      case "0"..."9": true
      default: scalar == extra || scalar.properties.isAlphabetic && scalar.value <= 0xFFFF
      }
    }
  }

  private static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
        }
      }
    }
    return result + "\""
  }

  /// What YAML takes as it is inside quotes; breaks and controls are escaped for people as well.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202F...0x2065, 0x2070...0xD7FF, 0xE000...0xFEFE,
      0xFF00...0xFFFD, 0x10000...0x10FFFF:
      true
    default: false
    }
  }
}
