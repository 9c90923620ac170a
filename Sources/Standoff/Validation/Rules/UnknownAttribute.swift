/// Attributes that the schema does not have, or not on that label; said once a label.
struct UnknownAttribute: LineRule {
  static let names: [DiagnosticName] = [.unknownAttribute]
  static let kinds: Set<LineKind> = [.attribute]
  static let passesPlainLines = true

  /// An attribute on a label; `none` where the label is not known either, or it is on a relation.
  private struct Fault: Hashable {
    var name: UInt32
    var label: UInt32
  }

  private var sightings = Sightings<Fault>()

  mutating func visit(_ row: UInt32, _ review: inout Review) {
    let name = review.lines.set.store.labelIndex(of: row)
    switch review.attributeRule(of: row) {
    case .allowed: return
    case .notOnLabel(let label): sightings.add(Fault(name: name, label: label), row)
    case .unknownLabel:
      let text = review.schema.name(name)
      let known = review.schema.schema.attributeName(text)
      if known?.utf8.elementsEqual(text.utf8) != true {
        sightings.add(Fault(name: name, label: .none), row)
      }
    }
  }

  func finish(_ review: inout Review) {
    let schema = review.schema.schema
    for (fault, row, notes, lines) in sightings.faults(in: review) {
      let name = review.schema.name(fault.name)
      let label = review.schema.label(fault.label)
      if label == nil, schema.attributeNames.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
        let relation = review.lines.set.store.owner(of: row).map(abridged) ?? "what it is on"
        review.report(
          .unknownAttribute, "\(relation) takes no attribute \(abridged(name))", .name, of: row,
          notes: notes, lines: lines)
        continue
      }
      let own = label?.attributes.map(\.name) ?? schema.attributeNames
      let others = schema.labels.filter { $0.attributes.contains { $0.name == name } }
      let message = Self.message(
        name, owner: label?.name ?? "the schema \(schema.name)", own, others: others.map(\.name))
      review.report(
        .unknownAttribute, message, .name, of: row, notes: notes, lines: lines,
        fix: nearest(to: name, among: own))
    }
  }
}

extension UnknownAttribute {
  private static func message(
    _ name: String, owner: String, _ own: [String], others: [String]
  ) -> String {
    let next: String
    if let near = nearest(to: name, among: own) {
      next = "did you mean \(near)?"
    } else if !others.isEmpty {
      next = "it belongs to \(list(others, "and"))"
    } else {
      next = own.isEmpty ? "it has none" : "it has \(list(own, "and"))"
    }
    return "\(owner) has no attribute \(abridged(name)); \(next)"
  }
}

extension LineStore {
  /// The name of what a line is said of.
  fileprivate func owner(of row: UInt32) -> String? {
    self.row(ofID: links[firstLink(of: row)].target).map { label(of: $0) }
  }
}

extension Review {
  /// What the schema says about the attribute in a row.
  enum AttributeVerdict {
    case allowed(AttributeRule)
    /// Annotations of this label may not have it; `none` stands for a relation.
    case notOnLabel(UInt32)
    /// What the attribute is on has no label that the schema knows.
    case unknownLabel
  }

  /// What the schema says about the attribute in a row.
  mutating func attributeRule(of row: UInt32) -> AttributeVerdict {
    let name = lines.set.store.labelIndex(of: row)
    guard
      let target = lines.set.store.row(
        ofID: lines.set.store.links[lines.set.store.firstLink(of: row)].target)
    else {
      return .unknownLabel
    }
    let label = lines.set.store.labelIndex(of: target)
    switch lines.set.store.kind(of: target) {
    case .textBound, .discontinuous, .event:
      guard schema.traits(of: label).isKnown else { return .unknownLabel }
      return schema.attribute(name, on: label).map { .allowed($0) } ?? .notOnLabel(label)
    case .relation:
      let ends = self.question(about: target).labels.filter { schema.traits(of: $0).isKnown }
      guard !ends.isEmpty else { return .unknownLabel }
      let rules = ends.compactMap { schema.attribute(name, ofRelation: label, from: $0) }
      return rules.first.map { .allowed($0) } ?? .notOnLabel(.none)
    default: return .unknownLabel
    }
  }
}

extension DiagnosticName {
  /// The schema does not have an attribute, or not on the label it is on.
  public static let unknownAttribute = DiagnosticName("unknown-attribute")
}
