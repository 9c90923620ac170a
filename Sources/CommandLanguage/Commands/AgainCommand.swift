package import Standoff

/// `. SPAN`, at the prompt alone: the last act on another span.
struct AgainCommand: Command {
  static let manual = Manual(
    ".", .annotate, "does the last act again on another span",
    brief: "does it again elsewhere", grammar: [". SPAN"],
    details: "The label, the attributes, the relations and the references are the same.",
    examples: [
      .init(". \"he\" in 8", "marks another mention like the last one"),
      .init(". 9.2", "marks a whole sentence like the last one"),
    ], related: ["tag"])

  /// Where.
  var span: SpanExpression

  static func parse(_ reader: inout LineReader, schema: Schema) throws(DiagnosticError) -> Self {
    Self(span: try reader.span())
  }

  func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    guard let act = workspace.lastAct else {
      throw DiagnosticError(
        .nothingToRepeat, "nothing was marked yet that could be repeated", at: span.place)
    }
    return try act.run(on: span, in: &workspace)
  }
}

extension DiagnosticName {
  /// `.` before anything was marked.
  package static let nothingToRepeat = DiagnosticName("nothing-to-repeat")
}
