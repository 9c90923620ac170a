/// Attributes, references and notes on the trigger of an event instead of the event.
///
/// brat gives up the whole document for one of them.
struct PropertyOnTrigger: LineRule {
  static let names: [DiagnosticName] = [.propertyOnTrigger]
  static let kinds: Set<LineKind> = [.attribute, .reference, .note]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let target = lines.set.store.links[lines.set.store.firstLink(of: row)].target
    guard let trigger = lines.set.store.row(ofID: target), let event = review.events[trigger] else {
      return
    }
    let eventID = event == .none ? nil : review.id(of: event)
    review.report(
      .propertyOnTrigger,
      Self.message(review.id(of: row), review.id(of: trigger), event: eventID), .target(0), of: row,
      fix: eventID)
  }
}

extension PropertyOnTrigger {
  private static func message(_ id: String, _ trigger: String, event: String?) -> String {
    "\(id) is on \(trigger), the trigger of an event, and brat refuses such a file; put it on "
      + (event ?? "the event it is about")
  }
}

extension DiagnosticName {
  /// An attribute, reference or note is on the trigger of an event instead of the event.
  public static let propertyOnTrigger = DiagnosticName("property-on-trigger")
}
