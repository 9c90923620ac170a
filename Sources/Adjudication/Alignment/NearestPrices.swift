/// Prices that no cluster can save more than, whichever clusters there are: for where there are too
/// many to find them all.
///
/// A unit's part in what a cluster of k units saves is C (k - 1) / k, and half of 1 - d for each of the
/// others; no more than with the nearest unit of each of the k - 1 nearest annotators.
struct NearestPrices {
  /// By unit, at least 0.
  let values: [Int]

  init(_ placement: Placement, _ links: LinkSweep) {
    let one = Dissimilarity.one
    let annotators = placement.entries.map(\.annotator)
    var nearest = placement.entries.map { _ in
      Array(repeating: Int.max, count: placement.annotatorCount)
    }
    for unit in annotators.indices {
      for link in links.later(unit) {
        let (own, other) = (annotators[unit], annotators[link.unit])
        nearest[unit][other] = min(nearest[unit][other], link.apart)
        nearest[link.unit][own] = min(nearest[link.unit][own], link.apart)
      }
    }
    let division = placement.joinSaving
    values = nearest.map { distances in
      var (price, shares) = (0, 0)
      for (place, apart) in distances.sorted().enumerated() where apart < .max {
        shares += one - apart
        // Rounded up twice.
        price = max(price, division / (place + 2) * (place + 1) + place + 1 + (shares + 1) / 2 + 1)
      }
      return price
    }
  }
}
