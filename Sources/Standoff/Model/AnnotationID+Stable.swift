extension AnnotationID {
  /// Whether galley gave the id out: it is then made from content, and nothing else ever has it.
  package var isStable: Bool { StableID.isOwn(self) }
}

extension AnnotationSet {
  /// What a merge could not settle about an annotation: the JSON of its `Conflict` lines.
  package func conflictRecords(of id: AnnotationID) -> [String] {
    notes(of: id, type: Note.conflictType).map(\.text)
  }
}
