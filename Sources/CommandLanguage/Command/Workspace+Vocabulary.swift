import Standoff

extension Workspace {
  /// The names that commands and queries know: those of the schema, and those that stand in the file
  /// besides.
  ///
  /// Asked for with every key that is pressed, so the lines are looked at only where some name is foreign.
  package var vocabulary: Vocabulary {
    let schema = schema
    guard let set = session?.annotations,
      set.hasName(where: { name in
        schema.label(named: name) == nil && schema.attributeName(name) == nil
          && schema.relationName(name) == nil && !Self.ownNames.contains(name)
      })
    else { return Vocabulary(schema) }
    return Vocabulary(
      schema,
      foreign: set.names.filter { kind, name in
        switch kind {
        case .label: schema.label(named: name) == nil
        case .attribute: schema.attributeName(name) == nil && name != AttributeRule.scope.name
        case .relation: schema.relationName(name) == nil
        }
      })
  }

  /// The names in files that no schema has.
  private static let ownNames: Set<String> = [
    AttributeRule.scope.name, Note.freeType, Note.annotatorsType, Note.conflictType, "Reference",
    "Arg1", "Arg2",
  ]
}
