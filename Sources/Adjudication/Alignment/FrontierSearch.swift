/// Follows the choices of disjoint clusters that can save the most, among those of one component.
///
/// Branch and bound in the order of the text: at each unit, every state that is left branches into
/// the clusters that begin there. A state is what has been saved and which units ahead are taken. It
/// is left where another has saved so much more that the units it has taken ahead, each at the most
/// that losing it can cost, do not matter; and where the prices of the units say that it cannot
/// become better than the best choice known. A state that is left for either cannot become the only
/// best; those beyond the width are left out all the same, and the least of their regrets is kept,
/// for it bounds what they could have become.
struct FrontierSearch<Taken: Frontier> {
  /// What came of following.
  struct Outcome {
    /// The clusters of the best choice, in the order of the text; none where none saves more than was
    /// known.
    let chosen: [Int]
    /// What they save.
    let saved: Int
    /// The least regret of a state that was left out for want of width; `nil` where none was.
    let leftOut: Int?
  }

  private struct State {
    let taken: Taken
    let saved: Int
    /// How much less than its price each unit behind has brought, together.
    let regret: Int
    /// The most that the taken units can cost later.
    let owed: Int
    /// Where the way here stands in the trail.
    let trail: Int
    /// The cluster chosen last on the way here, from the state at `trail`; -1 where none was.
    let choice: Int
  }

  private struct Option {
    let ahead: Taken
    let saving: Int
    let regret: Int
    let owed: Int
    let cluster: Int
  }

  /// How many of the best states each other one is held against.
  private static var rivals: Int { 8 }
  /// Up to how many states going through them is faster than looking one up.
  private static var few: Int { 16 }

  private var options: [[Option]]
  private let prices: [Int]
  private let budget: Int
  /// What losing each unit can cost at most.
  private var losses: [Int]
  private var trail: [(previous: Int32, cluster: Int32)] = [(-1, -1)]

  /// Looks among the clusters `listed` for choices that save more than `known`.
  init(_ table: ClusterTable, listed: [Int], at prices: ClusterPrices, beyond known: Int) {
    self.prices = prices.values
    budget = prices.sum - known
    options = Array(repeating: [], count: prices.values.count)
    losses = Array(repeating: 0, count: prices.values.count)
    for cluster in listed {
      for (unit, loss) in zip(table.units(of: cluster), table.losses(of: cluster)) {
        losses[unit] = max(losses[unit], loss)
      }
    }
    for cluster in listed {
      let units = table.units(of: cluster)
      guard let first = units.first else { continue }
      var ahead = Taken()
      for unit in units { ahead.take(unit - first) }
      options[first].append(
        Option(
          ahead: ahead, saving: table.savings[cluster], regret: prices.regrets[cluster],
          owed: units.dropFirst().reduce(0) { $0 + losses[$1] }, cluster: cluster))
    }
  }

  /// The best choice along at most `width` states at a time; `nil` where the effort does not suffice.
  mutating func followed(_ width: Int, _ effort: inout SearchEffort) -> Outcome? {
    trail = [(-1, -1)]
    var states = [State(taken: Taken(), saved: 0, regret: 0, owed: 0, trail: 0, choice: -1)]
    var leftOut: Int?
    for unit in options.indices {
      guard let branches = branch(states, at: unit, &effort) else { return nil }
      var next = promising(branches, from: unit + 1)
      if next.count > width {
        leftOut = min(leftOut ?? .max, next[width].regret)
        next.removeSubrange(width...)
      }
      states = next.map { settled($0) }
    }
    let best = states.first
    return Outcome(
      chosen: best.map { way(to: $0) } ?? [], saved: best?.saved ?? 0, leftOut: leftOut)
  }

  private func way(to state: State) -> [Int] {
    var chosen: [Int] = []
    var walk = state.trail
    while walk > 0 {
      chosen.append(Int(trail[walk].cluster))
      walk = Int(trail[walk].previous)
    }
    return chosen.reversed()
  }

  /// What the states become at `unit`; `nil` where the effort does not suffice.
  private func branch(
    _ states: [State], at unit: Int, _ effort: inout SearchEffort
  ) -> [State]? {
    var next: [State] = []
    // Where the states are, once there are more than a few.
    var places: [Taken: Int] = [:]
    func place(of taken: Taken) -> Int? {
      if next.count <= Self.few { return next.firstIndex { $0.taken == taken } }
      if places.isEmpty {
        for (place, state) in next.enumerated() { places[state.taken] = place }
      }
      return places[taken]
    }
    func add(_ state: State) {
      guard state.regret < budget else { return }
      if let place = place(of: state.taken) {
        if next[place].saved < state.saved { next[place] = state }
      } else {
        if !places.isEmpty { places[state.taken] = next.count }
        next.append(state)
      }
    }
    for state in states {
      let isTaken = state.taken.isTaken
      let branches = 1 + (isTaken ? 0 : options[unit].count)
      guard effort.spends(branches * Taken.steps) else { return nil }
      add(
        State(
          taken: state.taken.advanced(), saved: state.saved,
          regret: isTaken ? state.regret : state.regret + prices[unit],
          owed: isTaken ? state.owed - losses[unit] : state.owed, trail: state.trail, choice: -1))
      guard !isTaken else { continue }
      for option in options[unit] where option.ahead.isDisjoint(with: state.taken) {
        add(
          State(
            taken: state.taken.union(option.ahead).advanced(), saved: state.saved + option.saving,
            regret: state.regret + option.regret,
            owed: state.owed + option.owed, trail: state.trail, choice: option.cluster))
      }
    }
    return next
  }

  /// The states that can still become the best, the most promising first; `unit` is next.
  private func promising(_ states: [State], from unit: Int) -> [State] {
    guard states.count > 1 else { return states }
    let order = states.indices.sorted { one, other in
      let (a, b) = (states[one].saved - states[one].owed, states[other].saved - states[other].owed)
      return a != b ? a > b : one < other
    }
    var kept: [Int] = []
    for index in order
    where !kept.prefix(Self.rivals).contains(where: { beats(states[$0], states[index], unit) }) {
      kept.append(index)
    }
    return kept.sorted { one, other in
      let (a, b) = (states[one].regret, states[other].regret)
      return a != b ? a < b : one < other
    }.map { states[$0] }
  }

  private func beats(_ rival: State, _ state: State, _ unit: Int) -> Bool {
    guard rival.saved >= state.saved else { return false }
    if rival.saved - rival.owed >= state.saved { return true }
    var lost = 0
    rival.taken.forEach(notIn: state.taken) { lost += losses[unit + $0] }
    return rival.saved - lost >= state.saved
  }

  /// The state with the way to it written down.
  private mutating func settled(_ state: State) -> State {
    guard state.choice >= 0 else { return state }
    trail.append((Int32(state.trail), Int32(state.choice)))
    return State(
      taken: state.taken, saved: state.saved, regret: state.regret, owed: state.owed,
      trail: trail.count - 1, choice: -1)
  }
}
