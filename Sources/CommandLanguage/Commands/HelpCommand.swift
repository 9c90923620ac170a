package import Standoff

/// `help [VERB|WORD]`.
package struct HelpCommand: Command {
  package static let manual = Manual(
    "help", .help, "shows the commands, one of them, or searches",
    grammar: ["help", "help VERB", "help LABEL", "help WORD"],
    examples: [
      .init("help", "one screen"), .init("help claim", "a label, or what else has the word"),
    ],
    related: ["schema", "status"])

  /// The word.
  package var word: Word?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let labels = schema.labels.map { $0.name.lowercased() }
    return Self(
      word: reader.atEnd
        ? nil : try reader.word(expecting: .choice(CommandCatalogue.verbs + labels)))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    guard let word else { return Report(ManualText.overview.map(Report.Item.text)) }
    if let command = CommandCatalogue.command(word.text) {
      return Report(ManualText.page(of: command.manual).map(Report.Item.text))
    }
    if let label = workspace.schema.label(named: word.text) {
      return Report(LabelText(label, in: workspace.schema).lines.map(Report.Item.text))
    }
    if let topic = ManualTopic.all.first(where: { $0.words.contains(word.text.lowercased()) }) {
      return Report(text: topic.text)
    }
    let lines =
      SchemaWordText(word.text, in: workspace.schema).lines
      + CommandCatalogue.manuals.filter { $0.mentions(word.text) }.map(ManualText.line)
    guard !lines.isEmpty else {
      let labels = workspace.schema.labels.map(\.name)
      throw DiagnosticError(
        .noHelp, "nothing is said of `\(word.text)`", at: word.place,
        fix: nearest(to: word.text, among: CommandCatalogue.verbs + labels).map {
          "help \($0)"
        })
    }
    return Report(lines.map(Report.Item.text))
  }
}

extension Manual {
  /// Whether any of its texts has the word.
  func mentions(_ word: String) -> Bool {
    let texts = [verb, summary, details] + grammar + examples.flatMap { [$0.line, $0.meaning] }
    let wanted = word.lowercased()
    return texts.contains { $0.lowercased().contains(wanted) }
  }
}

extension DiagnosticName {
  /// A word that no page of help has.
  package static let noHelp = DiagnosticName("no-help")
}
