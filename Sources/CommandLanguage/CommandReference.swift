/// The reference of the command language as a page: the manuals of the catalogue and the pages of
/// `help`, in Markdown.
package enum CommandReference {
  /// The page, with a line end at its end.
  package static var markdown: String {
    ([introduction] + Manual.Group.allCases.map(chapter) + ManualTopic.all.map(chapter)
      + [settings]).joined(separator: "\n") + "\n"
  }

  private static let introduction = """
    # Commands

    The pages that `help` shows, on one page. `.ci/reference` writes this file from them, and a test
    fails while it differs.

    """

  // MARK: Commands

  private static func chapter(of group: Manual.Group) -> String {
    let manuals = CommandCatalogue.manuals.filter { $0.group == group }
    return "## \(group.rawValue)\n\n" + manuals.map(section).joined(separator: "\n")
  }

  private static func section(of manual: Manual) -> String {
    var parts = [
      "### \(manual.verb)", manual.summary.asSentence,
      block(manual.grammar.joined(separator: "\n")),
    ]
    if !manual.details.isEmpty { parts.append(manual.details) }
    parts.append(
      (["| for example | |", "|---|---|"]
        + manual.examples.map { "| \($0.line.asTableCode) | \($0.meaning) |" })
        .joined(separator: "\n"))
    if !manual.related.isEmpty {
      parts.append(
        "See also " + manual.related.map { "[\($0)](#\($0))" }.joined(separator: ", ") + ".")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  // MARK: Pages

  private static func chapter(of topic: ManualTopic) -> String {
    let (title, text) = topic.text.splitAtFirstLine
    return "## \(title)\n\n" + block(text) + "\n"
  }

  private static var settings: String {
    let rows = Settings.Name.allCases.map { name in
      let values = name.values + (name == .columns ? ["20…1000"] : [])
      return "| `\(name.rawValue)` | \(values.map { "`\($0)`" }.joined(separator: " ")) "
        + "| `\(Settings().value(of: name))` |"
    }
    return
      (["## Settings", "", "What `option` changes.", ""]
      + ["| setting | values | at the start |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  private static func block(_ text: String) -> String { "```text\n\(text)\n```" }
}

extension String {
  /// The phrase with a capital and a full stop.
  fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() + "." }

  /// A line as code in a table, where `|` would end the cell.
  fileprivate var asTableCode: String {
    "`" + split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") + "`"
  }

  /// The first line, and what stands after the blank line that follows it.
  fileprivate var splitAtFirstLine: (first: String, rest: String) {
    guard let end = firstIndex(of: "\n") else { return (self, "") }
    return (String(self[..<end]), String(self[end...].drop { $0 == "\n" }))
  }
}
