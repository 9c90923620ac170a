/// Attributes that one annotation has twice.
struct RepeatedAttribute: LineRule {
  static let names: [DiagnosticName] = [.repeatedAttribute]
  static let kinds: Set<LineKind> = [.attribute]
  static let passesPlainLines = true

  private var first: [UInt64: UInt32] = [:]

  mutating func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let target = lines.store.links[lines.store.firsts[row]].target
    let key = UInt64(target) << 32 | UInt64(lines.store.labels[row])
    guard let earlier = first.updateValue(row, forKey: key) else { return }
    first[key] = earlier
    let message = Self.message(
      review.id(of: row), review.name(of: row), lines.store.writtenID(target).description,
      review.id(of: earlier), line: review.lineNumber(of: earlier))
    review.report(.repeatedAttribute, message, .name, of: row)
  }
}

extension RepeatedAttribute {
  private static func message(
    _ id: String, _ name: String, _ target: String, _ earlier: String, line: Int
  ) -> String {
    "\(id) gives \(target) \(name), which it has from \(earlier) on line \(line); keep one of them"
  }
}

extension DiagnosticName {
  /// An annotation has an attribute twice.
  public static let repeatedAttribute = DiagnosticName("repeated-attribute")
}
