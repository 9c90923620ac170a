import Standoff

extension Workspace {
  /// The names that queries know: those of the schema, and labels that stand in the file besides.
  package var vocabulary: Vocabulary {
    let schema = schema
    let foreign = session?.annotations.labels { schema.label(named: $0) == nil }
    return Vocabulary(schema, foreign: foreign ?? [])
  }
}
