import Standoff

/// The pairs of two annotators' units that share a code point, found in one sweep over the text.
enum OverlappingPairs {
  /// Calls `body` with the places of each such pair, once.
  static func forEach(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit], _ body: (Int, Int) -> Void
  ) {
    let (mine, theirs) = (order(of: one), order(of: other))
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

  /// The places of units by where they start, equals as they stand; mostly all stand so already.
  private static func order(of units: [Continuum.Unit]) -> [Int] {
    let places = units.indices
    guard
      places.dropFirst().contains(where: { units[$0].extent.lower < units[$0 - 1].extent.lower })
    else { return Array(places) }
    return places.sorted { one, other in
      let (a, b) = (units[one].extent.lower, units[other].extent.lower)
      return a == b ? one < other : a < b
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
