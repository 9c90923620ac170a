/// Finds every cluster of two or more units that a best alignment can need: the irreducible ones.
///
/// Grows each cluster from its first unit in the order of the placement. A branch is left where one
/// of its units is so far from the others that no further unit can make up for it.
struct ClusterSearch {
  /// A cluster that saves something against its units standing alone.
  struct Candidate {
    /// The units, in order.
    let units: [Int]
    /// What it saves, in units of ``Dissimilarity/one`` by pairs of annotators.
    let saving: Int
    /// For each unit, the most that is lost where it is taken by another cluster.
    let losses: [Int]
  }

  private let placement: Placement
  private let links: LinkSweep
  private let limit: Int
  /// C: what a division of a cluster costs.
  private let division: Int
  private(set) var steps = 0
  private var found: [Candidate] = []

  init(_ placement: Placement, links: LinkSweep, limit: Int) {
    self.placement = placement
    self.links = links
    self.limit = limit
    division = placement.pairCount * Dissimilarity.one
  }

  /// The clusters whose first unit is `first`, those that save the most first.
  mutating func candidates(from first: Int) throws(AlignmentLimitReached) -> [Candidate] {
    found = []
    var units = [first]
    var sums = [0]
    try grow(&units, &sums, by: links.later[first][...])
    let all = found.enumerated().sorted { one, other in
      one.element.saving != other.element.saving
        ? one.element.saving > other.element.saving : one.offset < other.offset
    }
    return all.map(\.element)
  }

  /// `sums` holds for each unit the sum of d - 1 over its pairs with the others.
  private mutating func grow(
    _ units: inout [Int], _ sums: inout [Int], by later: ArraySlice<Int>
  ) throws(AlignmentLimitReached) {
    for place in later.indices {
      steps += 1
      guard steps <= limit else { throw AlignmentLimitReached(steps: limit) }
      let unit = later[place]
      let before = sums
      guard add(unit, to: units, &sums) else {
        sums = before
        continue
      }
      units.append(unit)
      keep(units, sums)
      if units.count < placement.annotatorCount {
        try grow(&units, &sums, by: later[(place + 1)...])
      }
      units.removeLast()
      sums = before
    }
  }

  /// Adds the pairs of `unit`; false where no cluster that is needed holds all of these units.
  private func add(_ unit: Int, to units: [Int], _ sums: inout [Int]) -> Bool {
    let entry = placement.entries[unit]
    let ceiling = placement.pairCount + placement.annotatorCount
    var sum = 0
    for (place, member) in units.enumerated() {
      let other = placement.entries[member]
      guard other.annotator != entry.annotator, placement.canJoin(entry, other) else {
        return false
      }
      let pair = Dissimilarity.whole(entry, other, ceiling: ceiling) - Dissimilarity.one
      sums[place] += pair
      sum += pair
    }
    sums.append(sum)
    let further = (placement.annotatorCount - sums.count) * Dissimilarity.one
    return sums.allSatisfy { $0 - further < division }
  }

  private mutating func keep(_ units: [Int], _ sums: [Int]) {
    let saving = (units.count - 1) * division - sums.reduce(0, +) / 2
    guard saving > 0, sums.allSatisfy({ $0 < division }), isWhole(units) else { return }
    found.append(
      Candidate(units: units, saving: saving, losses: sums.map { min(saving, division - $0) }))
  }

  /// Whether no division of four or more units into two parts of at least two costs as little.
  private func isWhole(_ units: [Int]) -> Bool {
    guard units.count > 3 else { return true }
    let ceiling = placement.pairCount + placement.annotatorCount
    let pairs = units.map { one in
      units.map { other in
        Dissimilarity.whole(placement.entries[one], placement.entries[other], ceiling: ceiling)
          - Dissimilarity.one
      }
    }
    return (1..<(1 << (units.count - 1))).allSatisfy { part in
      var sum = 0
      for one in units.indices {
        for other in (one + 1)..<max(units.count, one + 1)
        where (part >> one) & 1 != (part >> other) & 1 {
          sum += pairs[one][other]
        }
      }
      return sum < division
    }
  }
}
