/// Lines that name an id which no line has.
struct UnknownID: LineRule {
  static let names: [DiagnosticName] = [.unknownID]
  static let kinds: Set<LineKind> = [.event, .relation, .attribute, .reference, .note, .group]

  func visit(_ row: UInt32, _ review: inout Review) {
    let store = review.set.store
    for index in 0..<store.seconds[row] {
      let target = store.links[store.firsts[row] + index].target
      guard store.row(ofID: target) == nil else { continue }
      let message = Self.message(review.subject(of: row), store.writtenID(target).description)
      review.report(.unknownID, message, .target(Int(index)), of: row)
    }
  }
}

extension UnknownID {
  private static func message(_ subject: String, _ target: String) -> String {
    "\(subject) names \(target), but no line has that id; name another one, or take the line out"
  }
}

extension Review {
  /// How a message names a line: by its id, or where it has none by what it is.
  func subject(of row: UInt32) -> String {
    set.store.kinds[row] == .group ? "the group \(name(of: row))" : id(of: row)
  }
}

extension DiagnosticName {
  /// A line names an id that no line has.
  public static let unknownID = DiagnosticName("unknown-id")
}
