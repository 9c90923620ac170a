package import Standoff

/// `open ARTICLE`.
package struct OpenCommand: Command {
  package static let manual = Manual(
    "open", .files, "opens another article", brief: "opens an article",
    grammar: ["open ARTICLE"],
    details: "What is open is saved first, as `quit` would.",
    examples: [
      .init("open ferry.txt", "opens an article and its standoff file"),
      .init("open \"two words.txt\"", "a path with a blank stands in quotes"),
    ],
    related: ["save", "status"])

  /// The article's path.
  package var path: Word

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(path: try reader.articleFile())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    do {
      try workspace.open(path.text)
    } catch {
      throw error.placed(at: path)
    }
    var report = try StatusCommand().run(in: &workspace)
    let notices = workspace.takeSavingNotices() + (try workspace.current.notices)
    report.items = notices.map(Report.Item.finding) + report.items
    return report
  }
}
