/// Chooses the disjoint clusters that save the most, among those of one connected component.
///
/// Branch and bound in the order of the text: at each unit, every state that is left branches into
/// the clusters that begin there. A state is what has been saved and which units ahead are taken. It
/// is left where another has saved so much more that the units it has taken ahead, each at the most
/// that losing it can cost, do not matter; and where the prices of the units say that it cannot
/// become better than the best choice known. At first only the most promising states are followed, at
/// prices that are found at once; where that left any out, at the best prices, with four times as many
/// each time. Exact: a state that is left for good cannot become the only best.
struct FrontierSearch<Taken: Frontier> {
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
    let owed: Int
    let candidate: Int
  }

  /// How many of the best states each other one is held against.
  private static var rivals: Int { 8 }

  /// How many states are followed at first.
  private let width: Int
  private let limit: Int
  /// The units of each candidate, and what it saves.
  private let members: [[Int]]
  private let savings: [Int]
  private var options: [[Option]]
  private var prices: ClusterPrices
  /// What losing each unit can cost at most.
  private var losses: [Int]
  private var trail: [(previous: Int, candidate: Int)] = []
  private(set) var steps: Int

  /// `place` gives the place of a unit in the component, whose units it numbers in order.
  init(
    _ candidates: [ClusterSearch.Candidate], unitCount: Int, width: Int = 64, steps: Int,
    limit: Int, place: (Int) -> Int
  ) {
    self.width = width
    self.limit = limit
    self.steps = steps
    options = Array(repeating: [], count: unitCount)
    losses = Array(repeating: 0, count: unitCount)
    let members = candidates.map { $0.units.map(place) }
    for (units, candidate) in zip(members, candidates) {
      for (unit, loss) in zip(units, candidate.losses) { losses[unit] = max(losses[unit], loss) }
    }
    savings = candidates.map(\.saving)
    prices = ClusterPrices(evenly: members, savings: savings, unitCount: unitCount)
    self.members = members
    for (number, units) in members.enumerated() {
      guard let first = units.first else { continue }
      var ahead = Taken()
      for unit in units { ahead.take(unit - first) }
      options[first].append(
        Option(
          ahead: ahead, saving: savings[number],
          owed: units.dropFirst().reduce(0) { $0 + losses[$1] }, candidate: number))
    }
  }

  /// The clusters chosen, by their numbers, in the order of the text.
  mutating func best() throws(AlignmentLimitReached) -> [Int] {
    var (best, chosen): (Int, [Int]) = (0, [])
    var width = width
    var arePricesClose = false
    while true {
      let (found, isComplete) = try followed(width, beyond: best)
      if let found {
        best = found.saved
        chosen = way(to: found)
      }
      if isComplete { return chosen }
      if !arePricesClose {
        prices = ClusterPrices(
          closely: members, savings: savings, unitCount: options.count, steps: &steps,
          limit: limit)
        arePricesClose = true
      }
      width *= 4
    }
  }

  /// The best way along at most `width` states at a time, where it saves more than `known`; and
  /// whether no state was left out for want of width.
  private mutating func followed(
    _ width: Int, beyond known: Int
  ) throws(AlignmentLimitReached) -> (State?, isComplete: Bool) {
    trail = [(-1, -1)]
    let budget = prices.values.reduce(0, +) - known
    var states = [State(taken: Taken(), saved: 0, regret: 0, owed: 0, trail: 0, choice: -1)]
    var isComplete = true
    for unit in options.indices {
      var next = promising(try branch(states, at: unit, budget: budget), from: unit + 1)
      if next.count > width {
        next.removeSubrange(width...)
        isComplete = false
      }
      states = next.map { settled($0) }
    }
    return (states.first { $0.saved > known }, isComplete)
  }

  private func way(to state: State) -> [Int] {
    var chosen: [Int] = []
    var walk = state.trail
    while walk > 0 {
      chosen.append(trail[walk].candidate)
      walk = trail[walk].previous
    }
    return chosen.reversed()
  }

  private mutating func branch(
    _ states: [State], at unit: Int, budget: Int
  ) throws(AlignmentLimitReached) -> [State] {
    var next: [State] = []
    var places: [Taken: Int] = [:]
    func add(_ state: State) {
      guard state.regret < budget else { return }
      if let place = places[state.taken] {
        if next[place].saved < state.saved { next[place] = state }
      } else {
        places[state.taken] = next.count
        next.append(state)
      }
    }
    for state in states {
      let isTaken = state.taken.isTaken
      steps += 1 + (isTaken ? 0 : options[unit].count)
      guard steps <= limit else { throw AlignmentLimitReached(steps: limit) }
      add(
        State(
          taken: state.taken.advanced(), saved: state.saved,
          regret: isTaken ? state.regret : state.regret + prices.values[unit],
          owed: isTaken ? state.owed - losses[unit] : state.owed, trail: state.trail, choice: -1))
      guard !isTaken else { continue }
      for option in options[unit] where option.ahead.isDisjoint(with: state.taken) {
        add(
          State(
            taken: state.taken.union(option.ahead).advanced(), saved: state.saved + option.saving,
            regret: state.regret + prices.regrets[option.candidate],
            owed: state.owed + option.owed, trail: state.trail, choice: option.candidate))
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
    trail.append((state.trail, state.choice))
    return State(
      taken: state.taken, saved: state.saved, regret: state.regret, owed: state.owed,
      trail: trail.count - 1, choice: -1)
  }
}
