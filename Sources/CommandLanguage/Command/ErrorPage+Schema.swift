extension ErrorPage {
  /// The schema.
  static let schema = [
    ErrorPage(
      "schema-bad-name", "A name that files cannot hold, or that galley keeps for itself.",
      "Names are letters, digits, `-` and `_`, and begin with a letter."),
    ErrorPage(
      "schema-bad-pattern", "A pattern of a schema that cannot be read as one.",
      "Patterns know letters, `[a-z]`, `?`, `*`, `+`, `{2,4}`, `|` and parentheses."),
    ErrorPage(
      "schema-bad-value", "A value that its key does not take.",
      "The message lists what it takes."),
    ErrorPage(
      "schema-duplicate",
      "A name that stands twice, or twice but for its case, which is only warned of.",
      "Take one of the two out."),
    ErrorPage(
      "schema-left-out", "What a schema asks for and the printed form of it cannot say.",
      "Keep `galley.yaml` beside it: galley reads that one first."),
    ErrorPage(
      "schema-syntax", "A schema that is not sound YAML, or not a mapping where one has to be.",
      "Check the indentation and the quotes around values with colons."),
    ErrorPage("schema-too-large", "A schema beyond every limit.", "Part it or cut it down."),
    ErrorPage(
      "schema-undefined-macro",
      "A macro that its section of a brat configuration does not define.",
      "Define it at the head of the section, as `<NAME>=…`."),
    ErrorPage(
      "schema-unknown-key", "A key that schemas do not know.",
      "Take the nearest key that the fix names."),
    ErrorPage(
      "schema-unknown-label", "A rule that names a label the schema has not.",
      "Add the label, or mend its spelling in the rule."),
    ErrorPage(
      "schema-unknown-section", "A section that a configuration of brat does not have.",
      "brat knows entities, relations, events and attributes."),
  ]
}
