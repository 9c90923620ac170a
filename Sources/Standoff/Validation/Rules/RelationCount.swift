/// Annotations with more or fewer relations of a name than the schema says; more may stand as long as a
/// merge has left open which.
struct RelationCount: LineRule {
  static let names: [DiagnosticName] = [.missingRelation, .tooManyRelations]
  static let kinds: Set<LineKind> = [.textBound, .discontinuous, .event]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let name = lines.set.store.labelIndex(of: row)
    guard review.schema.traits(of: name).countsRelations, !review.isTrigger(row),
      let label = review.schema.label(name)
    else { return }
    for rule in label.relations where rule.count != .any {
      let rows = review.relations(rule, at: row)
      guard !rule.count.contains(rows.count) else { continue }
      let id = review.id(of: row)
      if let most = rule.count.maximum, rows.count > most {
        let isOpen = rows.contains {
          !lines.set.conflictRecords(of: lines.set.store.id(of: $0)).isEmpty
        }
        if isOpen { continue }
        let surplus = rows.sorted { review.lineNumber(of: $0) < review.lineNumber(of: $1) }[most]
        review.report(
          .tooManyRelations,
          Self.tooMany(id, label.name, rule, rows.count, review.id(of: surplus)), .name,
          of: surplus)
      } else {
        review.report(
          .missingRelation, Self.missing(id, label.name, rule, rows.count), .name, of: row)
      }
    }
  }
}

extension RelationCount {
  private static func missing(
    _ id: String, _ label: String, _ rule: RelationRule, _ count: Int
  ) -> String {
    let has = count == 0 ? "no \(rule.name)" : "\(count) of \(rule.name)"
    return "\(id) has \(has), and \(label) needs \(rule.count.minimum); link it to "
      + list(rule.targets)
  }

  private static func tooMany(
    _ id: String, _ label: String, _ rule: RelationRule, _ count: Int, _ surplus: String
  ) -> String {
    let most = rule.count.maximum.map(String.init) ?? "fewer"
    return
      "\(surplus) is one too many: \(id) has \(count) of \(rule.name), and \(label) may have \(most)"
  }
}

extension Review {
  /// The rows of the relations of a rule that an annotation has; those at either end where the
  /// relation says the same both ways.
  fileprivate func relations(_ rule: RelationRule, at row: UInt32) -> [UInt32] {
    guard let name = schema.index(of: rule.name) else { return [] }
    var rows: [UInt32] = []
    for link in lines.set.store.links(to: lines.set.store.idIndex(of: row))
    where lines.set.store.kind(of: link.owner) == .relation {
      guard lines.set.store.labelIndex(of: link.owner) == name else { continue }
      let isTarget = schema.name(link.role) == rule.ends.target
      if rule.isSymmetric || !isTarget { rows.append(link.owner) }
    }
    return rows
  }
}

extension DiagnosticName {
  /// An annotation has fewer relations of a name than the schema asks for.
  public static let missingRelation = DiagnosticName("missing-relation")
  /// An annotation has more relations of a name than the schema allows.
  public static let tooManyRelations = DiagnosticName("too-many-relations")
}
