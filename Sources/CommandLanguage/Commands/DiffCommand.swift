import Adjudication
package import Standoff

/// `diff FILE…`.
package struct DiffCommand: Command {
  package static let manual = Manual(
    "diff", .look, "tells how other files differ from what is open", brief: "compares with files",
    grammar: ["diff FILE…"],
    details: """
      What the file has beyond what is open is `+`, what it lacks `-`, what it says otherwise `~`, in the \
      order of the text. Acts that are not saved count. The exit status of a script is then 1. \
      `galley diff A B` compares files and folders without a session.
      """,
    examples: [
      .init("diff ferry.ben.ann", "what another annotator has, lacks and says otherwise"),
      .init("diff ana/ferry.ann ben/ferry.ann", "one file after the other"),
    ],
    related: ["list", "validate"])

  /// The paths of the files.
  package var paths: [Word]

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    var paths = [try reader.standoffFile()]
    while !reader.atEnd { paths.append(try reader.standoffFile()) }
    return Self(paths: paths)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let set = try workspace.current.annotations
    let echo = SpanEcho(set.article)
    var report = Report()
    var count = 0
    for path in paths {
      let other: AnnotationSet
      do {
        other = try workspace.readStandoff(path.text)
      } catch {
        throw error.placed(at: path)
      }
      let changes = AnnotationDiff(from: set, to: other).changes
      count += changes.count
      if paths.count > 1, !changes.isEmpty {
        report.items.append(.line(StyledText(path.text, .strong)))
      }
      for change in changes {
        let text = ChangeText(change, from: set, to: other, echo)
        let object = paths.count > 1 ? text.json(of: path.text) : text.json
        report.items += [.line(text.line), .object(object)]
      }
    }
    if count == 0, workspace.door == .prompt {
      report.items.append(.echo(StyledText("nothing differs", .faint)))
    }
    report.hasFindings = count > 0
    report.members = [("differences", .integer(count))]
    return report
  }
}
