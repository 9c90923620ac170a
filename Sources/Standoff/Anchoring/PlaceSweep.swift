/// The best chains that end in each place, or begin there: see ``PlaceChain``.
///
/// Two places follow each other in a chain where they have moved alike, or where the one stood behind the
/// other in the old edition and does in the new one.
struct PlaceSweep {
  /// For each node, what the best chain is worth that ends in it, or begins with it.
  private(set) var value: [Int]

  private let nodes: PlaceNodes
  private let costs: ShiftCosts
  private let isForward: Bool
  /// For each node, the one before it in that chain; -1 for none.
  private var previous: [Int]
  /// What is known so far of the best way to come to a node.
  private var arrival: [Int]
  /// For each shift, the node that the best chain ends in that ends with it.
  private var alike: [Int: Int] = [:]
  /// The nodes that others may follow that have moved otherwise, by shifts that are near each other.
  private var near: [Int: [Open]] = [:]
  /// The best of these by where they end.
  private var far: PrefixMaxima

  /// Nodes of one shift, each worth more than those before it, and each ending behind them.
  private struct Open {
    let shift: Int
    var nodes: [Int]
  }

  private enum Step {
    /// Nodes look for what they can follow, having moved otherwise.
    case ask
    /// Their chains are settled.
    case settle
    /// Others may follow them that have moved otherwise.
    case open
  }

  /// Finds the chains that end in each node, or those that begin with each.
  init(_ nodes: PlaceNodes, _ costs: ShiftCosts, isForward: Bool) {
    (self.nodes, self.costs, self.isForward) = (nodes, costs, isForward)
    value = Array(repeating: 0, count: nodes.count)
    previous = Array(repeating: -1, count: nodes.count)
    arrival = nodes.shift.map { isForward ? -costs.start(at: $0) : 0 }
    far = PrefixMaxima(
      keys: (0..<nodes.count).map { node in
        let stretch = nodes.stretch(of: node)
        return isForward ? stretch.upperBound : -stretch.lowerBound
      })
    for (step, item) in Self.steps(nodes.quotations.map(\.old), isForward) {
      switch step {
      case .ask: nodes.range(of: item).forEach { ask($0) }
      case .settle: settle(nodes.range(of: item))
      case .open: nodes.range(of: item).forEach { open($0) }
      }
    }
  }

  /// The nodes of the best chain of all, from the first to the last.
  var way: [Int] {
    var best = -1
    for node in value.indices where value[node] > (best < 0 ? 0 : value[best]) { best = node }
    var way: [Int] = []
    while best >= 0 {
      way.append(best)
      best = previous[best]
    }
    return way.reversed()
  }

  /// What is to be done with stretches of the old edition, in the order of their starts, so that each meets
  /// those that stand behind it, or before, and no others.
  private static func steps(_ old: [Range<Int>], _ isForward: Bool) -> [(Step, Int)] {
    var steps: [(Step, Int)] = []
    steps.reserveCapacity(3 * old.count)
    let byEnd = old.indices.sorted { (old[$0].upperBound, $0) < (old[$1].upperBound, $1) }
    if isForward {
      var next = 0
      for item in old.indices {
        while next < byEnd.count, old[byEnd[next]].upperBound <= old[item].lowerBound {
          steps.append((.open, byEnd[next]))
          next += 1
        }
        steps += [(.ask, item), (.settle, item)]
      }
    } else {
      var next = byEnd.count - 1
      for item in old.indices.reversed() {
        while next >= 0, old[byEnd[next]].upperBound > old[item].lowerBound {
          steps.append((.ask, byEnd[next]))
          next -= 1
        }
        steps += [(.settle, item), (.open, item)]
      }
    }
    return steps
  }

  /// Where a node begins and ends as the sweep goes.
  private func begin(_ node: Int) -> Int {
    let stretch = nodes.stretch(of: node)
    return isForward ? stretch.lowerBound : -stretch.upperBound
  }

  private func end(_ node: Int) -> Int {
    let stretch = nodes.stretch(of: node)
    return isForward ? stretch.upperBound : -stretch.lowerBound
  }

  private mutating func arrive(_ node: Int, from other: Int, _ cost: Int) {
    guard value[other] - cost > arrival[node] else { return }
    arrival[node] = value[other] - cost
    previous[node] = other
  }

  private mutating func ask(_ node: Int) {
    let (shift, start) = (nodes.shift[node], begin(node))
    for bucket in (shift >> 4) - 1...(shift >> 4) + 1 {
      for open in near[bucket] ?? []
      where open.shift != shift && abs(open.shift - shift) <= ShiftCosts.smallEdit {
        // What stands in the way is no further than the shifts are apart.
        if let other = open.nodes.last(where: { end($0) <= start }) {
          arrive(node, from: other, costs.near)
        }
      }
    }
    if let other = far.best(upTo: start) { arrive(node, from: other, costs.far) }
  }

  private mutating func settle(_ range: Range<Int>) {
    for node in range {
      if let other = alike[nodes.shift[node]] { arrive(node, from: other, 0) }
      value[node] = arrival[node] + nodes.quotations[nodes.item[node]].worth
    }
    for node in range {
      let shift = nodes.shift[node]
      if alike[shift].map({ value[$0] < value[node] }) ?? true { alike[shift] = node }
    }
  }

  private mutating func open(_ node: Int) {
    far.add(node, value[node])
    let shift = nodes.shift[node]
    if let index = near[shift >> 4]?.firstIndex(where: { $0.shift == shift }) {
      let last = near[shift >> 4]?[index].nodes.last
      if let last, value[last] >= value[node] { return }
      near[shift >> 4]?[index].nodes.append(node)
    } else {
      near[shift >> 4, default: []].append(Open(shift: shift, nodes: [node]))
    }
  }
}

/// The greatest value of all numbers up to a key (a tree of prefixes: Fenwick, 1994).
private struct PrefixMaxima {
  private let keys: [Int]
  private let rank: [Int]
  /// The number with the greatest value of each stretch of keys; -1 for none.
  private var best: [Int]
  private var values: [Int]

  /// Takes a key for each number.
  init(keys: [Int]) {
    let sorted = keys.sorted()
    self.keys = sorted
    rank = keys.map { key in sorted.partitioningIndex { $0 > key } }
    best = Array(repeating: -1, count: keys.count + 1)
    values = Array(repeating: 0, count: keys.count)
  }

  /// Gives a number its value.
  mutating func add(_ number: Int, _ value: Int) {
    values[number] = value
    var place = rank[number]
    while place < best.count {
      if best[place] < 0 || values[best[place]] < value { best[place] = number }
      place += place & -place
    }
  }

  /// The number with the greatest value of those whose key is at most this; `nil` where there is none.
  func best(upTo key: Int) -> Int? {
    var place = keys.partitioningIndex { $0 > key }
    var found = -1
    while place > 0 {
      let number = best[place]
      if number >= 0, found < 0 || values[number] > values[found] { found = number }
      place -= place & -place
    }
    return found < 0 ? nil : found
  }
}
