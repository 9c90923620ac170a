extension JSONValue {
  /// How deep lists and objects may lie in one another before a text is refused.
  private static let deepest = 128

  /// Reads one JSON value that fills `text`, blanks around it allowed; `nil` where it is not JSON.
  ///
  /// So are numbers beyond the range of `Double` and values nested more than 128 deep.
  package init?(parsing text: some StringProtocol) {
    var reader = Reader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: 0), reader.atEnd() else { return nil }
    self = value
  }

  /// The value of the first member with this very key, where this is an object that has it.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The string, where this is one.
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The whole number, where this is one.
  package var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  /// The list, where this is one.
  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func value(depth: Int) -> JSONValue? {
      skipBlanks()
      guard depth < JSONValue.deepest, position < bytes.count else { return nil }
      switch bytes[position] {
      case UInt8(ascii: "{"): return object(depth: depth)
      case UInt8(ascii: "["): return array(depth: depth)
      case UInt8(ascii: "\""): return string().map(JSONValue.string)
      case UInt8(ascii: "t"): return word("true", .bool(true))
      case UInt8(ascii: "f"): return word("false", .bool(false))
      case UInt8(ascii: "n"): return word("null", .null)
      default: return number()
      }
    }

    mutating func atEnd() -> Bool {
      skipBlanks()
      return position == bytes.count
    }

    private mutating func object(depth: Int) -> JSONValue? {
      position += 1
      var members: [(key: String, value: JSONValue)] = []
      skipBlanks()
      if take("}") { return .object([]) }
      repeat {
        skipBlanks()
        guard let key = string() else { return nil }
        skipBlanks()
        guard take(":"), let value = value(depth: depth + 1) else { return nil }
        members.append((key, value))
        skipBlanks()
      } while take(",")
      return take("}") ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> JSONValue? {
      position += 1
      var values: [JSONValue] = []
      skipBlanks()
      if take("]") { return .array([]) }
      repeat {
        guard let value = value(depth: depth + 1) else { return nil }
        values.append(value)
        skipBlanks()
      } while take(",")
      return take("]") ? .array(values) : nil
    }

    private mutating func string() -> String? {
      guard take("\"") else { return nil }
      var units: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let scalar = escape() else { return nil }
          units.append(contentsOf: UTF8.encode(scalar) ?? .init())
        case 0..<0x20: return nil
        default: units.append(byte)
        }
      }
      return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
      case UInt8(ascii: "u"):
        guard let unit = fourDigits() else { return nil }
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
        guard take("\\"), take("u"), let trail = fourDigits(), UTF16.isTrailSurrogate(trail) else {
          return nil
        }
        return Unicode.Scalar(
          0x10000 + ((UInt32(unit) & 0x3FF) << 10) + (UInt32(trail) & 0x3FF))
      default: return nil
      }
    }

    private mutating func fourDigits() -> UInt16? {
      guard position + 4 <= bytes.count,
        let digits = String(validating: bytes[position..<position + 4], as: UTF8.self),
        digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
      else { return nil }
      position += 4
      return UInt16(digits, radix: 16)
    }

    /// Reads a number as RFC 8259 writes it: no plus sign, no leading zeros, digits about a point.
    private mutating func number() -> JSONValue? {
      let start = position
      _ = take("-")
      guard take("0") || digits() else { return nil }
      var isWhole = true
      if take(".") {
        isWhole = false
        guard digits() else { return nil }
      }
      if take("e") || take("E") {
        isWhole = false
        if !take("-") { _ = take("+") }
        guard digits() else { return nil }
      }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      if isWhole, let whole = Int(text) { return .integer(whole) }
      return Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    }

    private mutating func digits() -> Bool {
      let start = position
      while position < bytes.count, bytes[position].isDigit { position += 1 }
      return position > start
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
      let letters = Array("\(word)".utf8)
      guard bytes[position...].starts(with: letters) else { return nil }
      position += letters.count
      return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    private mutating func skipBlanks() {
      while position < bytes.count,
        [.space, .tab, .lineFeed, .carriageReturn].contains(bytes[position])
      {
        position += 1
      }
    }
  }
}
