/// Lines that name a line of a kind they cannot be on, such as a relation to an attribute.
struct WrongTarget: LineRule {
  static let names: [DiagnosticName] = [.wrongTarget]
  static let kinds: Set<LineKind> = [.event, .relation, .attribute, .reference, .group]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let kind = lines.set.store.kind(of: row)
    // The trigger of an event has a rule of its own.
    for index in (kind == .event ? 1 : 0)..<max(1, lines.set.store.linkCount(of: row)) {
      let link = lines.set.store.firstLink(of: row) + index
      guard index < lines.set.store.linkCount(of: row),
        let target = lines.set.store.row(ofID: lines.set.store.links[link].target),
        !Self.takes(kind, lines.set.store.kind(of: target))
      else { continue }
      let message = Self.message(
        review.subject(of: row), review.id(of: target), lines.set.store.kind(of: target),
        takesRelations: kind == .attribute)
      review.report(.wrongTarget, message, .target(Int(index)), of: row)
    }
  }

  private static func takes(_ kind: LineKind, _ target: LineKind) -> Bool {
    switch target {
    case .textBound, .discontinuous, .event, .malformed: true
    case .relation: kind == .attribute
    default: false
    }
  }
}

extension WrongTarget {
  private static func message(
    _ subject: String, _ target: String, _ kind: LineKind, takesRelations: Bool
  ) -> String {
    let what =
      switch kind {
      case .relation: "a relation"
      case .attribute: "an attribute"
      case .reference: "a reference"
      default: "a note"
      }
    let others = takesRelations ? ", an event or a relation" : " or an event"
    return "\(subject) names \(target), which is \(what); name an annotation\(others)"
  }
}

extension DiagnosticName {
  /// A line names a line of a kind that it cannot be on.
  public static let wrongTarget = DiagnosticName("wrong-target")
}
