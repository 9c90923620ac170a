import Standoff

/// Whether the article was corrected on one side of a three-way merge alone.
///
/// No line tells, for each side stands on its words. But where a paragraph comes in, all that stands behind
/// it moves and keeps its words, on the side that has it; what the other side has changed there counts on
/// the article as it was.
struct EditionChange {
  /// A span of the base that a side has with its label and its words.
  private struct Shared {
    let old: ScalarOffset
    let new: ScalarOffset
  }

  /// What a side has.
  private struct Side {
    /// What it shares with the base, in the order of the base.
    var shared: [Shared] = []
    /// Where the others start: what is new there, or says something else.
    var others: [ScalarOffset] = []
  }

  /// How many spans have to have moved, for one may have been put on other words of the kind by hand.
  private static let fewest = 2

  private let ours: Side
  private let theirs: Side

  init(base: AnnotationSet, ours: AnnotationSet, theirs: AnnotationSet) {
    let spans = Dictionary(Self.spans(of: base).map { ($0.id, $0) }) { first, _ in first }
    self.ours = Self.side(ours, since: spans)
    self.theirs = Self.side(theirs, since: spans)
  }

  /// Whether it was.
  var isOnOneSide: Bool {
    Self.has(ours, movedBeside: theirs) || Self.has(theirs, movedBeside: ours)
  }

  /// Whether all that stands behind some place has moved on one side, while the other, where it has not, has
  /// something there that the base has not.
  private static func has(_ side: Side, movedBeside other: Side) -> Bool {
    let still = side.shared.lastIndex { $0.old == $0.new }.map { $0 + 1 } ?? 0
    guard side.shared.count - still >= fewest else { return false }
    let start = side.shared[still].old
    let behind = other.shared.filter { $0.old >= start }
    return behind.count >= fewest && behind.allSatisfy { $0.old == $0.new }
      && other.others.contains { $0 >= start }
  }

  private static func side(
    _ set: AnnotationSet, since base: [AnnotationID: StandoffRecord]
  ) -> Side {
    var side = Side()
    for span in spans(of: set) {
      guard let start = span.ranges.first?.lower else { continue }
      if let old = base[span.id], let before = old.ranges.first?.lower,
        old.name.utf8.elementsEqual(span.name.utf8), old.quotation.elementsEqual(span.quotation)
      {
        side.shared.append(Shared(old: before, new: start))
      } else {
        side.others.append(start)
      }
    }
    side.shared.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    return side
  }

  private static func spans(of set: AnnotationSet) -> [StandoffRecord] {
    set.records.filter { $0.kind == .textBound }
  }
}
