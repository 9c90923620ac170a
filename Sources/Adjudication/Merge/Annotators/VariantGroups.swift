/// Which variants hang together by their words: those of one group may be one thing or several, and no
/// two of different groups are one.
///
/// Variants in pieces hang together with all that they lie over or under, for what they share takes
/// longer to find out.
struct VariantGroups {
  private let variants: [Int]
  /// The places in ``variants`` by group.
  private let groups: Grouping

  /// How many pairs of so many variants are looked at: where there are more, much lies on one place.
  private static func most(of count: Int) -> Int { 64 * count }

  /// Groups some variants, which are given in the order of the text; `nil` where too much hangs together
  /// to be told quickly.
  init?(_ list: VariantList, _ variants: [Int]) {
    var union = Union(of: variants.count)
    var left = Self.most(of: variants.count)
    for (place, variant) in variants.enumerated() {
      let mark = list.first(of: variant)
      for next in variants.indices[(place + 1)...] {
        let other = list.first(of: variants[next])
        guard other.lower < mark.upper else { break }
        guard left > 0 else { return nil }
        left -= 1
        if mark.canJoin(other) { union.join(place, next) }
      }
    }
    self.variants = variants
    groups = Grouping(
      by: variants.indices.map { union.root(of: $0) }, labelCount: variants.count)
  }

  /// How many groups there are.
  var count: Int { groups.count }

  /// The variants of a group, in the order of the text.
  subscript(group: Int) -> some RandomAccessCollection<Int> {
    groups[group].lazy.map { variants[$0] }
  }
}

extension Mark {
  /// Whether both can be readings of one thing, as far as is told at a glance; the other begins before this
  /// ends, and not before this.
  fileprivate func canJoin(_ other: Mark) -> Bool {
    guard pieces == 0, other.pieces == 0 else { return true }
    return Placement.canJoin(
      sharing: Int(min(upper, other.upper) - other.lower), of: length + other.length,
      isOneLabel: label == other.label)
  }
}
