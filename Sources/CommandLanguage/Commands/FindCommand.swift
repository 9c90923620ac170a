package import Standoff

/// `find SPAN`.
package struct FindCommand: Command {
  package static let manual = Manual(
    "find", .look, "finds words, numbered and in context", brief: "finds words in context",
    grammar: ["find SPAN"],
    details: """
      All matches are listed, and become `hits`. At the prompt a line that begins with a span is \
      `find`, and so is `/words` without a closing slash, which finds them inside longer words too.
      """,
    examples: [
      .init("find \"the ferry\"", "every place with these words"),
      .init("find /[0-9]{4}/ in 3-5", "every year of paragraphs 3 to 5"),
    ],
    related: ["tag", "list", "show"])

  /// What is looked for.
  package var span: SpanExpression

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(span: try reader.span())
  }

  /// Reads a line that is a span itself, or `/words` whose slash nothing closes.
  static func parseBare(_ reader: inout LineReader) throws(DiagnosticError) -> Self {
    guard let words = reader.unclosedPattern() else { return Self(span: try reader.span()) }
    return Self(
      span: SpanExpression(.words(words.text, ignoresWordEdges: true), at: words.place))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let spans = try workspace.find(span)
    workspace.hits = spans
    let hits = try workspace.hits(for: spans)
    var report = Report(hits.map(Report.Item.hit))
    report.members = [("count", .integer(hits.count))]
    report.isPaged = true
    return report
  }
}
