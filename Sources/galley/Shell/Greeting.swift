import Adjudication
import CommandLanguage
import Standoff

/// What a session begins with: the beginning of the article, a legend, a count; and where nothing was
/// ever typed here, what to type.
@MainActor
struct Greeting {
  /// The lines, ready to be printed.
  let lines: [String]

  /// Lays out as much of the article as leaves room for the hint and the prompt.
  ///
  /// - Parameter isFirst: whether nothing was typed in this project before.
  init(_ workspace: Workspace, rows: Int, isFirst: Bool, _ renderer: TextRenderer) {
    guard let session = workspace.session else {
      let hint =
        "galley: nothing is open. `open ARTICLE` opens an article, `help` shows the commands."
      lines = StyledText(hint).wrapped(to: renderer.columns - 1, indent: 0).map(renderer.line)
      return
    }
    var lines: [String] = []
    let room = max(4, rows - 7)
    let paragraphs = session.article.layout.paragraphs
    // A paragraph takes two lines at the least, so these fill the room.
    let beginning = paragraphs.prefix(room / 2 + 1)
    if let first = beginning.first, let last = beginning.last,
      let page = try? workspace.page(of: TextRange(first.range.lower, last.range.upper))
    {
      let all = renderer.lines(of: Report([.page(page)])).data
      lines = Array(all.prefix(room))
      if all.count > room || beginning.count < paragraphs.count {
        lines.append("     … `show` shows all, `next` goes on")
      }
    }
    let hints = isFirst ? [" " + Self.first(in: session.schema), Self.then] : [""]
    let summary = Self.summary(of: session) + hints[0]
    let told = ([summary] + hints.dropFirst()).map { StyledText($0, .faint) }
    let tail = ([Self.legend(of: session.schema)] + told).flatMap {
      $0.wrapped(to: renderer.columns - 1, indent: 0)
    }
    self.lines = lines + [""] + tail.map(renderer.line)
  }

  /// The labels with their keys.
  private static func legend(of schema: Schema) -> StyledText {
    var line = StyledText()
    for label in labels(of: schema) {
      if line.width > 60 {
        line.append(" …")
        break
      }
      if !line.text.isEmpty { line.append("  ") }
      if let key = label.key { line.append("\(key) ", .strong) }
      line.append(label.name.lowercased(), .label(label.name))
    }
    return line
  }

  /// The labels that annotations may have.
  private static func labels(of schema: Schema) -> [Label] {
    schema.labels.filter { !$0.isAbstract && !$0.isEvent }
  }

  /// What a newcomer may type first.
  private static func first(in schema: Schema) -> String {
    let label = labels(of: schema).first?.name.lowercased() ?? "find"
    return "Type `\(label) \"…\"`; Tab offers the words."
  }
  /// What takes away the fear of it.
  private static let then =
    "`undo` takes anything back, `help` is one screen, Ctrl-D saves and leaves."

  private static func summary(of session: Session) -> String {
    let annotations = session.annotations.annotations.count
    let open = session.annotations.disputedGroups.count
    let conflicts = open == 0 ? "" : " \(counted(open, "conflict")): `review conflicts`."
    return counted(session.article.layout.paragraphs.count, "paragraph") + ", "
      + (annotations == 0 ? "no annotations yet." : counted(annotations, "annotation") + ".")
      + conflicts
  }
}
