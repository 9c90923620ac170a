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
    /// The line of the relation that it is; `nil` for a role or a group.
    package var relation: AnnotationID?
    /// What is said of the relation itself.
    package var said: [Saying] = []
    /// The notes on the relation itself, in the file's order.
    package var notes: [String] = []

    /// What the other end is called.
    package var end: String { handle ?? id.description }

    /// What is said of the relation itself, as it would be typed: ` tone=calm note="…"`.
    package var details: String {
      said.map { " \($0.name)=\(($0.value ?? Attribute.presence).asValue)" }.joined()
        + notes.map { " note=" + $0.quoted }.joined()
    }
  }

  /// An attribute of a relation; a binary one has no value.
  package struct Saying: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its value.
    package var value: String?
  }

  /// An event on the annotation, with what is said on its own line.
  package struct Event: Sendable {
    /// The id in the file.
    package var id: AnnotationID
    /// Who takes part, by the roles without their numbers.
    package var roles: [Link]
    /// Names and values in the file's order.
    package var attributes: [(name: String, value: String?)]
    /// References as `database:key`.
    package var references: [String]
    /// Notes in the file's order.
    package var notes: [String]
    /// Notes of other types than free ones.
    package var typedNotes: [TypedNote] = []
  }

  /// A note of a type that another program gave it, such as `Lemma`.
  package struct TypedNote: Sendable {
    /// The type.
    package var type: String
    /// The text.
    package var text: String
  }

  /// A group that the annotation is in.
  package struct Group: Sendable {
    /// The group's name, `Equiv` in brat's own files.
    package var name: String
    /// The other members, in the order of the line.
    package var others: [Link]
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
  /// Names and values in the file's order, as all else here without those of its events; a binary
  /// attribute has no value.
  package var attributes: [(name: String, value: String?)]
  /// Relations that start here or at an event on it.
  package var relations: [Link]
  /// Relations that end here, and events that it takes part in.
  package var incoming: [Link]
  /// References as `database:key`.
  package var references: [String]
  /// Notes in the file's order.
  package var notes: [String]
  /// Notes of other types than free ones, in the file's order.
  package var typedNotes: [TypedNote] = []
  /// Who made it, where a merged file says so, else the session's annotator.
  package var annotators: [String]
  /// The events on it; of an event it alone.
  package var events: [Event]
  /// The groups that it is in.
  package var groups: [Group] = []

  package static func == (left: Self, right: Self) -> Bool { left.json == right.json }
  package func hash(into hasher: inout Hasher) { hasher.combine(json) }

  /// The object of the programs reference.
  package var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("handle", handle.map(JSONValue.string) ?? .null),
      ("id", .string(id.description)),
      ("label", .string(label)),
      ("ranges", .array(ranges.map(\.json))),
      ("text", .string(text)),
      ("attributes", Self.json([attributes] + events.map(\.attributes))),
      ("relations", Self.json(relations)),
      ("refs", Self.json(references + events.flatMap(\.references))),
      ("notes", Self.json(notes + events.flatMap(\.notes))),
      ("annotators", Self.json(annotators)),
    ]
    let others = typedNotes + events.flatMap(\.typedNotes)
    if !others.isEmpty { members.append(("typedNotes", Self.json(others))) }
    if !events.isEmpty { members.append(("events", .array(events.map(Self.json)))) }
    if !groups.isEmpty { members.append(("groups", .array(groups.map(Self.json)))) }
    return .object(members)
  }

  private static func json(_ group: Group) -> JSONValue {
    let others = group.others.map { JSONValue.string($0.id.description) }
    return .object([("name", .string(group.name)), ("with", .array(others))])
  }

  private static func json(_ event: Event) -> JSONValue {
    .object(
      [
        ("id", .string(event.id.description)), ("roles", json(event.roles)),
        ("attributes", json([event.attributes])), ("refs", json(event.references)),
        ("notes", json(event.notes)),
      ] + (event.typedNotes.isEmpty ? [] : [("typedNotes", json(event.typedNotes))]))
  }

  private static func json(_ notes: [TypedNote]) -> JSONValue {
    .array(notes.map { .object([("type", .string($0.type)), ("text", .string($0.text))]) })
  }

  /// By name.
  ///
  /// What one bearer has twice, as a file should not, is an array of its values; what several bearers have,
  /// as events on one trigger may, is that of the first.
  private static func json(_ bearers: [[(name: String, value: String?)]]) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    for attributes in bearers {
      let own = members.count
      for attribute in attributes {
        let value = JSONValue.string(attribute.value ?? Attribute.presence)
        guard let index = members.firstIndex(where: { $0.key.isSpelled(attribute.name) }) else {
          members.append((attribute.name, value))
          continue
        }
        guard index >= own else { continue }
        let values = members[index].value.array ?? [members[index].value]
        if !values.contains(value) { members[index].value = .array(values + [value]) }
      }
    }
    return .object(members)
  }

  /// The links as programs know them.
  package static func json(_ links: [Link]) -> JSONValue {
    .array(
      links.map { link in
        var members: [(key: String, value: JSONValue)] = [
          ("name", .string(link.name)), ("to", .string(link.id.description)),
        ]
        if !link.said.isEmpty {
          members.append(("attributes", json([link.said.map { ($0.name, $0.value) }])))
        }
        if !link.notes.isEmpty { members.append(("notes", json(link.notes))) }
        return .object(members)
      })
  }

  private static func json(_ texts: [String]) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }
}

extension TextRange {
  /// The range as `[start, end]`.
  package var json: JSONValue { .array([.integer(lower.value), .integer(upper.value)]) }
}
