/// Attributes, references and notes on the trigger of an event instead of the event.
///
/// brat gives up the whole document for one of them.
struct PropertyOnTrigger: LineRule {
  static let names: [DiagnosticName] = [.propertyOnTrigger]
  static let kinds: Set<LineKind> = [.attribute, .reference, .note]

  func visit(_ row: UInt32, _ review: inout Review) {
    let store = review.set.store
    guard !review.triggers.isEmpty else { return }
    let target = store.links[store.firsts[row]].target
    guard let trigger = store.row(ofID: target), review.triggers.contains(trigger) else { return }
    let events = store.links(to: target).filter { link in
      store.kinds[link.owner] == .event
        && store.links[store.firsts[link.owner]].target == target
    }.map { review.id(of: $0.owner) }
    review.report(
      .propertyOnTrigger,
      Self.message(review.id(of: row), review.id(of: trigger), events: events), .target(0), of: row,
      fix: events.count == 1 ? events.first : nil)
  }
}

extension PropertyOnTrigger {
  private static func message(_ id: String, _ trigger: String, events: [String]) -> String {
    let event = events.count == 1 ? events.first ?? "" : "the event"
    return "\(id) is on \(trigger), the trigger of an event, and brat refuses such a file; put "
      + "it on \(event)"
  }
}

extension DiagnosticName {
  /// An attribute, reference or note is on the trigger of an event instead of the event.
  public static let propertyOnTrigger = DiagnosticName("property-on-trigger")
}
