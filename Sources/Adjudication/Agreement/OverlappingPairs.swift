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
    if areApart(mine, of: one), areApart(theirs, of: other) {
      return forEachOfApart(mine, of: one, theirs, of: other, body)
    }
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

  /// Whether units in the order of their starts are in one piece each and share nothing with each other,
  /// as most do.
  private static func areApart(_ places: [Int], of units: Span<Continuum.Unit>) -> Bool {
    var end = ScalarOffset(0)
    for place in places {
      guard !units[place].isDiscontinuous, units[place].extent.lower >= end else { return false }
      end = units[place].extent.upper
    }
    return true
  }

  /// The same where neither annotator's units share anything: of two that are looked at, the one that
  /// ends first meets nothing more.
  private static func forEachOfApart(
    _ mine: [Int], of one: Span<Continuum.Unit>, _ theirs: [Int], of other: Span<Continuum.Unit>,
    _ body: (Int, Int) -> Void
  ) {
    var (left, right) = (0, 0)
    while left < mine.count, right < theirs.count {
      let (first, second) = (one[mine[left]].extent, other[theirs[right]].extent)
      if first.overlaps(second) { body(mine[left], theirs[right]) }
      if first.upper <= second.upper { left += 1 } else { right += 1 }
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
