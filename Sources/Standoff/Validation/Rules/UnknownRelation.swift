/// Relations that the schema does not have; each said once.
struct UnknownRelation: LineRule {
  static let names: [DiagnosticName] = [.unknownRelation]
  static let kinds: Set<LineKind> = [.relation]
  static let passesPlainLines = true

  private var sightings = Sightings<UInt32>()

  mutating func visit(_ row: UInt32, _ review: inout Review) {
    guard case .unknownName = review.schema.knownVerdict(on: review.question(about: row)) else {
      return
    }
    sightings.add(review.lines.set.store.labelIndex(of: row), row)
  }

  func finish(_ review: inout Review) {
    let schema = review.schema.schema
    for (index, row, notes, lines) in sightings.faults(in: review) {
      let name = review.schema.name(index)
      let near = schema.relationName(name) ?? nearest(to: name, among: schema.relationNames)
      review.report(
        .unknownRelation, Self.message(name, schema, near: near), .name, of: row, notes: notes,
        lines: lines,
        fix: near)
    }
  }
}

extension UnknownRelation {
  private static func message(_ name: String, _ schema: Schema, near: String?) -> String {
    let names = schema.relationNames
    let next =
      near.map { "did you mean \($0)?" }
      ?? (names.isEmpty ? "it has none" : "it has \(list(names, "and"))")
    return "the schema \(schema.name) has no relation \(abridged(name)); \(next)"
  }
}

extension DiagnosticName {
  /// The schema does not have a relation.
  public static let unknownRelation = DiagnosticName("unknown-relation")
}
