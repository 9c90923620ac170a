/// The clusters of the best alignment of what a placement has, as far as the search came.
struct PlacedClusters {
  /// By unit of the placement, the number of its cluster; the clusters are numbered in the order of the
  /// text.
  private(set) var numbers: [Int]
  /// How many clusters there are.
  private(set) var count = 0
  /// How much more others save at most, in units of ``Dissimilarity/one`` by pairs of annotators.
  private(set) var shortfall = 0

  /// Aligns the units of a placement.
  init(of placement: Placement, stepLimit: Int) {
    numbers = Array(repeating: -1, count: placement.entries.count)
    let links = LinkSweep(placement)
    if placement.annotatorCount == 2 {
      pair(placement, links)
    } else {
      cluster(placement, links, limit: stepLimit)
    }
    for unit in numbers.indices where numbers[unit] < 0 { add(CollectionOfOne(unit)) }
    putInOrder()
  }

  /// Numbers the clusters by their first units.
  private mutating func putInOrder() {
    var order = Array(repeating: -1, count: count)
    var next = 0
    for unit in numbers.indices {
      if order[numbers[unit]] < 0 {
        order[numbers[unit]] = next
        next += 1
      }
      numbers[unit] = order[numbers[unit]]
    }
  }

  private mutating func add(_ cluster: some Sequence<Int>) {
    for unit in cluster { numbers[unit] = count }
    count += 1
  }

  /// Of two annotators, the pairs that save the most.
  private mutating func pair(_ placement: Placement, _ links: LinkSweep) {
    let entries = placement.entries
    let rows = entries.indices.filter { entries[$0].annotator == 0 }
    let columns = entries.indices.filter { entries[$0].annotator == 1 }
    var places = Array(repeating: 0, count: entries.count)
    for (place, unit) in rows.enumerated() { places[unit] = place }
    for (place, unit) in columns.enumerated() { places[unit] = place }
    var choices: [[HeaviestMatching.Choice]] = Array(repeating: [], count: rows.count)
    for unit in entries.indices {
      for link in links.later(unit) {
        let isRow = entries[unit].annotator == 0
        let (row, column) = isRow ? (unit, link.unit) : (link.unit, unit)
        choices[places[row]].append(
          HeaviestMatching.Choice(
            column: places[column], weight: 2 * Dissimilarity.one - link.apart))
      }
    }
    let matching = HeaviestMatching(choices, columnCount: columns.count)
    for (row, column) in zip(rows, matching.columns) {
      if let column { add([row, columns[column]]) }
    }
  }

  /// Of more annotators, the clusters that save the most.
  ///
  /// Small components come first; each may take its share of the steps that are left.
  private mutating func cluster(_ placement: Placement, _ links: LinkSweep, limit: Int) {
    let components = links.components
    let few = FewUnits(placement, links: links)
    var search = ClusterSearch(placement, links: links, places: components.places)
    var effort = SearchEffort(limit: limit)
    var nearest: NearestPrices?
    for number in 0..<components.count {
      let units = components[number]
      if units.count <= FewUnits.most {
        let chosen = few.cluster(of: units)
        if !chosen.isEmpty { add(chosen) }
        continue
      }
      effort.limit = effort.steps + (limit - effort.steps) / (components.count - number)
      let (table, areAll) = search.clusters(among: units, &effort)
      let choice = ClusterChoice(among: table, unitCount: units.count, &effort) {
        Rematching(Array(units), placement, links)
      }
      for cluster in choice.clusters { add(cluster.lazy.map { units[units.startIndex + $0] }) }
      if areAll {
        shortfall += choice.bound - choice.saved
      } else {
        let prices = nearest ?? NearestPrices(placement, links)
        nearest = prices
        shortfall += max(0, units.reduce(-choice.saved) { $0 + prices.values[$1] })
      }
    }
  }
}
