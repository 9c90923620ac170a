import Standoff

extension Alignment {
  /// How many steps a search may take before it is given up, some ten seconds.
  public static let stepLimit = 200_000_000

  /// The alignment of all annotators' units with the least disorder.
  ///
  /// Units link where they can stand in one cluster, and what is not linked is solved apart: for two
  /// annotators as an assignment, for more by branch and bound over the irreducible clusters. Of
  /// equally good alignments the choice is fixed by what is marked: it does not depend on the order
  /// of the annotators or the units, nor on any name. Units that only break even stand apart.
  ///
  /// For two annotators takes about n log n, and for more as long where few spans lie on one place.
  /// Where more than two annotators need more steps than there may be, the best alignment that was
  /// found, and ``Alignment/leastDisorder`` says how good another may be.
  /// - Parameters:
  ///   - continuum: What is aligned.
  ///   - stepLimit: How much work is too much.
  public static func best(
    of continuum: Continuum, stepLimit: Int = Alignment.stepLimit
  ) -> Alignment {
    best(of: Placement(of: continuum), continuum, stepLimit: stepLimit)
  }

  /// The same among the alignments that put only those units together of which any two share words:
  /// others are not two readings of one thing; see ``Placement/canJoin(_:_:)``.
  static func best(
    sharingWords continuum: Continuum, stepLimit: Int = Alignment.stepLimit
  ) -> Alignment {
    let placement = Placement(of: continuum, sharingWords: true)
    return best(of: placement, continuum, stepLimit: stepLimit)
  }

  private static func best(
    of placement: Placement, _ continuum: Continuum, stepLimit: Int
  ) -> Alignment {
    let links = LinkSweep(placement)
    let (clusters, shortfall) =
      placement.annotatorCount == 2
      ? (pairs(placement, links), 0) : clusters(placement, links, limit: stepLimit)
    return Alignment(clusters: clusters, of: placement, continuum, shortfall: shortfall)
  }

  /// Creates an alignment from the clusters of two or more; the other units stand alone.
  ///
  /// Others save `shortfall` more at most.
  private init(
    clusters: [[Int]], of placement: Placement, _ continuum: Continuum, shortfall: Int
  ) {
    var isClustered = Array(repeating: false, count: placement.entries.count)
    for unit in clusters.joined() { isClustered[unit] = true }
    let alone = placement.entries.indices.filter { !isClustered[$0] }.map { [$0] }
    let all = (clusters + alone).sorted { $0.lexicographicallyPrecedes($1) }
    self.init(
      clusters: all.map { Cluster($0.map { placement.entries[$0] }, of: continuum.annotatorCount) },
      annotatorCount: continuum.annotatorCount, unitCount: placement.entries.count,
      shortfall: placement.pairCount > 0
        ? Double(shortfall) / Double(placement.pairCount * Dissimilarity.one) : 0)
  }

  private static func pairs(_ placement: Placement, _ links: LinkSweep) -> [[Int]] {
    let entries = placement.entries
    let rows = entries.indices.filter { entries[$0].annotator == 0 }
    let columns = entries.indices.filter { entries[$0].annotator == 1 }
    var places = Array(repeating: 0, count: entries.count)
    for (place, unit) in rows.enumerated() { places[unit] = place }
    for (place, unit) in columns.enumerated() { places[unit] = place }
    var choices: [[HeaviestMatching.Choice]] = Array(repeating: [], count: rows.count)
    for (unit, later) in links.later.enumerated() {
      for link in later {
        let isRow = entries[unit].annotator == 0
        let (row, column) = isRow ? (unit, link.unit) : (link.unit, unit)
        choices[places[row]].append(
          HeaviestMatching.Choice(
            column: places[column], weight: 2 * Dissimilarity.one - link.apart))
      }
    }
    let matching = HeaviestMatching(choices, columnCount: columns.count)
    return zip(rows, matching.columns).compactMap { row, column in
      column.map { [row, columns[$0]].sorted() }
    }
  }

  /// The clusters that save the most, and how much more others may save at most.
  ///
  /// Small components come first; each may take its share of the steps that are left.
  private static func clusters(
    _ placement: Placement, _ links: LinkSweep, limit: Int
  ) -> (clusters: [[Int]], shortfall: Int) {
    let components = components(links)
    var search = ClusterSearch(placement, links: links, components: components)
    var effort = SearchEffort(limit: limit)
    var nearest: NearestPrices?
    var (chosen, shortfall): ([[Int]], Int) = ([], 0)
    for (number, units) in components.enumerated() {
      effort.limit = effort.steps + (limit - effort.steps) / (components.count - number)
      let (table, areAll) = search.clusters(among: units, &effort)
      let choice = ClusterChoice(among: table, unitCount: units.count, &effort) {
        Rematching(units, placement, links)
      }
      chosen += choice.clusters.map { cluster in cluster.map { units[$0] } }
      if areAll {
        shortfall += choice.bound - choice.saved
      } else {
        let prices = nearest ?? NearestPrices(placement, links)
        nearest = prices
        shortfall += max(0, units.reduce(-choice.saved) { $0 + prices.values[$1] })
      }
    }
    return (chosen, shortfall)
  }

  /// The units of each component of two and more, in order; small components first.
  private static func components(_ links: LinkSweep) -> [[Int]] {
    var components: [Int: [Int]] = [:]
    for (unit, first) in links.component.enumerated() {
      components[first, default: []].append(unit)
    }
    return components.values.filter { $0.count > 1 }.sorted { one, other in
      one.count != other.count ? one.count < other.count : one[0] < other[0]
    }
  }
}

extension Alignment.Cluster {
  /// Creates the cluster of some units, with its cost.
  fileprivate init(_ entries: [Placement.Entry], of annotatorCount: Int) {
    var members: [Int?] = Array(repeating: nil, count: annotatorCount)
    var sum = 0.0
    for (place, entry) in entries.enumerated() {
      members[entry.source.annotator] = entry.source.index
      for other in entries[(place + 1)...] {
        sum += Dissimilarity.total(entry.unit, other.unit) - Dissimilarity.empty
      }
    }
    let pairs = annotatorCount * (annotatorCount - 1) / 2
    self.init(
      members: members, cost: Dissimilarity.empty + (pairs > 0 ? sum / Double(pairs) : 0))
  }
}
