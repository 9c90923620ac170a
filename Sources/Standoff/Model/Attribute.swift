/// A property of an annotation, with a value or binary: an `A` line, or an older `M` line.
public struct Attribute: Hashable, Sendable {
  /// The id as it is written in the file.
  public let id: AnnotationID
  /// The annotation that has the property.
  public let target: AnnotationID
  /// The name of the property.
  public let name: String
  /// The value; `nil` where the attribute is binary and holds by being there.
  public let value: String?

  /// What is shown for the value of a binary attribute, and typed for it.
  package static let presence = "yes"

  /// The value as it is shown: of a binary attribute, that it is there.
  package var shownValue: String { value ?? Self.presence }
}

extension StandoffRecord {
  /// The value of an attribute as it is shown; see ``Attribute/shownValue``.
  package var shownValue: String { value ?? Attribute.presence }
}

extension AnnotationSet {
  /// The attributes of an annotation, relation or event, in the order of their ids.
  public func attributes(of id: AnnotationID) -> [Attribute] {
    store.rows(of: .attribute, on: id).map(attribute)
  }

  /// The `A` or `M` line in a row.
  func attribute(_ row: UInt32) -> Attribute {
    Attribute(
      id: store.id(of: row), target: store.target(of: row), name: store.label(of: row),
      value: store.value(ofAttribute: row))
  }
}

extension LineStore {
  /// The value of the `A` or `M` line in a row; `nil` where it has none.
  func value(ofAttribute row: UInt32) -> String? {
    valueBytes(ofAttribute: row).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What follows the second word and a space in the `A` or `M` line in a row.
  func valueBytes(ofAttribute row: UInt32) -> ArraySlice<UInt8>? {
    var rest = data(of: row)
    for _ in 0..<2 {
      rest = rest.drop { $0 == .space }.drop { $0 != .space }.dropFirst()
    }
    return rest.isEmpty ? nil : rest
  }
}
