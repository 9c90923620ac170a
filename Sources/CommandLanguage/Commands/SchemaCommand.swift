package import Standoff

/// `schema [LABEL]`.
package struct SchemaCommand: Command {
  package static let manual = Manual(
    "schema", .help, "shows the labels with their definitions and keys",
    brief: "explains the labels",
    grammar: ["schema [LABEL]", "schema --yaml", "schema --brat"],
    details: """
      `--yaml` prints the schema as a `galley.yaml`, ready to be changed, and `--brat` as an \
      `annotation.conf`.
      """,
    examples: [
      .init("schema", "every label, a line each"),
      .init("schema claim", "one label with its attributes and relations"),
    ],
    related: ["help", "stats"])

  /// What is printed.
  package enum Form: Sendable {
    case overview
    case label(Label)
    case yaml
    case brat
  }

  /// What is printed.
  package var form: Form

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    if reader.keyword("--yaml") { return Self(form: .yaml) }
    if reader.keyword("--brat") { return Self(form: .brat) }
    guard !reader.atEnd else { return Self(form: .overview) }
    return Self(form: .label(try schema.knownLabel(reader.label())))
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    switch form {
    case .yaml: Report(text: workspace.schema.yaml())
    case .brat: Report(text: workspace.schema.annotationConf())
    case .overview:
      Report(workspace.schema.labels.map { .text(LabelText($0, in: workspace.schema).line) })
    case .label(let label):
      Report(LabelText(label, in: workspace.schema).lines.map(Report.Item.text))
    }
  }
}

extension Report {
  /// A document that people and programs both get, as lines.
  init(text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.init(lines.map { .text(StyledText(String($0))) })
    isPaged = true
  }
}
