/// The choice of clusters where shares of them may be chosen: its prices are the best there are.
///
/// The linear relaxation and its dual are solved at once, from strictly within both and on a path
/// that leads to their middle (Mehrotra, On the Implementation of a Primal-Dual Interior Point
/// Method, SIAM Journal on Optimization 2(4), 1992). The prices are valid after each round, and after
/// some twenty as good as the best. Of several best ones they are in the middle, where most clusters
/// that no best choice has are too dear. Units that share a cluster stand near each other in the
/// text, so the equations are banded, and a round takes about units × the square of the band.
struct RelaxedChoice {
  /// By unit, its price, in units of the empty unit's distance by pairs of annotators.
  private(set) var prices: [Double]

  /// Each unit alone, then the clusters: where its units stand in `units`.
  private let starts: [Int]
  private let units: [Int]
  private let savings: [Double]
  private var shares: [Double]
  /// By cluster, how much more than it saves its units cost.
  private var regrets: [Double]
  private var system: BandedSystem

  /// What a round may change.
  private struct Direction {
    var prices: [Double]
    var shares: [Double]
    var regrets: [Double]
  }

  init(of table: ClusterTable, unitCount: Int) {
    let one = Double(Dissimilarity.one)
    var (starts, units) = (Array(0...unitCount), Array(0..<unitCount))
    var (reach, degrees) = (units, Array(repeating: 0, count: unitCount))
    savings = Array(repeating: 0, count: unitCount) + table.savings.map { Double($0) / one }
    // Each unit a little dearer than its clusters need.
    prices = ClusterPrices(evenly: table, unitCount: unitCount).values.map { Double($0) / one + 1 }
    for cluster in table.savings.indices {
      let members = table.units(of: cluster)
      for unit in members {
        degrees[unit] += 1
        reach[unit] = max(reach[unit], members.last ?? unit)
      }
      units += members
      starts.append(units.count)
    }
    (self.starts, self.units) = (starts, units)
    // Half of each unit is given away at most, and the rest of it stands alone.
    let part = 0.5 / Double(max(1, degrees.max() ?? 1))
    shares = degrees.map { 1 - Double($0) * part } + Array(repeating: part, count: table.count)
    regrets = []
    system = BandedSystem(reach: reach)
    regrets = found
  }

  /// How far the prices are from the best ones at most.
  var gap: Double { zip(shares, regrets).reduce(0) { $0 + $1.0 * $1.1 } }

  /// How many products a round takes, about.
  var effort: Double { system.effort + 16 * Double(units.count) }

  /// Comes closer to the best prices; false where rounding stands in the way.
  mutating func advance() -> Bool {
    let old = prices
    let mean = gap / Double(shares.count)
    weigh()
    let straight = direction(to: 0, after: nil)
    let ahead = zip(zip(shares, straight.shares), zip(regrets, straight.regrets))
    let (share, price) = lengths(straight, within: 1)
    let left = ahead.reduce(0.0) { sum, pair in
      sum + (pair.0.0 + share * pair.0.1) * (pair.1.0 + price * pair.1.1)
    }
    let ratio = left / gap
    let bent = direction(to: ratio * ratio * ratio * mean, after: straight)
    let (own, other) = lengths(bent, within: 0.995)
    for place in shares.indices { shares[place] += own * bent.shares[place] }
    for unit in prices.indices { prices[unit] += other * bent.prices[unit] }
    regrets = found
    guard regrets.allSatisfy({ $0 > 0 }), shares.allSatisfy({ $0 > 0 }), gap.isFinite else {
      prices = old
      return false
    }
    return true
  }

  /// The regrets at the prices.
  private var found: [Double] {
    savings.indices.map { cluster in
      units[starts[cluster]..<starts[cluster + 1]].reduce(-savings[cluster]) { $0 + prices[$1] }
    }
  }

  /// Sets up the equations.
  private mutating func weigh() {
    system.clear()
    for cluster in shares.indices {
      let weight = shares[cluster] / regrets[cluster]
      let places = starts[cluster]..<starts[cluster + 1]
      for place in places {
        for other in place..<places.upperBound {
          system.add(weight, row: units[place], column: units[other])
        }
      }
    }
    system.factor()
  }

  /// The direction towards the point where each share times its regret is `target`, corrected by how
  /// far the direction `before` misses it.
  private func direction(to target: Double, after before: Direction?) -> Direction {
    var right = Array(repeating: 0.0, count: prices.count)
    var wanted = shares
    for cluster in shares.indices {
      let missed = before.map { $0.shares[cluster] * $0.regrets[cluster] } ?? 0
      wanted[cluster] = (target - missed) / regrets[cluster] - shares[cluster]
      for place in starts[cluster]..<starts[cluster + 1] {
        right[units[place]] += wanted[cluster]
      }
    }
    system.solve(&right)
    var way = Direction(prices: right, shares: wanted, regrets: wanted)
    for cluster in shares.indices {
      let change = units[starts[cluster]..<starts[cluster + 1]].reduce(0) { $0 + right[$1] }
      way.regrets[cluster] = change
      way.shares[cluster] -= shares[cluster] / regrets[cluster] * change
    }
    return way
  }

  /// How far shares, and prices, can go the way before a share or a regret would fall below 0, times
  /// `part`; at most all of it, which is 1.
  private func lengths(_ way: Direction, within part: Double) -> (shares: Double, prices: Double) {
    var (share, price) = (1.0, 1.0)
    for cluster in shares.indices {
      if way.shares[cluster] < 0 {
        share = min(share, part * -shares[cluster] / way.shares[cluster])
      }
      if way.regrets[cluster] < 0 {
        price = min(price, part * -regrets[cluster] / way.regrets[cluster])
      }
    }
    return (share, price)
  }
}
