import Standoff

/// The pairs of two annotators' units that share a code point, found in one sweep over the text.
enum OverlappingPairs {
  /// Calls `body` with the places of each such pair, once.
  static func forEach(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit], _ body: (Int, Int) -> Void
  ) {
    let sides = [one, other]
    let order = sides.indices.flatMap { side in sides[side].indices.map { (side, $0) } }
      .sorted { sides[$0.0][$0.1].extent.lower < sides[$1.0][$1.1].extent.lower }
    var open: [[Int]] = [[], []]
    for (side, index) in order {
      let unit = sides[side][index]
      let across = 1 - side
      open[across].removeAll { sides[across][$0].extent.upper <= unit.extent.lower }
      for candidate in open[across] where unit.sharedCount(with: sides[across][candidate]) > 0 {
        if side == 0 { body(index, candidate) } else { body(candidate, index) }
      }
      open[side].append(index)
    }
  }
}
