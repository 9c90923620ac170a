/// Events that do not stand on a `T` line with their own label.
struct WrongTrigger: LineRule {
  static let names: [DiagnosticName] = [.wrongTrigger]
  static let kinds: Set<LineKind> = [.event]

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    guard
      let trigger = lines.set.store.row(
        ofID: lines.set.store.links[lines.set.store.firstLink(of: row)].target),
      lines.set.store.kind(of: trigger) != .malformed
    else { return }
    let (id, on) = (review.id(of: row), review.id(of: trigger))
    if !lines.set.store.kind(of: trigger).isTextBound {
      review.report(.wrongTrigger, Self.noSpan(id, on), .target(0), of: row)
    } else if lines.set.store.labelIndex(of: trigger) != lines.set.store.labelIndex(of: row) {
      review.report(
        .wrongTrigger, Self.otherLabel(id, review.name(of: row), on, review.name(of: trigger)),
        .target(0), of: row)
    }
  }
}

extension WrongTrigger {
  private static func noSpan(_ id: String, _ trigger: String) -> String {
    "\(id) has \(trigger) for its trigger, which marks no words; a trigger is a T line"
  }

  private static func otherLabel(
    _ id: String, _ label: String, _ trigger: String, _ other: String
  ) -> String {
    "\(id) is labeled \(label), and its trigger \(trigger) \(other); give both the same label"
  }
}

extension DiagnosticName {
  /// An event does not stand on a `T` line with its own label.
  public static let wrongTrigger = DiagnosticName("wrong-trigger")
}
