import Standoff

extension Workspace {
  /// Changes attributes or references of annotations, one after the other, as one act.
  ///
  /// - Parameters:
  ///   - verb: the verb of the commands that do the same again.
  ///   - work: what it is called while it goes on, as in "setting".
  ///   - unchanged: what is said where nothing changes.
  ///   - change: changes an annotation in the draft; gives the words that stand after its id in such a
  ///     command, none where nothing changes.
  mutating func change(
    _ ids: [AnnotationID], by verb: String, called work: String, orSay unchanged: String,
    _ change: (AnnotationID, inout Draft) throws(DiagnosticError) -> [String]
  ) throws(DiagnosticError) -> Report {
    var changes = Changes(try annotations)
    for (done, id) in ids.enumerated() {
      try step(work, done, of: ids.count)
      let words = try change(id, &changes.draft)
      guard !words.isEmpty else { continue }
      var command = ResolvedCommand("\(verb) \(id)")
      for word in words { command.append(word) }
      changes.touch(id)
      changes.commands.append(command.text)
    }
    guard !changes.commands.isEmpty else { return Report(echo: StyledText(unchanged, .faint)) }
    return try commit(changes)
  }

  /// The same of what references lead to; of what a query finds, of those that a person chooses.
  mutating func change(
    _ references: [ReferenceExpression], by verb: String, called work: String,
    orSay unchanged: String,
    _ change: (AnnotationID, inout Draft) throws(DiagnosticError) -> [String]
  ) throws(DiagnosticError) -> Report {
    let ids = try lookUp(references)
    guard !ids.isEmpty else { return noAnnotations(references) }
    guard let (chosen, _) = try choose(ids, of: references, asking: "change") else {
      return Report(echo: "nothing was changed")
    }
    return try self.change(chosen, by: verb, called: work, orSay: unchanged, change)
  }
}
