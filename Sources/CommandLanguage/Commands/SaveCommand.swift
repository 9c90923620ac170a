package import Standoff

/// `save`.
package struct SaveCommand: Command {
  package static let manual = Manual(
    "save", .files, "writes the standoff file", brief: "writes the file",
    grammar: ["save"],
    details: """
      Every act is on disk before the prompt comes back, in the journal; `save` puts them into the \
      standoff file, whole or not at all. `quit` and Ctrl-D save too. Where another program has \
      written to the file meanwhile the two are merged, which is an act that `undo` takes back. A \
      script's files are written when all of it has succeeded, whether it says `save` or not.
      """,
    examples: [
      .init("save", "writes it now"), .init("status", "says whether anything is unsaved"),
    ],
    related: ["revert", "quit", "status"])

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self { Self() }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    guard try workspace.current.hasUnsaved else {
      if try workspace.current.takeBackStoppedScript() {
        return Report(echo: "what the stopped script did is taken back")
      }
      return Report(echo: StyledText("nothing to save", .faint))
    }
    try workspace.save()
    let session = try workspace.current
    let path = session.standoffPath
    let echo =
      session.isDryRun
      ? "\(path) stays as it is: this is a dry run"
      : workspace.door == .prompt ? "saved \(path)" : "\(path) is written when the script is over"
    var report = Report(echo: StyledText(echo))
    report.members = [("file", .string(path))]
    if let notice = session.noticeOfArticleSince { report.items.insert(.finding(notice), at: 0) }
    if let merge = try workspace.current.foreignMerge {
      report.items.insert(.finding(merge.notice), at: 0)
      report.members.append(("conflicts", .integer(merge.conflicts)))
      report.hasFindings = merge.conflicts > 0
    }
    return report
  }
}
