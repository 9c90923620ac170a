/// What a schema says about the names in one file, each looked up once.
///
/// Names are the indices that the file's lines hold, so that a clean line costs no text.
struct SchemaFacts {
  /// What is asked about the label of every line.
  struct Traits: BitwiseCopyable {
    /// Where among the schema's labels it stands; -1 where the schema does not have it.
    var place = -1
    /// Whether it only groups other labels.
    var isAbstract = false
    /// Whether it marks events.
    var isEvent = false
    /// Whether quotation marks are trimmed from its spans.
    var trimsMarks = false
    /// Whether some attribute is required.
    var requiresAttributes = false
    /// Whether it limits how many relations of a name there are.
    var countsRelations = false

    /// Whether the schema has the label.
    var isKnown: Bool { place >= 0 }
  }

  /// What is known before the first line is looked at, behind one reference, for rules take copies.
  private let facts: Facts
  private var attributes: [UInt64: AttributeRule?] = [:]
  private var verdicts: [RelationVerdict.Question: RelationVerdict] = [:]

  /// Looks up all names of a file.
  init(_ schema: Schema, names: NameTable) {
    let known = schema.index.known.value { SchemaKnowledge(schema) }
    facts = Facts(schema, names, known)
  }

  private final class Facts: Sendable {
    let schema: Schema
    let names: NameTable
    let traits: [Traits]
    let known: SchemaKnowledge

    init(_ schema: Schema, _ names: NameTable, _ known: SchemaKnowledge) {
      self.schema = schema
      self.names = names
      self.known = known
      traits = (0..<UInt32(names.count)).map { known.traits(of: $0, in: names) }
    }
  }

  /// The schema itself.
  var schema: Schema { facts.schema }

  /// What is asked about the label with each index.
  var allTraits: [Traits] { facts.traits }

  /// What other files have found out about the schema.
  var known: SchemaKnowledge { facts.known }

  private var names: NameTable { facts.names }

  /// What is asked about the label with this index.
  func traits(of name: UInt32) -> Traits {
    name == .none ? Traits() : allTraits[Int(name)]
  }

  /// The name with this index; empty where there is none.
  func name(_ index: UInt32) -> String { index == .none ? "" : names[index] }

  /// The index of a name; `nil` where the file does not have it.
  func index(of name: String) -> UInt32? { names.index(of: name) }

  /// The label with this index; `nil` where the schema has none of that name.
  func label(_ name: UInt32) -> Label? {
    name == .none ? nil : schema.label(exactly: names[name])
  }

  /// What the schema says about an attribute, spelled just so, on annotations of a label; `nil` where
  /// these may not have it.
  mutating func attribute(_ name: UInt32, on label: UInt32) -> AttributeRule? {
    let key = UInt64(name) << 32 | UInt64(label)
    if let known = attributes[key] { return known }
    let rule = attributeRule(name, on: label)
    attributes[key] = .some(rule)
    return rule
  }

  /// The same, looked up anew.
  func attributeRule(_ name: UInt32, on label: UInt32) -> AttributeRule? {
    exact(schema.attribute(names[name], of: names[label]), name)
  }

  /// The same for an attribute of a relation that starts at a label.
  func attribute(_ name: UInt32, ofRelation relation: UInt32, from label: UInt32) -> AttributeRule?
  {
    exact(
      schema.attribute(names[name], ofRelation: names[relation], from: names[label])
        ?? ([.scope] as [AttributeRule]).named(names[name]), name)
  }

  /// What the schema says about a relation; asked once for all relations alike.
  mutating func knownVerdict(on question: RelationVerdict.Question) -> RelationVerdict {
    if let known = verdicts[question] { return known }
    let verdict = verdict(on: question)
    verdicts[question] = verdict
    return verdict
  }

  /// Whether any two annotations may not overlap in some way.
  var forbidsOverlaps: Bool { known.overlaps.forbidsAny }

  /// Whether annotations of two labels may so overlap.
  func allows(_ overlap: OverlapRules.Kind, of inner: UInt32, with outer: UInt32) -> Bool {
    let (one, other) = (traits(of: inner), traits(of: outer))
    guard one.isKnown, other.isKnown, !one.isEvent, !other.isEvent else { return true }
    return known.overlaps.allows(overlap, of: one.place, with: other.place)
  }

  /// Puts each of the file's names into another table, and tells their indices there.
  func places(in table: inout NameTable) -> [UInt32] {
    names.places(in: &table)
  }

  private func exact(_ rule: AttributeRule?, _ name: UInt32) -> AttributeRule? {
    guard let rule, rule.name.utf8.elementsEqual(names[name].utf8) else { return nil }
    return rule
  }
}

extension SchemaFacts.Traits {
  /// What is asked about a label, which stands in this place in its schema.
  init(of label: Label, at place: Int) {
    self.init(
      place: place, isAbstract: label.isAbstract, isEvent: label.isEvent,
      trimsMarks: label.edges == .insideMarks, requiresAttributes: !label.required.isEmpty,
      countsRelations: label.relations.contains { $0.count != .any })
  }
}
