public import Standoff

/// The order in which disputed groups are worked through: the worst first.
///
/// Worse is what more depends on: first whether something is there at all, then its label, then its
/// relations, then its words, then its attributes and notes. Among groups of one kind the one with more
/// readings is worse, then the one whose readings have fewer words in common; else that which stands
/// earlier in the text.
public struct DisputeOrder {
  private let set: AnnotationSet

  /// Prepares to order what is open in a set.
  public init(_ set: AnnotationSet) { self.set = set }

  /// The groups, the worst first.
  public func sorted(_ groups: [DisputedGroup]) -> [DisputedGroup] {
    groups.map { ($0, Badness($0, in: set)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}

/// How bad a disagreement is; the worst is lowest.
private struct Badness: Comparable {
  private let kind: Int
  private let agreement: Int
  private let common: Int
  private let extent: TextRange
  private let number: Int

  init(_ group: DisputedGroup, in set: AnnotationSet) {
    kind = DisputedGroup.Kind.allCases.firstIndex(of: group.kind) ?? 0
    agreement = -group.readings.count
    let readings = group.ids.compactMap { set[$0] }
    common = group.isOfLines ? Self.common(readings.map(\.ranges)) : 0
    extent = group.extent(in: set)
    number = group.number
  }

  static func < (left: Badness, right: Badness) -> Bool {
    let (a, b) = (
      [left.kind, left.agreement, left.common], [right.kind, right.agreement, right.common]
    )
    if a != b { return a.lexicographicallyPrecedes(b) }
    return left.extent == right.extent ? left.number < right.number : left.extent < right.extent
  }

  /// How much of all the code points that any span has every one has, in thousandths.
  private static func common(_ spans: [[TextRange]]) -> Int {
    var edges: [Int: Int] = [:]
    for range in spans.joined() where !range.isEmpty {
      edges[range.lower.value, default: 0] += 1
      edges[range.upper.value, default: 0] -= 1
    }
    var (any, all, depth, place) = (0, 0, 0, 0)
    for (offset, change) in edges.sorted(by: { $0.key < $1.key }) {
      if depth > 0 { any += offset - place }
      if depth == spans.count { all += offset - place }
      depth += change
      place = offset
    }
    let share = any == 0 ? 0 : Double(all) / Double(any)
    return Int((share * 1000).rounded())
  }
}

extension DisputedGroup {
  /// From the first to the last character that it is about; of relations, where they start.
  public func extent(in set: AnnotationSet) -> TextRange {
    let ends = (isOfLines || isOfGroup ? ids : []) + [target]
    let extents = ends.compactMap { id in
      (set[id] ?? set.record(of: id)?.mentions.first.flatMap { set[$0.id] })?.extent
    }
    guard let lower = extents.map(\.lower).min(), let upper = extents.map(\.upper).max() else {
      return TextRange(0, 0)
    }
    return TextRange(lower, upper)
  }
}
