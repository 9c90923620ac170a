package import Standoff

/// A review of annotations: kept, removed, or mended where they stand.
package struct AnnotationReview: ReviewSubject {
  /// The annotations.
  package let ids: [AnnotationID]

  /// Prepares to ask about some annotations.
  package init(_ ids: [AnnotationID]) { self.ids = ids }

  package var count: Int { ids.count }

  private var keys: [ReviewKey] {
    [
      ReviewKey("y", "yes: keep it as it is"),
      ReviewKey("n", "no: remove it"),
      ReviewKey("e", "edit: put it on other words"),
      ReviewKey("l", "give it another label"),
      ReviewKey("v", "give it values, as `stance=against by=s1`"),
    ]
  }

  package func question(
    about item: Int, in workspace: Workspace
  ) throws(DiagnosticError) -> ReviewQuestion? {
    guard let annotation = try workspace.annotations[ids[item]] else { return nil }
    let line = AnnotationLine(try workspace.report(of: annotation.id))
    guard !annotation.isArticleLevel else {
      return ReviewQuestion(
        heading: line.text, context: StyledText(), question: "keep it?", keys: keys)
    }
    var heading = line.name
    heading.append(line.details)
    return ReviewQuestion(
      heading: heading,
      context: SentenceContext(
        annotation.ranges, of: annotation.label, in: try workspace.article
      ).text, question: "keep it?", keys: keys)
  }

  package func answer(
    _ key: Character, about item: Int, in workspace: inout Workspace
  ) throws(DiagnosticError) -> ReviewAnswer? {
    let id = ids[item]
    let reference = ReferenceExpression(.named(id.description))
    switch key {
    case "n":
      let report = try UntagCommand(references: [reference]).run(in: &workspace)
      return ReviewAnswer(verdict: "removed", report: report)
    case "e":
      if try workspace.annotations[id]?.isArticleLevel == true { throw RespanCommand.hasNoPlace() }
      return workspace.ask("which words? ") { typed, workspace throws(DiagnosticError) in
        let old = try workspace.annotations[id]?.ranges ?? []
        guard let span = try workspace.span(typed, near: old) else { return nil }
        let report = try RespanCommand(reference: reference, span: span).run(in: &workspace)
        return ReviewAnswer(verdict: "moved", settled: 0, report: report)
      }
    case "l":
      return workspace.ask("which label? ") { typed, workspace throws(DiagnosticError) in
        var reader = workspace.answerReader(typed)
        guard !reader.atEnd else { return nil }
        let label = try workspace.schema.labelOrKey(reader.label())
        try reader.endOfCommand()
        let report = try RelabelCommand(references: [reference], label: label).run(in: &workspace)
        return ReviewAnswer(verdict: "relabelled", settled: 0, report: report)
      }
    case "v":
      return workspace.ask("which values? ") { typed, workspace throws(DiagnosticError) in
        var reader = workspace.answerReader(typed)
        guard !reader.atEnd else { return nil }
        let label = try workspace.label(of: id)
        let options = try AnnotationOptions(&reader, label: label, schema: workspace.schema)
        let act = TagAct(label: label, options: options)
        return ReviewAnswer(
          verdict: "changed", settled: 0, report: try act.run(on: id, in: &workspace))
      }
    default: return ReviewAnswer(verdict: "kept")
    }
  }
}

extension Schema {
  /// The label that a person names in answer to a question: by its name, or by its key.
  fileprivate func labelOrKey(_ word: Word) throws(DiagnosticError) -> Label {
    if label(named: word.text) == nil, word.text.count == 1, let key = word.text.first,
      let label = label(withKey: key)
    {
      return try markingLabel(Word(text: label.name, place: word.place))
    }
    return try markingLabel(word)
  }
}
