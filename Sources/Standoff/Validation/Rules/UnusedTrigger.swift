/// Spans with the label of an event that no event stands on.
struct UnusedTrigger: LineRule {
  static let names: [DiagnosticName] = [.unusedTrigger]
  static let kinds: Set<LineKind> = [.textBound, .discontinuous]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let label = review.lines.set.store.labelIndex(of: row)
    guard review.schema.traits(of: label).isEvent, !review.isTrigger(row) else { return }
    review.report(
      .unusedTrigger, severity: .warning,
      Self.message(review.id(of: row), label: review.name(of: row)), .name, of: row)
  }
}

extension UnusedTrigger {
  private static func message(_ id: String, label: String) -> String {
    "\(id) has the event label \(label), but no event stands on it; add the E line, or change the "
      + "label"
  }
}

extension DiagnosticName {
  /// A span has the label of an event, and no event stands on it.
  public static let unusedTrigger = DiagnosticName("unused-trigger")
}
