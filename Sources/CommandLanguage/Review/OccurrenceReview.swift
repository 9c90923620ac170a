package import Standoff

/// A review of places that a label may be put on.
package struct OccurrenceReview: ReviewSubject {
  /// What is done to those said yes to.
  package let act: TagAct
  /// The places, in text order.
  package let spans: [[TextRange]]

  /// Prepares to ask about some places.
  package init(_ spans: [[TextRange]], for act: TagAct) {
    self.act = act
    self.spans = spans
  }

  package var count: Int { spans.count }

  private var keys: [ReviewKey] {
    [
      ReviewKey("y", "yes: mark it as \(act.label.name)"),
      ReviewKey("n", "no: pass it over"),
      ReviewKey("e", "edit: mark other words here"),
      ReviewKey("a", "mark it and all that are left, but those inside another"),
    ]
  }

  package func question(
    about item: Int, in workspace: Workspace
  ) throws(DiagnosticError) -> ReviewQuestion? {
    let ranges = spans[item]
    var heading = StyledText(
      try workspace.article.layout.address(of: ranges.hull?.lower ?? 0)?.description ?? "", .faint)
    switch act.standing(of: ranges, in: try workspace.annotations) {
    case .there: return nil
    case .inside(let other):
      heading.append("  inside \(workspace.handle(of: other))", .faint)
    case .free: break
    }
    return ReviewQuestion(
      heading: heading,
      context: SentenceContext(ranges, of: act.label.name, in: try workspace.article).text,
      question: "mark it as \(act.label.name.lowercased())?", keys: keys)
  }

  package func answer(
    _ key: Character, about item: Int, in workspace: inout Workspace
  ) throws(DiagnosticError) -> ReviewAnswer? {
    switch key {
    case "y":
      return ReviewAnswer(verdict: "marked", report: try act.run(on: [spans[item]], in: &workspace))
    case "e":
      return workspace.ask("mark which words? ") { typed, workspace throws(DiagnosticError) in
        guard let span = try workspace.span(typed, near: spans[item]) else { return nil }
        return ReviewAnswer(verdict: "marked", report: try act.run(on: span, in: &workspace))
      }
    case "a":
      let set = try workspace.annotations
      let open = spans.indices[item...].filter {
        $0 == item || act.standing(of: spans[$0], in: set) == .free
      }
      let report = try act.run(on: open.map { spans[$0] }, in: &workspace)
      return ReviewAnswer(
        verdict: "marked", times: open.count, settled: count - item, report: report)
    default: return ReviewAnswer(verdict: "passed over")
    }
  }
}

extension Workspace {
  /// The span that a person types in answer to a question, looked for first in the paragraph that is
  /// asked about; `nil` where nothing was typed.
  func span(
    _ typed: String, near ranges: [TextRange]
  ) throws(DiagnosticError) -> SpanExpression? {
    var reader = answerReader(typed)
    guard !reader.atEnd else { return nil }
    let span = try reader.span()
    try reader.endOfCommand()
    return try scopedToParagraph(span, of: ranges)
  }

  /// A reader of what a person types in answer to a question.
  func answerReader(_ typed: String) -> LineReader {
    LineReader(typed, vocabulary: vocabulary)
  }
}
