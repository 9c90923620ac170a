/// A price for each unit such that no cluster saves more than its units cost together.
///
/// The prices of the units that are left bound what can still be saved: they solve the dual of the
/// choice's linear relaxation. They need not be the best ones; the closer, the shorter the search.
struct ClusterPrices {
  private(set) var values: [Int]
  /// By candidate, how much more than it saves its units cost; never below 0.
  private(set) var regrets: [Int]

  private static var rounds: Int { 24 }

  /// `members` gives the units of each candidate, `savings` what it saves.
  init(members: [[Int]], savings: [Int], unitCount: Int) {
    var memberships: [[Int]] = Array(repeating: [], count: unitCount)
    values = Array(repeating: 0, count: unitCount)
    for (candidate, units) in members.enumerated() {
      // Rounded up, so that the units of each cluster cost enough.
      let share = (savings[candidate] + units.count - 1) / units.count
      for unit in units {
        memberships[unit].append(candidate)
        values[unit] = max(values[unit], share)
      }
    }
    regrets = zip(members, savings).map { [values] units, saving in
      units.reduce(-saving) { $0 + values[$1] }
    }
    // Small steps first, so that no unit takes all of the slack that it shares with others.
    for round in 0..<Self.rounds {
      let order = round.isMultiple(of: 2) ? Array(0..<unitCount) : (0..<unitCount).reversed()
      let part = round + 2 < Self.rounds ? 4 : 1
      for unit in order {
        let slack = memberships[unit].reduce(values[unit]) { min($0, regrets[$1]) } / part
        guard slack > 0 else { continue }
        values[unit] -= slack
        for candidate in memberships[unit] { regrets[candidate] -= slack }
      }
    }
  }
}
