package import Standoff

/// What a command has to say, as data: doors turn it into lines for people or objects for programs.
package struct Report: Sendable {
  /// One thing to say, in the order it is said.
  package enum Item: Sendable {
    /// An annotation, a line each.
    case annotation(AnnotationReport)
    /// One annotation whole.
    case detail(AnnotationReport)
    /// A place that a search found.
    case hit(Hit)
    /// A finding about the standoff file or the schema.
    case finding(Diagnostic)
    /// A part of the article with its annotations marked.
    case page(ArticlePage)
    /// A line of data laid out for people; programs get the same as members of the command's object.
    case line(StyledText)
    /// A line that tells a person what happened; scripts have it on standard error.
    case echo(StyledText)
    /// A line of a document that the command prints: help, a schema, a script. Programs get it as
    /// the command's `text`. It stays whole unless it says how it hangs where it is broken.
    case text(StyledText)
    /// Items that are made as they are printed, for what may be long.
    case several(any Sequence<Item> & Sendable)
    /// An object for programs, which people do not see.
    case object(JSONValue)
  }

  /// What was asked for, which people and programs both get.
  package var items: [Item] = []
  /// The annotations that were made or changed, for programs and for `$`.
  package var changed: [AnnotationReport] = []
  /// The stretches of the article that were changed, for showing them to a person.
  package var touched: [TextRange] = []
  /// Members that the command's own object has beyond `command`, `ok` and `changed`.
  package var members: [(key: String, value: JSONValue)] = []
  /// Things worth saying beside the data, on standard error: what was skipped, hints.
  package var remarks: [StyledText] = []
  /// Whether the command found something: the exit status is then 1.
  package var hasFindings = false
  /// Whether the text is long enough to page on a terminal.
  package var isPaged = false
  /// A script that is to be run next.
  package var source: Word?
  /// Whether the shell is to leave, and how.
  package var leave: Leave?

  /// How a session ends.
  package enum Leave: Sendable, Hashable {
    /// With everything saved.
    case saving
    /// With the file as it was at the last save.
    case discarding
  }

  /// Adds what another command of the same script has to say.
  package mutating func append(_ other: Report) {
    items += other.items
    changed += other.changed
    touched += other.touched
    remarks += other.remarks
    hasFindings = hasFindings || other.hasFindings
    leave = leave ?? other.leave
  }

  /// The report with nothing but what tells a person what happened.
  package var withoutData: Report {
    var report = self
    report.items = items.filter { if case .echo = $0 { true } else { false } }
    return report
  }

  /// What tells a person what happened, where the report has nothing else; empty otherwise.
  var echoes: [StyledText] {
    let echoes = items.compactMap { if case .echo(let text) = $0 { text } else { nil } }
    return echoes.count == items.count ? echoes : []
  }

  /// Creates a report of these items.
  package init(_ items: [Item] = []) { self.items = items }

  /// Creates a report of data laid out for people.
  package init(lines: [StyledText]) { self.init(lines.map(Item.line)) }

  /// What every command says that finds none of the annotations it is to list or change.
  static let noAnnotations = Report(echo: StyledText("no annotations", .faint))

  /// Creates a report that tells a person what happened.
  package init(echo: StyledText) { self.init([.echo(echo)]) }
}

extension Report {
  /// What is said now of relations of what was changed, a line each.
  func lines(ofRelations ids: Set<AnnotationID>) -> [StyledText] {
    changed.flatMap(\.relations).compactMap { link in
      guard let id = link.relation, ids.contains(id), !link.details.isEmpty else { return nil }
      return StyledText("  \(link.alias ?? link.name) \(link.end)\(link.details)")
    }
  }
}
