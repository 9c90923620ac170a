import Standoff

extension Alignment {
  /// How many steps a search may take before it is given up, some ten seconds.
  public static let stepLimit = 500_000_000

  /// The alignment of all annotators' units with the least disorder; exact, never approximate.
  ///
  /// Units link where they can stand in one cluster, and what is not linked is solved apart: for two
  /// annotators as an assignment, for more by branch and bound over the irreducible clusters. Of
  /// equally good alignments the choice is fixed by what is marked: it does not depend on the order
  /// of the annotators or the units, nor on any name. Units that only break even stand apart.
  ///
  /// For two annotators takes about n log n, and for more as long where few spans lie on one place.
  /// - Parameters:
  ///   - continuum: What is aligned.
  ///   - stepLimit: How much work is too much.
  /// - Throws: ``AlignmentLimitReached`` where more than two annotators need more steps.
  public static func best(
    of continuum: Continuum, stepLimit: Int = Alignment.stepLimit
  ) throws(AlignmentLimitReached) -> Alignment {
    try best(of: Placement(of: continuum), continuum, stepLimit: stepLimit)
  }

  /// The same among the alignments that put only those units together of which any two share words:
  /// others are not two readings of one thing; see ``Placement/canJoin(_:_:)``.
  static func best(
    sharingWords continuum: Continuum, stepLimit: Int = Alignment.stepLimit
  ) throws(AlignmentLimitReached) -> Alignment {
    let placement = Placement(of: continuum, sharingWords: true)
    return try best(of: placement, continuum, stepLimit: stepLimit)
  }

  private static func best(
    of placement: Placement, _ continuum: Continuum, stepLimit: Int
  ) throws(AlignmentLimitReached) -> Alignment {
    let links = LinkSweep(placement)
    let clusters =
      placement.annotatorCount == 2
      ? pairs(placement, links) : try clusters(placement, links, limit: stepLimit)
    return Alignment(clusters: clusters, of: placement, continuum)
  }

  /// Creates an alignment from the clusters of two or more; the other units stand alone.
  private init(clusters: [[Int]], of placement: Placement, _ continuum: Continuum) {
    var isClustered = Array(repeating: false, count: placement.entries.count)
    for unit in clusters.joined() { isClustered[unit] = true }
    let alone = placement.entries.indices.filter { !isClustered[$0] }.map { [$0] }
    let all = (clusters + alone).sorted { $0.lexicographicallyPrecedes($1) }
    self.init(
      clusters: all.map { Cluster($0.map { placement.entries[$0] }, of: continuum.annotatorCount) },
      annotatorCount: continuum.annotatorCount, unitCount: placement.entries.count)
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
      for other in later {
        let (row, column) = entries[unit].annotator == 0 ? (unit, other) : (other, unit)
        let apart = Dissimilarity.whole(entries[row], entries[column], ceiling: 2)
        choices[places[row]].append(
          HeaviestMatching.Choice(
            column: places[column], weight: 2 * Dissimilarity.one - apart))
      }
    }
    let matching = HeaviestMatching(choices, columnCount: columns.count)
    return zip(rows, matching.columns).compactMap { row, column in
      column.map { [row, columns[$0]].sorted() }
    }
  }

  private static func clusters(
    _ placement: Placement, _ links: LinkSweep, limit: Int
  ) throws(AlignmentLimitReached) -> [[Int]] {
    var components: [Int: [Int]] = [:]
    for (unit, first) in links.component.enumerated() {
      components[first, default: []].append(unit)
    }
    var search = ClusterSearch(placement, links: links, limit: limit)
    var steps = 0
    var chosen: [[Int]] = []
    for first in components.keys.sorted() {
      guard let units = components[first], units.count > 1 else { continue }
      var candidates: [ClusterSearch.Candidate] = []
      for unit in units { candidates += try search.candidates(from: unit) }
      let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
      let width =
        candidates.map { candidate in
          (places[candidate.units.last ?? 0] ?? 0) - (places[candidate.units.first ?? 0] ?? 0)
        }.max() ?? 0
      // A frontier of one word is several times as fast.
      let best =
        width < UInt64.bitWidth
        ? try choice(of: candidates, among: units, UInt64.self, &steps, limit)
        : try choice(of: candidates, among: units, WideFrontier.self, &steps, limit)
      chosen += best.map { candidates[$0].units }
    }
    return chosen
  }

  private static func choice<Taken: Frontier>(
    of candidates: [ClusterSearch.Candidate], among units: [Int], _: Taken.Type,
    _ steps: inout Int, _ limit: Int
  ) throws(AlignmentLimitReached) -> [Int] {
    let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    var frontier = FrontierSearch<Taken>(
      candidates, unitCount: units.count, steps: steps, limit: limit, place: { places[$0] ?? 0 })
    defer { steps = frontier.steps }
    return try frontier.best()
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
