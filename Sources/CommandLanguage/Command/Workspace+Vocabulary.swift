import Standoff

extension Workspace {
  /// The names that commands and queries know: those of the schema, and those that stand in the file
  /// besides.
  package var vocabulary: Vocabulary {
    let schema = schema
    let names = session?.annotations.names ?? []
    return Vocabulary(
      schema,
      foreign: names.filter { kind, name in
        switch kind {
        case .label: schema.label(named: name) == nil
        case .attribute: schema.attributeName(name) == nil && name != AttributeRule.scope.name
        case .relation: schema.relationName(name) == nil
        }
      })
  }
}
