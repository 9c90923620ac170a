/// Attributes that one annotation has twice, unless a merge has left them so and says it.
struct RepeatedAttribute: LineRule {
  static let names: [DiagnosticName] = [.repeatedAttribute]
  static let kinds: Set<LineKind> = [.attribute]
  static let passesPlainLines = true

  private var first: [UInt64: UInt32] = [:]

  mutating func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let target = lines.set.store.links[lines.set.store.firstLink(of: row)].target
    let key = UInt64(target) << 32 | UInt64(lines.set.store.labelIndex(of: row))
    guard let earlier = first.updateValue(row, forKey: key) else { return }
    first[key] = earlier
    guard !lines.set.isDisputed(review.name(of: row), of: lines.set.store.writtenID(target)) else {
      return
    }
    let message = Self.message(
      review.id(of: row), review.name(of: row), lines.set.store.writtenID(target).description,
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

extension AnnotationSet {
  /// Whether a merge could not settle an attribute, so that each side's value stands.
  fileprivate func isDisputed(_ name: String, of id: AnnotationID) -> Bool {
    // What is open about the trigger of an event stands on the event.
    let holders = [id] + store.rows(of: .event, on: id).map { store.id(of: $0) }
    return holders.flatMap(conflictRecords).contains { text in
      ConflictRecord(text)?.isAbout(attribute: name) ?? false
    }
  }
}

extension DiagnosticName {
  /// An annotation has an attribute twice.
  public static let repeatedAttribute = DiagnosticName("repeated-attribute")
}
