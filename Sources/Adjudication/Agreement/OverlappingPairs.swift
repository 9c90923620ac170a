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
    // Looked at where they lie, for a copy of a unit counts its references.
    let (one, other) = (one.span, other.span)
    // What has begun and may not have ended.
    var (ours, others) = ([Int](), [Int]())
    var (left, right) = (0, 0)
    while left < mine.count || right < theirs.count {
      if right == theirs.count
        || left < mine.count
          && one[mine[left]].extent.lower <= other[theirs[right]].extent.lower
      {
        let begun = mine[left]
        end(&others, of: other, before: one[begun].extent.lower)
        for place in others where one[begun].sharesWords(with: other[place]) { body(begun, place) }
        ours.append(begun)
        left += 1
      } else {
        let begun = theirs[right]
        end(&ours, of: one, before: other[begun].extent.lower)
        for place in ours where other[begun].sharesWords(with: one[place]) { body(place, begun) }
        others.append(begun)
        right += 1
      }
    }
  }

  /// Drops the places of units that end before `start`, or there.
  private static func end(
    _ places: inout [Int], of units: Span<Continuum.Unit>, before start: ScalarOffset
  ) {
    var kept = 0
    for index in places.indices where units[places[index]].extent.upper > start {
      places[kept] = places[index]
      kept += 1
    }
    while places.count > kept { places.removeLast() }
  }
}

extension Continuum.Unit {
  /// Whether both cover one code point or more.
  fileprivate func sharesWords(with other: Self) -> Bool {
    guard extent.overlaps(other.extent) else { return false }
    return !isDiscontinuous && !other.isDiscontinuous || sharedCount(with: other) > 0
  }
}
