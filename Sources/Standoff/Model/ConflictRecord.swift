/// What a line of the type `Conflict` says, as far as it can be read.
package struct ConflictRecord {
  /// What somebody says: who, and the lines that say it, none where it is that nothing is there.
  package typealias Reading = (annotator: String, ids: [AnnotationID])

  /// The number of the conflict, within 0 and ``lastNumber`` whatever the file says.
  package let number: Int?
  /// What is disputed, as the file spells it.
  package let kind: String?
  /// The annotators, or sides, whose reading the line stands on.
  package let from: [String]
  /// The attribute or relation; `ref` for references, and for groups their name after a `*`.
  package let name: String?
  /// Who says what, where the line tells of everybody.
  package let readings: [Reading]?

  /// The kind of conflicts about attributes and references.
  package static let attributeKind = "attribute"
  /// The highest number of a conflict.
  package static let lastNumber = 999_999_999

  /// Reads the text of a line; `nil` where it is no JSON.
  package init?(_ text: String) {
    guard let value = JSONValue(parsing: text) else { return nil }
    number = (value["group"]?.integer).map { min(max(0, $0), Self.lastNumber) }
    kind = value["kind"]?.string
    from = value["from"]?.array?.compactMap(\.string) ?? []
    name = value["name"]?.string
    if case .object(let members)? = value["readings"] {
      readings = members.map { annotator, ids in
        (annotator, ids.array?.compactMap(\.string).map { AnnotationID($0) } ?? [])
      }
    } else {
      readings = nil
    }
  }

  /// Whether it is about an attribute, spelled so.
  package func isAbout(attribute: String) -> Bool {
    kind == Self.attributeKind && name?.utf8.elementsEqual(attribute.utf8) == true
  }
}
