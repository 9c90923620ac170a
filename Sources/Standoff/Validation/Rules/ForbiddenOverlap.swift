/// Annotations that overlap as the schema does not let their labels; at most one finding a line.
///
/// Spans in one piece are compared in a sweep that takes the number of labels for each of them, and
/// split ones with what their pieces touch.
struct ForbiddenOverlap: SpanRule {
  static let names: [DiagnosticName] = [.forbiddenOverlap]
  static let concern = SpanConcern.neighbors
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool { !schema.forbidsOverlaps }

  /// How many pairs with a split annotation are compared at most.
  private static let mostPairs = 1 << 20

  private var sweep: OverlapSweep?
  private var isNeeded: Bool?
  private var split: [SpanLine] = []
  private var reported: Set<UInt32> = []

  mutating func visit(_ span: SpanLine, _ review: inout Review) {
    if isNeeded == nil {
      isNeeded = review.schema.forbidsOverlaps
      sweep = OverlapSweep()
    }
    guard isNeeded == true, !span.extent.isEmpty else { return }
    let traits = review.schema.traits(of: span.label)
    guard traits.isKnown, !traits.isEvent, !review.isArticleLevel(span) else { return }
    guard span.isOnePiece || review.ranges(of: span).count == 1 else {
      split.append(span)
      return
    }
    let schema = review.schema
    let entry = OverlapSweep.Entry(row: span.row, label: span.label, range: span.extent)
    let found = sweep?.add(entry) { schema.allows($0, of: $1, with: $2) }
    if let found { report(found.kind, span.row, found.other, &review) }
  }

  mutating func finish(_ review: inout Review) {
    var pairs = 0
    let splitRows = Set(split.map(\.row))
    for span in split {
      let ranges = review.ranges(of: span)
      var seen: Set<UInt32> = [span.row]
      for range in ranges {
        for entry in review.lines.set.store.entries(overlapping: range) {
          guard pairs < Self.mostPairs else { return }
          pairs += 1
          guard seen.insert(entry.row).inserted, !review.misfits.contains(entry.row),
            !(splitRows.contains(entry.row) && entry.row < span.row)
          else { continue }
          compare(span, ranges, review.span(entry), &review)
        }
      }
    }
  }

  private mutating func compare(
    _ span: SpanLine, _ ranges: [TextRange], _ other: SpanLine, _ review: inout Review
  ) {
    let otherRanges = review.ranges(of: other)
    guard !review.isArticleLevel(other),
      let (kind, isInner) = OverlapRules.Kind.between(ranges, otherRanges)
    else { return }
    let (inner, outer) = isInner ? (span.label, other.label) : (other.label, span.label)
    if !review.schema.allows(kind, of: inner, with: outer) {
      report(kind, span.row, other.row, &review)
    }
  }

  private mutating func report(
    _ kind: OverlapRules.Kind, _ row: UInt32, _ other: UInt32, _ review: inout Review
  ) {
    let isLater = review.lineNumber(of: row) > review.lineNumber(of: other)
    let (later, earlier) = isLater ? (row, other) : (other, row)
    guard reported.insert(later).inserted else { return }
    let lines = review.lines
    let isInner = lines.set.store.entry(of: later).isWithin(lines.set.store.entry(of: earlier))
    review.report(
      .forbiddenOverlap,
      Self.message(
        kind, isInner: isInner, review.id(of: later), review.name(of: later),
        review.id(of: earlier), review.name(of: earlier), line: review.lineNumber(of: earlier)),
      .offsets, of: later)
  }
}

extension ForbiddenOverlap {
  private static func message(
    _ kind: OverlapRules.Kind, isInner: Bool, _ id: String, _ label: String, _ other: String,
    _ otherLabel: String, line: Int
  ) -> String {
    let verb =
      switch kind {
      case .equal: "has the same extent as"
      case .contain: isInner ? "lies within" : "contains"
      case .cross: "crosses"
      }
    return
      "\(id) (\(label)) \(verb) \(other) (\(otherLabel)) on line \(line), which the schema does "
      + "not allow; change the extent of one, or take it out"
  }
}

extension OverlapRules.Kind {
  /// How two annotations overlap, and whether the first lies within the second.
  ///
  /// The ranges of each are sorted and touch nowhere; `nil` where the two share nothing.
  package static func between(
    _ left: [TextRange], _ right: [TextRange]
  ) -> (kind: OverlapRules.Kind, isInner: Bool)? {
    if left == right { return (.equal, true) }
    let holds = { (outer: [TextRange], inner: [TextRange]) in
      inner.allSatisfy { piece in outer.contains { $0.contains(piece) } }
    }
    if holds(right, left) { return (.contain, true) }
    if holds(left, right) { return (.contain, false) }
    let isShared = left.contains { piece in right.contains { $0.overlaps(piece) } }
    return isShared ? (.cross, true) : nil
  }
}

extension DiagnosticName {
  /// Two annotations overlap as the schema does not let their labels.
  public static let forbiddenOverlap = DiagnosticName("forbidden-overlap")
}
