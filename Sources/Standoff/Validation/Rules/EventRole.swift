/// Events whose arguments are not what the schema says about their roles.
struct EventRole: LineRule {
  static let names: [DiagnosticName] = [
    .unknownRole, .wrongFiller, .missingRole, .tooManyFillers,
  ]
  static let kinds: Set<LineKind> = [.event]

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    guard let label = review.schema.label(lines.set.store.labelIndex(of: row)), label.isEvent else {
      return
    }
    var counts: [String: Int] = [:]
    let links = lines.set.store.links(of: row)
    for (place, link) in links.enumerated().dropFirst() {
      let role = review.schema.name(link.role)
      guard let rule = label.role(writtenAs: role) else {
        review.report(
          .unknownRole, Self.unknown(review.id(of: row), role, label), .role(place), of: row,
          fix: nearest(to: role, among: label.roles.map(\.name)))
        continue
      }
      let count = counts[rule.name, default: 0] + 1
      counts[rule.name] = count
      if let most = rule.count.maximum, count == most + 1 {
        review.report(
          .tooManyFillers, Self.tooMany(review.id(of: row), rule, most), .role(place), of: row)
        continue
      }
      let filler = review.label(ofTarget: link.target)
      guard let name = review.schema.label(filler)?.name else { continue }
      let legal = review.schema.schema.concrete(rule.targets)
      guard !legal.contains(name) else { continue }
      review.report(
        .wrongFiller, Self.wrong(review.id(of: row), rule, name, legal), .target(place), of: row)
    }
    for rule in label.roles where counts[rule.name, default: 0] < rule.count.minimum {
      review.report(.missingRole, Self.missing(review.id(of: row), rule, label), .name, of: row)
    }
  }
}

extension EventRole {
  private static func unknown(_ id: String, _ role: String, _ label: Label) -> String {
    let roles = label.roles.map(\.name)
    let next = roles.isEmpty ? "it has none" : "it has \(list(roles, "and"))"
    return "\(id) has an argument \(abridged(role)), which is no role of \(label.name); \(next)"
  }

  private static func wrong(
    _ id: String, _ rule: RoleRule, _ label: String, _ legal: [String]
  ) -> String {
    "\(id) has \(label) for its \(rule.name), which takes \(list(legal))"
  }

  private static func missing(_ id: String, _ rule: RoleRule, _ label: Label) -> String {
    "\(id) has too few arguments \(rule.name); \(label.name) needs \(rule.count.minimum)"
  }

  private static func tooMany(_ id: String, _ rule: RoleRule, _ most: Int) -> String {
    "\(id) has too many arguments \(rule.name); there may be \(most)"
  }
}

extension Label {
  /// The role of an event that an argument of this name fills; the second is written `Theme2`.
  fileprivate func role(writtenAs name: String) -> RoleRule? {
    if let rule = roles.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return rule }
    let digits = name.utf8.reversed().prefix { $0.isDigit }.count
    guard digits > 0 else { return nil }
    let stem = name.utf8.dropLast(digits)
    return roles.first { $0.name.utf8.elementsEqual(stem) }
  }
}

extension DiagnosticName {
  /// The argument of an event has a label that the schema does not let fill its role.
  public static let wrongFiller = DiagnosticName("wrong-filler")
  /// An event lacks an argument that the schema asks for.
  public static let missingRole = DiagnosticName("missing-role")
  /// An event has more arguments of a role than the schema allows.
  public static let tooManyFillers = DiagnosticName("too-many-fillers")
}
