@testable import Adjudication

/// All units of a continuum as if they hung together, with the clusters that they can stand in.
struct Component {
  let placement: Placement
  let links: LinkSweep
  let units: [Int]
  let table: ClusterTable

  init(_ continuum: Continuum) {
    placement = Placement(of: continuum)
    links = LinkSweep(placement, most: .max)
    units = Array(placement.entries.indices)
    var search = ClusterSearch(placement, links: links, places: units)
    var effort = SearchEffort(limit: .max)
    table = search.clusters(among: units, &effort).table
  }

  /// The best prices.
  func prices() -> ClusterPrices {
    var effort = SearchEffort(limit: .max)
    return ClusterPrices(closely: table, unitCount: units.count, &effort)
  }

  var rematching: Rematching { Rematching(units, placement, links, stepLimit: .max) }

  /// What some clusters save; `nil` where one of them is none of the table's.
  func saving(of clusters: [[Int]]) -> Int? {
    var known: [[Int]: Int] = [:]
    for cluster in table.savings.indices {
      known[Array(table.units(of: cluster))] = table.savings[cluster]
    }
    return clusters.reduce(0) { sum, units in sum.flatMap { sum in known[units].map { sum + $0 } } }
  }
}
