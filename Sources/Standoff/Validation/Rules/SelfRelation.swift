/// Relations that lead from an annotation to itself.
struct SelfRelation: LineRule {
  static let names: [DiagnosticName] = [.selfRelation]
  static let kinds: Set<LineKind> = [.relation]

  func visit(_ row: UInt32, _ review: inout Review) {
    let store = review.set.store
    let first = store.firsts[row]
    let (source, target) = (store.links[first].target, store.links[first + 1].target)
    guard source == target, store.row(ofID: source) != nil else { return }
    review.report(
      .selfRelation,
      Self.message(review.id(of: row), store.writtenID(source).description, review.name(of: row)),
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
