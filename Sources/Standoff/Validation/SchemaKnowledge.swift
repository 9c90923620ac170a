internal import Synchronization

/// What checking has found out about a schema, kept for the next file.
///
/// Each file of a corpus asks the same few questions. Several threads may ask at once.
final class SchemaKnowledge: Sendable {
  /// The names of the labels; the first of those that are spelled the same counts.
  private let names: NameTable
  /// What is asked about the label with each of these names.
  private let traits: [SchemaFacts.Traits]
  /// Which annotations may overlap.
  let overlaps: OverlapTable
  /// Whether some relation has to have an attribute of its own.
  let requiresRelationAttributes: Bool

  private let kept = Mutex(PlainAnswers())

  /// Looks up all labels.
  init(_ schema: Schema) {
    var names = NameTable()
    var traits: [SchemaFacts.Traits] = []
    for (place, label) in schema.labels.enumerated() {
      let name = Array(label.name.utf8)
      guard names.insert(name.span, 0..<name.count) == traits.count else { continue }
      traits.append(SchemaFacts.Traits(of: label, at: place))
    }
    self.names = names
    self.traits = traits
    overlaps = OverlapTable(schema)
    requiresRelationAttributes = schema.labels.contains { label in
      label.relations.contains { $0.attributes.contains(where: \.isRequired) }
    }
  }

  /// What is asked about the label of which `table` holds the name.
  func traits(of name: UInt32, in table: NameTable) -> SchemaFacts.Traits {
    table.index(of: name, in: names).map { traits[Int($0)] } ?? SchemaFacts.Traits()
  }

  /// What was found to be in order.
  var answers: PlainAnswers { kept.withLock { $0 } }

  /// Keeps what was found to be in order, where it is more than before.
  func keep(_ answers: PlainAnswers) {
    guard answers.isWorthKeeping else { return }
    kept.withLock { if answers.count > $0.count { $0 = answers } }
  }
}
