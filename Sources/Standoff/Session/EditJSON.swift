extension JSONValue {
  /// An edit as the journal has it: a list of hunks, each its line from 0, the lines removed, the
  /// lines added.
  init(_ edit: Edit) {
    self = .array(
      edit.hunks.map { hunk in
        .array([
          .integer(hunk.line), .array(hunk.removed.map(JSONValue.init(line:))),
          .array(hunk.added.map(JSONValue.init(line:))),
        ])
      })
  }

  private init(line: [UInt8]) {
    self =
      if let text = String(validating: line, as: UTF8.self) {
        .string(text)
      } else {
        .object([("hex", .string(line.map(Self.twoDigits).joined()))])
      }
  }

  private static func twoDigits(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// The bytes of a line of a standoff file.
  fileprivate var line: [UInt8]? {
    if let text = string { return Array(text.utf8) }
    guard let digits = self["hex"]?.string.map({ Array($0.utf8) }), digits.count.isMultiple(of: 2)
    else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(ofDigit: digits[index]),
        let low = Self.value(ofDigit: digits[index + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension Edit {
  /// Reads an edit from a journal; `nil` where it is none.
  ///
  /// Whether it fits a file is for the file to say.
  init?(_ value: JSONValue) {
    guard let list = value.array else { return nil }
    var hunks: [Hunk] = []
    for value in list {
      guard let parts = value.array, parts.count == 3, let line = parts[0].integer,
        (0...Self.mostLines).contains(line),
        let removed = Self.lines(parts[1]), let added = Self.lines(parts[2])
      else { return nil }
      hunks.append(Hunk(line: line, removed: removed, added: added))
    }
    self.init(hunks: hunks)
  }

  /// More than any file has, and far from where sums of line numbers would overflow.
  private static let mostLines = 1 << 40

  private static func lines(_ value: JSONValue) -> [[UInt8]]? {
    guard let values = value.array else { return nil }
    let lines = values.compactMap(\.line)
    return lines.count == values.count ? lines : nil
  }
}
