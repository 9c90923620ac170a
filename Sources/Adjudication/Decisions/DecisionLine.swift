import Standoff

/// A cursor over one line of a file of decisions.
struct DecisionLine {
  /// The line.
  let text: String
  private let scalars: [Unicode.Scalar]
  private var offset = 0

  /// Starts at the beginning of a line.
  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  /// The column of what is read next, from 1.
  var column: Int { offset + 1 }
  /// Whether nothing is left.
  var isAtEnd: Bool { offset >= scalars.count }
  /// The next code point.
  var next: Unicode.Scalar? { isAtEnd ? nil : scalars[offset] }

  /// Passes blanks.
  mutating func skipBlanks() { while next == " " || next == "\t" { offset += 1 } }

  /// Passes a string between straight quotes, or else one code point.
  mutating func skipOne() {
    if quoted() == nil { offset += 1 }
  }

  /// Reads a bare word; `nil` where none stands here.
  mutating func word() -> String? {
    skipBlanks()
    let start = offset
    while let scalar = next, scalar != " ", scalar != "\t", scalar != "\"" { offset += 1 }
    return offset > start ? string(start..<offset) : nil
  }

  /// Reads up to `=>`, which is passed, but for blanks at the edges; `nil` where there is none.
  mutating func key() -> String? {
    skipBlanks()
    let start = offset
    var ahead = self
    while !ahead.isAtEnd {
      if ahead.next == "\"" {
        guard ahead.quoted() != nil else { return nil }
        continue
      }
      if ahead.next == "=", ahead.offset + 1 < scalars.count, scalars[ahead.offset + 1] == ">",
        ahead.offset > start, scalars[ahead.offset - 1] == " "
      {
        offset = ahead.offset + 2
        return string(start..<ahead.offset - 1)
      }
      ahead.offset += 1
    }
    return nil
  }

  /// Reads `@120-126="words"`.
  mutating func stretch() -> (range: TextRange, words: String)? {
    skipBlanks()
    guard take("@"), let lower = number(), take("-"), let upper = number(), lower < upper,
      take("="), let words = quoted()
    else { return nil }
    return (TextRange(lower, upper), words)
  }

  /// Reads the `+` between two stretches; whether it stood here.
  mutating func plus() -> Bool {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.take("+") else { return false }
    self = ahead
    return true
  }

  /// Reads `name=value`; `nil` where it does not stand here.
  mutating func option() -> DecisionOption? {
    var ahead = self
    ahead.skipBlanks()
    let start = ahead.offset
    while let scalar = ahead.next, scalar != "=", scalar != " ", scalar != "\"", scalar != "#" {
      ahead.offset += 1
    }
    let name = string(start..<ahead.offset)
    guard !name.isEmpty, ahead.take("=") else { return nil }
    let isQuoted = ahead.next == "\""
    guard let value = isQuoted ? ahead.quoted() : ahead.word() else { return nil }
    self = ahead
    return DecisionOption(name: name, value: value, isQuoted: isQuoted)
  }

  /// Reads all that is left behind the `#` that stands here, without blanks at its start.
  mutating func rest() -> String {
    _ = take("#")
    skipBlanks()
    defer { offset = scalars.count }
    return string(offset..<scalars.count)
  }

  // MARK: Parts

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    offset += 1
    return true
  }

  /// Reads a number of at most nine digits.
  private mutating func number() -> Int? {
    let start = offset
    while let scalar = next, ("0"..."9").contains(scalar) { offset += 1 }
    return offset - start <= 9 ? Int(string(start..<offset)) : nil
  }

  /// Reads a string between straight quotes with the escapes of JSON.
  private mutating func quoted() -> String? {
    guard next == "\"" else { return nil }
    let start = offset
    offset += 1
    while let scalar = next, scalar != "\"" { offset += scalar == "\\" ? 2 : 1 }
    guard next == "\"" else {
      offset = start
      return nil
    }
    offset += 1
    return JSONValue(parsing: string(start..<offset))?.string
  }

  private func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(text)
  }
}
