/// Relations that lead from an annotation to itself.
struct SelfRelation: LineRule {
  static let names: [DiagnosticName] = [.selfRelation]
  static let kinds: Set<LineKind> = [.relation]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let first = lines.set.store.firstLink(of: row)
    let (source, target) = (
      lines.set.store.links[first].target, lines.set.store.links[first + 1].target
    )
    guard source == target, lines.set.store.row(ofID: source) != nil else { return }
    review.report(
      .selfRelation,
      Self.message(
        review.id(of: row), lines.set.store.writtenID(source).description, review.name(of: row)),
      .target(1), of: row)
  }
}

extension SelfRelation {
  private static func message(_ id: String, _ end: String, _ name: String) -> String {
    "\(id) leads from \(end) to itself; give \(name) another end, or take it out"
  }
}

extension DiagnosticName {
  /// A relation leads from an annotation to itself.
  public static let selfRelation = DiagnosticName("self-relation")
}
