package import Standoff

/// `respan REF SPAN`.
package struct RespanCommand: Command {
  package static let manual = Manual(
    "respan", .change, "moves an annotation to other words", brief: "moves one to other words",
    grammar: ["respan REF SPAN"],
    details: """
      The id, the attributes and the relations stay. The annotation itself may stand in the \
      expression: `respan q1 q1 .. "each other"` keeps its start.
      """,
    examples: [
      .init("respan c1 \"The last boat\" .. \"by spring\"", "from the first words to the last"),
      .init("respan $ 3.2", "makes the last annotation the second sentence of paragraph 3"),
    ],
    related: ["tag", "relabel"])

  /// Which one.
  package var reference: ReferenceExpression
  /// Where to.
  package var span: SpanExpression

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(reference: try reader.reference(), span: try reader.span())
  }

  /// Why what is about the whole article is not put on words.
  static func hasNoPlace(at place: Place = Place()) -> DiagnosticError {
    DiagnosticError(
      .articleLevel,
      "what is said of the whole article has no place to move: tag it anew and `untag` the old one",
      at: place)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let set = try workspace.annotations
    // An event stands where its trigger does.
    let id = set.standing(try workspace.lookUpOne(reference))
    if span.form == .article { throw Self.hasNoPlace(at: span.place) }
    if set[id]?.isArticleLevel == true { throw Self.hasNoPlace(at: reference.place) }
    let edges = try workspace.label(of: id).edges
    let resolution = try workspace.resolve(span, edges: edges)
    guard resolution.spans.count == 1, let ranges = resolution.spans.first else {
      throw DiagnosticError(
        .severalSpans, "an annotation has one place, and this names \(resolution.spans.count)",
        at: span.place)
    }
    guard ranges != set[id]?.ranges else {
      return Report(echo: StyledText("it stands there already", .faint))
    }
    var changes = Changes(set)
    changes.draft.setRanges(ranges, of: id)
    changes.touch(id)
    var command = ResolvedCommand("respan \(id)")
    command.append(span: ranges, of: try workspace.article)
    changes.commands.append(command.text)
    var report = try workspace.commit(changes)
    report.remarks += resolution.remarks
    if let twin = try workspace.twin(of: id) { report.remarks.append(twin) }
    return report
  }
}

extension DiagnosticName {
  /// A place among the words and the whole article do not go together.
  package static let articleLevel = DiagnosticName("article-level")
  /// Several spans where one is needed.
  package static let severalSpans = DiagnosticName("several-spans")
}
