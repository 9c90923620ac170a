package import Standoff

/// `tag LABEL SPAN …`, and every label of the schema as a verb.
package struct TagCommand: Command {
  package static let manual = Manual(
    "tag", .annotate, "marks words with a label",
    grammar: [
      "tag LABEL SPAN [ATTRIBUTE=VALUE …] [RELATION=REF …] [ref=DATABASE:KEY …] [as NAME] [--inside]",
      "LABEL SPAN …",
    ],
    details: """
      Every label of the schema is a verb: `speaker "Ida Moss"` is `tag Speaker "Ida Moss"`. \
      Attributes, relations and references go in the same breath; a binary attribute is \
      `negated=yes`. A reference may be words (`by="Ida Moss"`): the annotation of a legal label on \
      them, made if there is none. What is marked already is skipped and counted, and so is a hit \
      inside an annotation of the same label, unless `--inside` is given. With `[all]` or a list \
      every hit is marked, one step for `undo`.
      """,
    examples: [
      .init("speaker \"Ida Moss\" as ida", "marks the words and names the annotation"),
      .init(
        "claim \"The last boat\" .. \"by spring\" by=ida stance=against",
        "marks from the first words through the last, with a relation and an attribute"),
      .init("quote marks in 5 by=\"Tom Reyes\"", "marks a split quotation, and its speaker"),
      .init("topic article ref=medtop:04000000", "says what the whole article is about"),
    ],
    related: ["untag", "relabel", "respan", "set", "link"])

  /// The label.
  package var label: Label
  /// Where.
  package var span: SpanExpression
  /// The rest.
  package var options: AnnotationOptions

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let label = try schema.markingLabel(reader.label())
    return try parse(&reader, label: label, schema: schema)
  }

  /// Reads what follows a label.
  package static func parse(
    _ reader: inout LineReader, label: Label, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let span = try reader.span()
    let options = try AnnotationOptions(&reader, label: label, schema: schema, after: span)
    return Self(label: label, span: span, options: options)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    try TagAct(label: label, options: options).run(on: span, in: &workspace)
  }
}
