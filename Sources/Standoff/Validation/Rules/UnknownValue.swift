/// Attributes with a value that the schema does not allow.
struct UnknownValue: LineRule {
  static let names: [DiagnosticName] = [.unknownValue]
  static let kinds: Set<LineKind> = [.attribute]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    guard case .allowed(let rule) = review.attributeRule(of: row) else { return }
    let bytes = review.valueBytes(of: row)
    if case .text(nil) = rule.kind, !bytes.isEmpty { return }
    let value = bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    guard !rule.allows(value) else { return }
    let near = value.flatMap { rule.value(for: $0) ?? nearest(to: $0, among: rule.values) }
    review.report(
      .unknownValue, Self.message(rule, value, near: near), value == nil ? .name : .value, of: row,
      fix: value == nil ? nil : near)
  }
}

extension UnknownValue {
  private static func message(_ rule: AttributeRule, _ value: String?, near: String?) -> String {
    let values = list(rule.values)
    guard let value else {
      return "\(rule.name) has no value here; give it \(values.isEmpty ? "one" : values)"
    }
    switch rule.kind {
    case .binary: return "\(rule.name) takes no value; take \(abridged(value)) out"
    case .oneOf:
      let next = near.map { "did you mean \($0)?" } ?? "choose \(values)"
      return "\(rule.name) has no value \(abridged(value)); \(next)"
    case .text(let pattern):
      return "\(abridged(value)) is no value of \(rule.name); it has to match "
        + (pattern?.source ?? "its pattern")
    }
  }
}

extension DiagnosticName {
  /// An attribute has a value that the schema does not allow.
  public static let unknownValue = DiagnosticName("unknown-value")
}
