import Adjudication
import Standoff

/// Where a reading of one's own is, which is looked for once for labels with edges of one kind, however
/// many conflicts it is asked for.
struct OwnReading {
  private let span: SpanExpression?
  private let label: Label?
  private var found: [SpanEdges: Result<[TextRange]?, DiagnosticError>] = [:]

  init(of reading: ResolveCommand.Reading) {
    switch reading {
    case .word(_, let span): (self.span, label) = (span, nil)
    case .span(let span): (self.span, label) = (span, nil)
    case .label(let label, let span, _): (self.span, self.label) = (span, label)
    case .values: (span, label) = (nil, nil)
    }
  }

  /// Its stretches, with the edges of the label that is typed or else all readings have; `nil` where no
  /// words are named.
  mutating func ranges(
    of group: DisputedGroup, in workspace: Workspace
  ) throws(DiagnosticError) -> [TextRange]? {
    let set = try workspace.annotations
    let labels = Set(group.ids.compactMap { set[$0]?.label })
    let common = labels.count == 1 ? labels.first : nil
    let label = label ?? common.flatMap { workspace.schema.label(named: $0) }
    let edges = label?.edges ?? .asTagged
    if let known = found[edges] { return try known.get() }
    let result = Result<[TextRange]?, DiagnosticError> { () throws(DiagnosticError) in
      guard let span else { return nil }
      let resolution = try workspace.resolve(span, edges: edges)
      guard resolution.spans.count == 1 else {
        throw DiagnosticError(
          .severalSpans, "an annotation has one place, and this names \(resolution.spans.count)",
          at: span.place)
      }
      return resolution.spans.first
    }
    found[edges] = result
    return try result.get()
  }
}
