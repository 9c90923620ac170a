import Standoff

extension Workspace {
  /// The names that commands and queries know: those of the schema, and those that stand in the file
  /// besides.
  package var vocabulary: Vocabulary {
    let schema = schema
    let foreign = session?.annotations.names { name in
      // `Scope` and galley's own types are words of no query.
      schema.label(named: name) == nil && schema.attributeName(name) == nil
        && schema.relationName(name) == nil && !Self.ownNames.contains(name)
    }
    return Vocabulary(schema, foreign: foreign ?? NamesInUse())
  }

  private static let ownNames: Set<String> = [
    AttributeRule.scope.name, Note.freeType, Note.annotatorsType, Note.conflictType, "Reference",
    "Arg1", "Arg2",
  ]
}
