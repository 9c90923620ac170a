/// The choice among the clusters of two or three units that hang together.
///
/// Any two of these clusters share a unit, so at most one is chosen: that which saves the most, of
/// several the first in the order of the text. It is what ``ClusterChoice`` comes to.
struct FewUnits {
  /// How many units are few.
  static var most: Int { 3 }

  private let links: LinkSweep
  /// ``Placement/joinSaving``.
  private let division: Int

  init(_ placement: Placement, links: LinkSweep) {
    self.links = links
    division = placement.joinSaving
  }

  /// The cluster that is chosen of two or three units; empty where none saves anything.
  func cluster(of units: ArraySlice<Int>) -> [Int] {
    guard units.count > 2 else {
      return (saving(units[units.startIndex], units[units.startIndex + 1]) ?? 0) > 0
        ? Array(units) : []
    }
    let (a, b, c) = (
      units[units.startIndex], units[units.startIndex + 1], units[units.startIndex + 2]
    )
    let (ab, ac, bc) = (saving(a, b), saving(a, c), saving(b, c))
    var best: (cluster: [Int], saving: Int) = ([], 0)
    if let ab, ab > best.saving { best = ([a, b], ab) }
    if let ab, let ac, let bc {
      // Joining all three divides nothing once more, and each of them has to gain by it.
      let (all, least) = (ab + ac + bc - division, min(ab + ac, ab + bc, ac + bc))
      if least > division, all > best.saving { best = ([a, b, c], all) }
    }
    if let ac, ac > best.saving { best = ([a, c], ac) }
    if let bc, bc > best.saving { best = ([b, c], bc) }
    return best.cluster
  }

  /// What two units save that stand in one cluster; `nil` where they cannot.
  private func saving(_ one: Int, _ other: Int) -> Int? {
    links.apart(one, other).map { division + Dissimilarity.one - $0 }
  }
}
