/// A JSON value whose objects keep the order of their keys.
///
/// Output for programs promises its key order and the journal is read back by line, so neither can
/// go through an encoder that sorts or shuffles keys.
package indirect enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Any other finite number; a number that is not finite is written as `null`.
  case number(Double)
  /// A string.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in the order they are written.
  case object([(key: String, value: JSONValue)])

  /// Whether two values are the same to the letter; the order of keys counts.
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.number(let a), .number(let b)): a.bitPattern == b.bitPattern
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy {
          $0.key.utf8.elementsEqual($1.key.utf8) && $0.value == $1.value
        }
    default: false
    }
  }

  /// Feeds the value's written form to `hasher`.
  package func hash(into hasher: inout Hasher) { hasher.combine(encoded()) }
}
