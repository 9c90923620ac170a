package import Standoff

/// `help [VERB|WORD]`.
package struct HelpCommand: Command {
  package static let manual = Manual(
    "help", .help, "shows the commands, one of them, or searches", brief: "explains verbs, errors",
    grammar: ["help", "help VERB", "help LABEL", "help NAME", "help WORD"],
    details: """
      The name of an error stands in brackets after it: `help not-found` says what it means and what \
      to do. Any other word is searched for in the schema, the pages and the errors, where words \
      begin with it.
      """,
    examples: [
      .init("help review", "a verb: its grammar, examples, related verbs"),
      .init("help ambiguous", "an error, by its name"),
      .init("help claim", "a label, or what else has the word"),
    ],
    related: ["schema", "status"])

  /// The word.
  package var word: Word?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(word: reader.atEnd ? nil : try reader.word(expecting: .helpWord))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let columns = workspace.columns
    var report = Report()
    report.isPaged = true
    guard let word else {
      report.items = ManualText.overview(columns: columns).map(Report.Item.text)
      return report
    }
    let lines =
      Self.page(of: word.text, workspace.schema, columns: columns)
      ?? Self.found(word.text, workspace.schema)
    guard !lines.isEmpty else {
      let words =
        CommandCatalogue.verbs + workspace.schema.labels.map(\.name) + ErrorPage.names
        + ManualTopic.all.flatMap(\.words)
      throw DiagnosticError(
        .noHelp, "nothing is said of `\(word.text)`", at: word.place,
        fix: nearest(to: word.text, among: words))
    }
    report.items = lines.map(Report.Item.text)
    return report
  }

  /// The page that a word opens: of a verb, a label, a topic, an error.
  private static func page(of word: String, _ schema: Schema, columns: Int) -> [StyledText]? {
    let name = word.lowercased().filter { $0 != "[" && $0 != "]" }
    if let command = CommandCatalogue.command(word) {
      return ManualText.page(of: command.manual, columns: columns)
    }
    if word == AgainCommand.manual.verb {
      return ManualText.page(of: AgainCommand.manual, columns: columns)
    }
    if let label = schema.label(named: word) { return LabelText(label, in: schema).lines }
    if let topic = ManualTopic.all.first(where: { $0.words.contains(name) }) {
      return ManualText.page(of: topic, columns: columns)
    }
    return ErrorPage.page(of: name).map { ManualText.page(of: $0, columns: columns) }
  }

  /// What has a word: names of the schema, commands, pages, and, where these have not, errors.
  private static func found(_ word: String, _ schema: Schema) -> [StyledText] {
    let lines =
      SchemaWordText(word, in: schema).lines
      + CommandCatalogue.manuals.filter { $0.mentions(word) }.map(ManualText.line)
      + ManualTopic.all.filter { $0.text.hasWord(beginning: word) }.map(ManualText.line)
    let errors = ErrorPage.pages(mentioning: word).filter {
      lines.isEmpty || $0.name.split(separator: "-").contains { $0 == word.lowercased() }
    }
    return lines + errors.map(ManualText.line)
  }
}

extension Manual {
  /// Whether any of its texts has the word.
  func mentions(_ word: String) -> Bool {
    let texts = [verb, summary, details] + grammar + examples.flatMap { [$0.line, $0.meaning] }
    return texts.contains { $0.hasWord(beginning: word) }
  }
}

extension String {
  /// Whether a word of the text begins so, whatever the case.
  func hasWord(beginning start: String) -> Bool {
    let text = lowercased()
    let start = start.lowercased()
    var rest = text[...]
    while let found = rest.firstRange(of: start) {
      let before = text[..<found.lowerBound].last
      if before?.isLetter != true || start.first?.isLetter != true { return true }
      rest = text[found.upperBound...]
    }
    return false
  }
}

extension DiagnosticName {
  /// A word that no page of help has.
  package static let noHelp = DiagnosticName("no-help")
}
