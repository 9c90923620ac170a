/// Annotations without an attribute that the schema requires.
struct MissingAttribute: LineRule {
  static let names: [DiagnosticName] = [.missingAttribute]
  static let kinds: Set<LineKind> = [.textBound, .discontinuous, .event, .relation]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let name = lines.set.store.labelIndex(of: row)
    let required: [AttributeRule]
    if lines.set.store.kind(of: row) == .relation {
      required = review.schema.requiredAttributes(ofRelationLike: review.question(about: row))
    } else {
      guard review.schema.traits(of: name).requiresAttributes, !review.isTrigger(row),
        let label = review.schema.label(name)
      else { return }
      required = label.attributes.filter(\.isRequired)
    }
    guard !required.isEmpty else { return }
    let present = lines.set.store.links(to: lines.set.store.idIndex(of: row)).lazy.map(\.owner)
      .filter { lines.set.store.kind(of: $0) == .attribute }.map {
        lines.set.store.labelIndex(of: $0)
      }
    for rule in required {
      if let index = review.schema.index(of: rule.name), present.contains(index) { continue }
      review.report(
        .missingAttribute, Self.message(review.id(of: row), review.schema.name(name), rule), .name,
        of: row)
    }
  }
}

extension MissingAttribute {
  private static func message(_ id: String, _ label: String, _ rule: AttributeRule) -> String {
    let values = rule.values.isEmpty ? "" : ": \(list(rule.values))"
    return "\(id) has no \(rule.name), which the schema requires of \(label); give it one\(values)"
  }
}

extension DiagnosticName {
  /// An annotation lacks an attribute that the schema requires.
  public static let missingAttribute = DiagnosticName("missing-attribute")
}
