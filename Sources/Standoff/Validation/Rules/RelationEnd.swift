/// Relations that start at or lead to a label that the schema does not let them, or whose ends have
/// other names.
struct RelationEnd: LineRule {
  static let names: [DiagnosticName] = [.relationEnd, .unknownRole]
  static let kinds: Set<LineKind> = [.relation]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let question = review.question(about: row)
    let (id, name) = (review.id(of: row), review.name(of: row))
    let schema = review.schema.schema
    let labels = question.labels.map { review.schema.name($0) }
    switch review.schema.knownVerdict(on: question) {
    case .legal, .unknownName, .unclear: return
    case .wrongSource(let place):
      let sources = schema.legalSources(of: name)
      let isTurned = schema.allows(relation: name, from: labels[1 - place], to: labels[place])
      review.report(
        .relationEnd,
        Self.wrongSource(id, name, labels[place], sources, isTurned: isTurned), .target(place),
        of: row)
    case .wrongTarget(let place):
      let targets = schema.legalTargets(of: name, from: labels[1 - place])
      let isTurned = schema.allows(relation: name, from: labels[place], to: labels[1 - place])
      review.report(
        .relationEnd,
        Self.wrongTarget(id, name, labels[place], targets, isTurned: isTurned), .target(place),
        of: row)
    case .wrongRoles(let ends):
      let roles = question.roles.map { review.schema.name($0) }
      let place = roles[0] == ends.source || roles[0] == ends.target ? 1 : 0
      review.report(
        .unknownRole, Self.wrongRole(id, name, roles[place], ends), .role(place), of: row)
    }
  }
}

extension RelationEnd {
  private static func wrongSource(
    _ id: String, _ name: String, _ label: String, _ sources: [String], isTurned: Bool
  ) -> String {
    let next = isTurned ? "turn it round" : "it starts at \(list(sources))"
    return "\(id) starts at \(label), where \(name) cannot start; \(next)"
  }

  private static func wrongTarget(
    _ id: String, _ name: String, _ label: String, _ targets: [String], isTurned: Bool
  ) -> String {
    let next = isTurned ? "turn it round" : "it leads to \(list(targets))"
    return "\(id) leads to \(label), where \(name) cannot lead; \(next)"
  }

  private static func wrongRole(
    _ id: String, _ name: String, _ role: String, _ ends: RelationEnds
  ) -> String {
    "\(id) has an end \(abridged(role)); the ends of \(name) are \(ends.source) and \(ends.target)"
  }
}

extension DiagnosticName {
  /// A relation starts at or leads to a label that the schema does not let it.
  public static let relationEnd = DiagnosticName("relation-end")
  /// An end of a relation, or an argument of an event, has a name that the schema does not have.
  public static let unknownRole = DiagnosticName("unknown-role")
}
