/// A price for each unit such that no cluster saves more than its units cost together.
///
/// The prices of the units that are left bound what can still be saved: they solve the dual of the
/// choice's linear relaxation. They need not be the best ones; the closer, the shorter the search.
struct ClusterPrices {
  private(set) var values: [Int]
  /// By candidate, how much more than it saves its units cost; never below 0.
  private(set) var regrets: [Int]

  /// How often prices are made better at most.
  private static var mostRounds: Int { 60 }
  /// The part of their sum by which prices may miss the best ones.
  private static var precision: Double { 1e-10 }
  /// How many products a computer forms in the time of one step.
  private static var productsPerStep: Int { 16 }

  /// Each unit costs the most that a unit of one of its clusters saves on the average.
  ///
  /// `members` gives the units of each candidate, `savings` what it saves.
  init(evenly members: [[Int]], savings: [Int], unitCount: Int) {
    values = Array(repeating: 0, count: unitCount)
    for (units, saving) in zip(members, savings) {
      // Rounded up, so that the units of each cluster cost enough.
      let share = (saving + units.count - 1) / units.count
      for unit in units { values[unit] = max(values[unit], share) }
    }
    regrets = Self.regrets(at: values, members, savings)
  }

  /// The best prices, as near as numbers with a point come and `steps` suffice.
  init(closely members: [[Int]], savings: [Int], unitCount: Int, steps: inout Int, limit: Int) {
    var relaxed = RelaxedChoice(members: members, savings: savings, unitCount: unitCount)
    let effort = relaxed.effort / Self.productsPerStep
    for _ in 0..<Self.mostRounds {
      let isNear = relaxed.gap <= Self.precision * relaxed.prices.reduce(0, +)
      guard !isNear, effort < limit - steps else { break }
      steps += effort
      guard relaxed.advance() else { break }
    }
    values = relaxed.prices.map { Int(($0 * Double(Dissimilarity.one)).rounded(.up)) }
    regrets = Self.regrets(at: values, members, savings)
    // What was lost by rounding.
    for (units, regret) in zip(members, regrets) where regret < 0 { values[units[0]] -= regret }
    regrets = Self.regrets(at: values, members, savings)
  }

  private static func regrets(at values: [Int], _ members: [[Int]], _ savings: [Int]) -> [Int] {
    zip(members, savings).map { units, saving in units.reduce(-saving) { $0 + values[$1] } }
  }
}
