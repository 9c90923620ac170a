import Standoff

/// The pairs of two annotators' units that share a code point, found in one sweep over the text.
enum OverlappingPairs {
  /// Calls `body` with the places of each such pair, once.
  static func forEach(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit], _ body: (Int, Int) -> Void
  ) {
    let (mine, theirs) = (
      one.places { $0.extent.lower < $1.extent.lower },
      other.places { $0.extent.lower < $1.extent.lower }
    )
    // What has begun and may not have ended.
    var (ours, others) = ([Int](), [Int]())
    var (left, right) = (0, 0)
    while left < mine.count || right < theirs.count {
      if right == theirs.count
        || left < mine.count
          && one[mine[left]].extent.lower <= other[theirs[right]].extent.lower
      {
        let unit = one[mine[left]]
        others.removeAll { other[$0].extent.upper <= unit.extent.lower }
        for place in others where unit.sharesWords(with: other[place]) { body(mine[left], place) }
        ours.append(mine[left])
        left += 1
      } else {
        let unit = other[theirs[right]]
        ours.removeAll { one[$0].extent.upper <= unit.extent.lower }
        for place in ours where unit.sharesWords(with: one[place]) { body(place, theirs[right]) }
        others.append(theirs[right])
        right += 1
      }
    }
  }
}

extension Continuum.Unit {
  /// Whether both cover one code point or more.
  fileprivate func sharesWords(with other: Self) -> Bool {
    guard extent.overlaps(other.extent) else { return false }
    return !isDiscontinuous && !other.isDiscontinuous || sharedCount(with: other) > 0
  }
}
