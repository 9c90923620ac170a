/// The choice of disjoint clusters of one component that saves the most, as far as it is known.
///
/// The clusters and the states that promise most are followed first, at prices that are found at
/// once; where that leaves any out, at the best prices; then beside a choice that rematching has made
/// as good as it can, with four times as many each time, until what is left out cannot be better or
/// the effort ends.
struct ClusterChoice {
  /// The units of the clusters chosen, in the order of the text.
  private(set) var clusters: [[Int]] = []
  /// What they save.
  private(set) var saved = 0
  /// No choice among the clusters saves more.
  private(set) var bound: Int

  private let table: ClusterTable
  private var prices: ClusterPrices

  /// `width` is how many states are followed at first.
  init(
    among table: ClusterTable, unitCount: Int, width: Int = 64, _ effort: inout SearchEffort,
    rematching: () -> Rematching
  ) {
    self.table = table
    prices = ClusterPrices(evenly: table, unitCount: unitCount)
    bound = prices.sum
    if follow(width, &effort), saved == bound { return }
    prices = ClusterPrices(closely: table, unitCount: unitCount, &effort)
    bound = min(bound, prices.sum)
    if follow(width, &effort), saved == bound { return }
    rematch(rematching())
    var width = width
    repeat { width *= 4 } while saved < bound && follow(width, &effort)
  }

  /// Follows at most `width` states at a time; false where the effort does not suffice.
  private mutating func follow(_ width: Int, _ effort: inout SearchEffort) -> Bool {
    let most = width / 4 * prices.values.count
    var listed = table.savings.indices.filter { prices.regrets[$0] < prices.sum - saved }
    var leftOut: Int?
    if listed.count > most {
      let least = listed.map { prices.regrets[$0] }.sorted()[most]
      leftOut = least
      listed.removeAll { prices.regrets[$0] >= least }
    }
    listed.sort { one, other in
      let (a, b) = (table.savings[one], table.savings[other])
      return a != b ? a > b : one < other
    }
    let reach = listed.reduce(0) { most, cluster in
      let units = table.units(of: cluster)
      return max(most, (units.last ?? 0) - (units.first ?? 0))
    }
    // A frontier of one word is several times as fast.
    if reach < UInt64.bitWidth { return follow(listed, UInt64.self, width, leftOut, &effort) }
    if reach < UInt128.bitWidth { return follow(listed, UInt128.self, width, leftOut, &effort) }
    return follow(listed, WideFrontier.self, width, leftOut, &effort)
  }

  private mutating func follow<Taken: Frontier>(
    _ listed: [Int], _: Taken.Type, _ width: Int, _ leftOut: Int?, _ effort: inout SearchEffort
  ) -> Bool {
    var search = FrontierSearch<Taken>(table, listed: listed, at: prices, beyond: saved)
    guard let outcome = search.followed(width, &effort) else { return false }
    if outcome.saved > saved {
      saved = outcome.saved
      clusters = outcome.chosen.map { Array(table.units(of: $0)) }
    }
    let least = [leftOut, outcome.leftOut].compactMap(\.self).min()
    bound = min(bound, max(saved, least.map { prices.sum - $0 } ?? saved))
    return true
  }

  /// Takes the clusters with the least regret and makes the most of them, and likewise of those that
  /// are known; keeps what is better than these.
  private mutating func rematch(_ rematching: Rematching) {
    let known = (clusters: clusters, saved: saved)
    for start in [greedy, known] {
      let (better, gain) = rematching.improved(start.clusters)
      if start.saved + gain > saved { (clusters, saved) = (better, start.saved + gain) }
    }
  }

  private var greedy: (clusters: [[Int]], saved: Int) {
    var isTaken = Array(repeating: false, count: prices.values.count)
    var (taken, sum): ([[Int]], Int) = ([], 0)
    let order = table.savings.indices.sorted { one, other in
      let (a, b) = (prices.regrets[one], prices.regrets[other])
      return a != b ? a < b : one < other
    }
    for cluster in order where !table.units(of: cluster).contains(where: { isTaken[$0] }) {
      for unit in table.units(of: cluster) { isTaken[unit] = true }
      taken.append(Array(table.units(of: cluster)))
      sum += table.savings[cluster]
    }
    return (taken.sorted { $0[0] < $1[0] }, sum)
  }
}
