/// A price for each unit such that no cluster saves more than its units cost.
///
/// The prices of the units that are left bound what can still be saved: they solve the dual of the
/// choice's linear relaxation. They need not be the best ones; the closer, the shorter the search.
struct ClusterPrices {
  /// By unit.
  private(set) var values: [Int]
  /// By cluster, how much more than it saves its units cost; never below 0.
  private(set) var regrets: [Int]
  /// What all units cost: no choice saves more.
  var sum: Int { values.reduce(0, +) }

  /// How often prices are made better at most.
  private static var mostRounds: Int { 60 }
  /// The part of their sum by which prices may miss the best ones.
  private static var precision: Double { 1e-10 }
  /// How many products a computer forms in the time of one step.
  private static var productsPerStep: Double { 16 }

  /// Each unit costs the most that a unit of one of its clusters saves on the average.
  init(evenly table: ClusterTable, unitCount: Int) {
    values = Array(repeating: 0, count: unitCount)
    for (cluster, saving) in table.savings.enumerated() {
      let units = table.units(of: cluster)
      // Rounded up, so that the units of each cluster cost enough.
      let share = (saving + units.count - 1) / units.count
      for unit in units { values[unit] = max(values[unit], share) }
    }
    regrets = Self.regrets(at: values, table)
  }

  /// The best prices, as closely as floating point and `effort` allow.
  init(closely table: ClusterTable, unitCount: Int, _ effort: inout SearchEffort) {
    var relaxed = RelaxedChoice(of: table, unitCount: unitCount)
    // Capped so that it fits an `Int`; no search takes so many.
    let steps = Int(min(relaxed.effort / Self.productsPerStep, Double(Int.max / 2)))
    for _ in 0..<Self.mostRounds {
      let isNear = relaxed.gap <= Self.precision * relaxed.prices.reduce(0, +)
      guard !isNear, effort.spends(steps), relaxed.advance() else { break }
    }
    // Whatever rounding does to the prices, their sum fits an `Int`.
    let most = Double(Int.max / 4 / max(1, unitCount))
    values = relaxed.prices.map { Int(min(most, $0 * Double(Dissimilarity.one)).rounded(.up)) }
    // What was lost by rounding.
    for (cluster, regret) in Self.regrets(at: values, table).enumerated() where regret < 0 {
      values[table.units(of: cluster).first ?? 0] -= regret
    }
    regrets = Self.regrets(at: values, table)
  }

  private static func regrets(at values: [Int], _ table: ClusterTable) -> [Int] {
    table.savings.indices.map { cluster in
      table.units(of: cluster).reduce(-table.savings[cluster]) { $0 + values[$1] }
    }
  }
}
