package import Standoff

/// `option [NAME [VALUE]]`.
package struct OptionCommand: Command {
  package static let manual = Manual(
    "option", .script, "shows and changes settings", brief: "shows, changes settings",
    grammar: ["option", "option NAME", "option NAME VALUE"],
    details: """
      `columns` is the width that pages are laid out for and lines are broken at (`auto`: the \
      terminal's, and in a pipe lines stay whole); `format` is \
      `text` or `json`; `color` is `auto`, `always` or `never`; `pager` is `on` or `off`. With \
      `aim on` the right end of the prompt's line tells what a span would hit while it is typed; \
      with `redraw on` the sentences that an act touched are shown below its answer. A \
      setting lasts as long as the shell; `~/.config/galley/rc` makes it last.
      """,
    examples: [
      .init("option", "all settings"), .init("option columns 60", "pages of 60 columns"),
    ],
    related: ["show", "help"])

  /// The setting; all where it is not given.
  package var name: Settings.Name?
  /// What it is set to; it is only shown where none is given.
  package var value: Word?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    guard !reader.atEnd else { return Self() }
    let names = Settings.Name.allCases.map(\.rawValue)
    let word = try reader.word(expecting: .choice(names), "a setting")
    guard let name = Settings.Name(rawValue: word.text) else {
      throw DiagnosticError(
        .unknownOption, "there is no setting `\(word.text)`", at: word.place,
        notes: ["settings: " + names.joined(separator: ", ")],
        fix: nearest(to: word.text, among: names))
    }
    return Self(
      name: name,
      value: reader.atEnd ? nil : try reader.word(expecting: .choice(name.values), "a value"))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    if let name, let value { try workspace.settings.set(name, to: value) }
    let names = name.map { [$0] } ?? Settings.Name.allCases
    return Report(
      names.map {
        .text(StyledText($0.rawValue.padding(10) + workspace.settings.value(of: $0)))
      })
  }
}
