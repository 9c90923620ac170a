package import Standoff

/// `link REF RELATION REF`.
package struct LinkCommand: Command {
  package static let manual = Manual(
    "link", .annotate, "relates annotations to one another",
    grammar: ["link REF… RELATION REF[,REF…]"],
    details: """
      A relation goes from what stands left of its name to what stands right; the schema says which \
      labels may stand at its ends. Relations have short names: `by` is attributedTo.
      """,
    examples: [
      .init("link c1 by s1", "the claim is attributed to the speaker"),
      .init("link q1 says c1,c2", "the quote expresses two claims"),
    ],
    related: ["unlink", "tag", "info"])

  /// Where the relation starts.
  package var sources: [ReferenceExpression]
  /// Its name as typed.
  package var relation: Word
  /// Where it ends.
  package var targets: [ReferenceExpression]

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let ends = try RelationEndsReader(&reader, schema: schema)
    return Self(sources: ends.sources, relation: ends.relation, targets: ends.targets)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    var changes = Changes(try workspace.annotations)
    var linked = false
    for source in try workspace.lookUp(sources) {
      let label = try workspace.label(of: source)
      let rule = try workspace.schema.relation(relation, from: label)
      let ranges = changes.draft.set[source]?.ranges ?? []
      let ends = try workspace.targets(
        of: rule, from: label, named: targets, near: ranges, &changes)
      for target in ends where !changes.draft.isRelated(source, rule.name, target) {
        guard target != source else {
          throw DiagnosticError(
            .selfRelation, "\(workspace.handle(of: source)) cannot be related to itself",
            at: relation.place)
        }
        changes.draft.addRelation(rule.name, from: source, to: target)
        changes.commands.append("link \(source) \(rule.name) \(target)")
        linked = true
      }
      changes.touch(source)
    }
    guard linked else { return Report(echo: StyledText("they are related so already", .faint)) }
    return try workspace.commit(changes)
  }
}

extension Draft {
  /// Whether a relation of that name goes from one to the other.
  package func isRelated(_ source: AnnotationID, _ name: String, _ target: AnnotationID) -> Bool {
    set.relations(from: source).contains { $0.name == name && $0.target == target }
  }
}
