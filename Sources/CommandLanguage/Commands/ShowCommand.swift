package import Standoff

/// `show [SPAN]`.
package struct ShowCommand: Command {
  package static let manual = Manual(
    "show", .look, "shows the article with its annotations marked", brief: "shows the article",
    grammar: ["show [SPAN]"],
    details: """
      Paragraphs are numbered in the margin and sentences where they start; these numbers address \
      them: `7.2` is the second sentence of paragraph 7. A span stands in brackets with its handle, \
      `[c1 words]`; where another bracket stands between, the end is named, `c1]`. The pieces of a \
      split span end in `+]` and go on with `[+c1`; a span that goes on in the next paragraph ends \
      in `…]`. What is said of annotations stands below their paragraph, in a window of 100 columns \
      or more beside it.
      """,
    examples: [
      .init("show 3-5", "three paragraphs"), .init("show c1", "the paragraph of an annotation"),
    ],
    related: ["find", "list", "next"])

  /// What is shown; the whole article where it is not given.
  package var span: SpanExpression?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(span: reader.atEnd ? nil : try reader.span())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let article = try workspace.article
    let whole = TextRange(0, article.scalarCount)
    let spans = try span.map { span throws(DiagnosticError) in try workspace.find(span) }
    var report = Report()
    let scopes = article.layout.paragraphs(around: spans ?? [[whole]])
    report.items.append(try workspace.pages(of: scopes))
    if let last = scopes.last { workspace.position = last }
    report.isPaged = true
    return report
  }
}

extension ArticleLayout {
  /// The runs of whole paragraphs that spans lie in, in text order, none twice.
  func paragraphs(around spans: [[TextRange]]) -> [TextRange] {
    let hulls = spans.compactMap(\.hull).sorted()
    var scopes: [TextRange] = []
    for hull in hulls {
      let touched = paragraphs.filter { $0.range.overlaps(hull) }.map(\.range)
      guard let first = touched.first, let last = touched.last else { continue }
      if let before = scopes.last, before.upper >= first.lower {
        scopes[scopes.count - 1] = TextRange(before.lower, max(before.upper, last.upper))
      } else {
        scopes.append(TextRange(first.lower, last.upper))
      }
    }
    return scopes
  }
}

extension Array where Element == TextRange {
  /// From where the first piece starts to where the last one ends; `nil` without pieces.
  package var hull: TextRange? {
    guard let lower = map(\.lower).min(), let upper = map(\.upper).max() else { return nil }
    return TextRange(lower, upper)
  }
}
