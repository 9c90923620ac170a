import Standoff

extension Workspace {
  /// The names that commands and queries know: those of the schema, and those that stand in the file
  /// besides, or stood there before an act of the shell.
  ///
  /// Asked for with every key that is pressed, so the lines are looked at only where some name is foreign.
  package var vocabulary: Vocabulary {
    let schema = schema
    guard let set = session?.annotations,
      !formerNames.isEmpty || hasForeignName(set)
    else { return Vocabulary(schema) }
    return Vocabulary(schema, foreign: set.names.filter(schema.lacks) + formerNames)
  }

  /// Notes the names that an edit takes out and the schema lacks, so that it can be asked whether any is
  /// left.
  mutating func noteNames(in edit: Edit, from set: AnnotationSet) {
    guard hasForeignName(set) else { return }
    for id in edit.removedIDs {
      guard let record = set.record(of: id), let kind = record.kind.namedKind else { continue }
      let name = (kind: kind, name: record.name)
      if schema.lacks(name), !formerNames.contains(where: { $0 == name }) {
        formerNames.append(name)
      }
    }
  }

  private func hasForeignName(_ set: AnnotationSet) -> Bool {
    let schema = schema
    return set.hasName { name in
      SchemaChange.Kind.allCases.allSatisfy { !schema.has($0, exactly: name) }
        && !Self.ownNames.contains(name)
    }
  }

  /// The names in files that no schema has.
  private static let ownNames: Set<String> = [
    AttributeRule.scope.name, Note.freeType, Note.annotatorsType, Note.conflictType, "Reference",
    "Arg1", "Arg2",
  ]
}

extension Schema {
  /// Whether it has a name of that very spelling.
  fileprivate func has(_ kind: SchemaChange.Kind, exactly name: String) -> Bool {
    switch kind {
    case .label: label(exactly: name) != nil
    case .attribute: attributeName(name)?.isSpelled(name) == true
    case .relation: relationName(name)?.isSpelled(name) == true
    }
  }

  /// Whether a name in a file is none of its own.
  fileprivate func lacks(_ name: Vocabulary.Name) -> Bool {
    !has(name.kind, exactly: name.name)
      && !(name.kind == .attribute && name.name == AttributeRule.scope.name)
  }
}
