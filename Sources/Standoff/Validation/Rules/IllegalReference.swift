/// References to a database that the label does not take, or with a key that the database cannot
/// have.
struct IllegalReference: LineRule {
  static let names: [DiagnosticName] = [.unknownDatabase, .badReference]
  static let kinds: Set<LineKind> = [.reference]

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let label = review.label(
      ofTarget: lines.set.store.links[lines.set.store.firstLink(of: row)].target)
    let schema = review.schema.schema
    guard review.schema.traits(of: label).isKnown,
      let reference = lines.set.reference(row)
    else { return }
    let name = review.schema.name(label)
    if !schema.allows(reference: reference.database, on: name) {
      let databases = schema.label(exactly: name)?.references ?? []
      review.report(
        .unknownDatabase, Self.database(review.id(of: row), reference.database, name, databases),
        .database, of: row, fix: nearest(to: reference.database, among: databases))
    } else if !schema.allows(identifier: reference.key, in: reference.database) {
      let pattern = schema.database(reference.database)?.pattern?.source
      review.report(
        .badReference,
        Self.key(review.id(of: row), reference.key, reference.database, pattern), .key, of: row)
    }
  }
}

extension IllegalReference {
  private static func database(
    _ id: String, _ database: String, _ label: String, _ databases: [String]
  ) -> String {
    "\(id) refers to \(abridged(database)), and \(label) takes references to "
      + "\(list(databases, "and")) alone"
  }

  private static func key(
    _ id: String, _ key: String, _ database: String, _ pattern: String?
  ) -> String {
    "\(id) refers to \(abridged(key)), which is no key of \(database); keys match "
      + (pattern ?? "its pattern")
  }
}

extension DiagnosticName {
  /// The label of an annotation takes no references to a database.
  public static let unknownDatabase = DiagnosticName("unknown-database")
  /// A reference has a key that its database cannot have.
  public static let badReference = DiagnosticName("bad-reference")
}
