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

/// What a schema was asked about lines and found to be in order.
struct PlainAnswers: Sendable {
  /// The names that occur in answers.
  var names = NameTable()
  /// The values of attributes that occur in answers.
  var values = NameTable()
  /// Attributes with their labels and values.
  var attributes = KnownKeys()
  /// Relations with the labels and the names of their ends.
  var relations = KnownKeys()

  /// How many there are.
  var count: Int { attributes.count + relations.count }
  /// Whether there is room for what the next file has of its own; a file may make up any number of
  /// names and values.
  var isWorthKeeping: Bool {
    names.count <= 1024 && values.count <= 128 && max(attributes.count, relations.count) <= 512
  }
}
