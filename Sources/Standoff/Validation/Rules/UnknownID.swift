/// Lines that name an id which no line has.
struct UnknownID: LineRule {
  static let names: [DiagnosticName] = [.unknownID]
  static let kinds: Set<LineKind> = [.event, .relation, .attribute, .reference, .note, .group]
  static let passesPlainLines = true

  /// The ids that lines begin with which cannot be used, such as one after a byte order mark.
  private var hidden: Set<AnnotationID>?

  mutating func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    for index in 0..<lines.set.store.linkCount(of: row) {
      let target = lines.set.store.links[lines.set.store.firstLink(of: row) + index].target
      guard lines.set.store.row(ofID: target) == nil else { continue }
      let id = lines.set.store.writtenID(target)
      guard !hides(id, in: review) else { continue }
      let message = Self.message(review.subject(of: row), id.description)
      review.report(.unknownID, message, .target(Int(index)), of: row)
    }
  }
}

extension UnknownID {
  /// Whether a line that cannot be used was to have the id, which is fault enough.
  private mutating func hides(_ id: AnnotationID, in review: Review) -> Bool {
    let known = hidden ?? review.hiddenIDs
    hidden = known
    return known.contains(id)
  }

  private static func message(_ subject: String, _ target: String) -> String {
    "\(subject) names \(target), but no line has that id; name another one, or take the line out"
  }
}

extension Review {
  /// What looks like an id at the start of lines that have none.
  fileprivate var hiddenIDs: Set<AnnotationID> {
    let store = lines.set.store
    var ids: Set<AnnotationID> = []
    for row in store.order
    where store.kind(of: row) == .malformed && !store.hasID(row) {
      var line = store.bytes(of: row)
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      let letters = line.prefix { $0.isLetter || $0 == UInt8(ascii: "#") }
      let digits = line.dropFirst(letters.count).prefix(while: \.isDigit)
      ids.insert(AnnotationID(String(decoding: letters + digits, as: UTF8.self)))
    }
    return ids
  }

  /// How a message names a line: by its id, or where it has none by what it is.
  func subject(of row: UInt32) -> String {
    lines.set.store.kind(of: row) == .group ? "the group \(name(of: row))" : id(of: row)
  }
}

extension DiagnosticName {
  /// A line names an id that no line has.
  public static let unknownID = DiagnosticName("unknown-id")
}
