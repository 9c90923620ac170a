import Standoff

extension Alignment {
  /// How many steps a search may take before it is given up: at some 50 ns each, ten seconds.
  public static let stepLimit = 200_000_000

  /// The alignment of all annotators' units with the least disorder.
  ///
  /// Units link where they can stand in one cluster, and what is not linked is solved apart: for two
  /// annotators as an assignment, for more by branch and bound over the irreducible clusters. Of
  /// equally good alignments the choice is fixed by what is marked: it does not depend on the order
  /// of the annotators or the units, nor on any name. Units that only break even stand apart.
  ///
  /// For two annotators takes about n log n, and for more as long where few spans lie on one place.
  /// Where that needs more steps than there may be, or more memory because too much lies on one place,
  /// it is the best alignment that was found, and ``Alignment/leastDisorder`` says how good another may
  /// be.
  /// - Parameters:
  ///   - continuum: What is aligned.
  ///   - stepLimit: The most steps that the search may take, of some 50 ns each. Steps are counted and
  ///     no clock is read, so that every machine finds the same.
  public static func best(
    of continuum: Continuum, stepLimit: Int = Alignment.stepLimit
  ) -> Alignment {
    let placement = Placement(of: continuum)
    return Alignment(PlacedClusters(of: placement, stepLimit: stepLimit), of: placement)
  }

  /// Creates the alignment that has some clusters.
  init(_ found: PlacedClusters, of placement: Placement) {
    let groups = Grouping(by: found.numbers, labelCount: found.count)
    self.init(
      clusters: (0..<groups.count).map { Cluster(groups[$0], of: placement) },
      annotatorCount: placement.annotatorCount, unitCount: placement.entries.count,
      shortfall: found.costShortfall(of: placement))
  }
}

extension PlacedClusters {
  /// How much less others cost at most, see ``Alignment/Cluster/cost``.
  fileprivate func costShortfall(of placement: Placement) -> Double {
    placement.pairCount > 0
      ? shortfall / Double(placement.pairCount) / Double(Dissimilarity.one) : 0
  }

  /// By which part of it the disorder can be less at most, see ``Alignment/shortfall``, where beside
  /// these there are clusters that are known to be the best and that cost `cost` together.
  func shortfall(of placement: Placement, beside cost: Double) -> Double {
    guard shortfall > 0 else { return 0 }
    let groups = Grouping(by: numbers, labelCount: count)
    let own = (0..<groups.count).reduce(0) { $0 + placement.cost(of: groups[$1]) }
    return own + cost > 0 ? min(own, costShortfall(of: placement)) / (own + cost) : 0
  }
}

extension Alignment.Cluster {
  /// Creates the cluster of some units, with its cost.
  fileprivate init(_ units: ArraySlice<Int>, of placement: Placement) {
    var members: [Int?] = Array(repeating: nil, count: placement.annotatorCount)
    for unit in units {
      let source = placement.entries[unit].source
      members[source.annotator] = source.index
    }
    self.init(members: members, cost: placement.cost(of: units))
  }
}
