package import Standoff

/// One annotation with all that is said of it, ready to be printed.
package struct AnnotationReport: Hashable, Sendable {
  /// A relation as seen from one of its ends.
  package struct Link: Hashable, Sendable {
    /// The relation's name as the schema has it.
    package var name: String
    /// The shorter name that people type, where the schema has one.
    package var alias: String?
    /// The other end.
    package var id: AnnotationID
    /// The other end's handle, where it has one.
    package var handle: String?
  }

  /// The handle in this session; programs never rely on it.
  package var handle: String?
  /// The id in the file.
  package var id: AnnotationID
  /// The label.
  package var label: String
  /// The stretches, joined over line breaks.
  package var ranges: [TextRange]
  /// Whether it stands for the whole article.
  package var isArticleLevel: Bool
  /// The words.
  package var text: String
  /// Where it starts, as `6.1`.
  package var place: String
  /// The words as an expression that finds them again: `There is no problem … target China`.
  package var echo: String
  /// Names and values in the file's order; a binary attribute has no value.
  package var attributes: [(name: String, value: String?)]
  /// Relations that start here.
  package var relations: [Link]
  /// Relations that end here.
  package var incoming: [Link]
  /// References as `database:key`.
  package var references: [String]
  /// Notes in the file's order.
  package var notes: [String]
  /// Who made it, where a merged file says so, else the session's annotator.
  package var annotators: [String]

  package static func == (left: Self, right: Self) -> Bool { left.json == right.json }
  package func hash(into hasher: inout Hasher) { hasher.combine(json) }

  /// The object of the programs reference.
  package var json: JSONValue {
    .object([
      ("handle", handle.map(JSONValue.string) ?? .null),
      ("id", .string(id.description)),
      ("label", .string(label)),
      ("ranges", .array(ranges.map(\.json))),
      ("text", .string(text)),
      ("attributes", .object(attributes.map { ($0.name, .string($0.value ?? "yes")) })),
      (
        "relations",
        .array(
          relations.map {
            .object([("name", .string($0.name)), ("to", .string($0.id.description))])
          })
      ),
      ("refs", .array(references.map(JSONValue.string))),
      ("notes", .array(notes.map(JSONValue.string))),
      ("annotators", .array(annotators.map(JSONValue.string))),
    ])
  }
}

extension TextRange {
  /// The range as `[start, end]`.
  package var json: JSONValue { .array([.integer(lower.value), .integer(upper.value)]) }
}
