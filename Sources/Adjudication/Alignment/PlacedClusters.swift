/// The clusters of the best alignment of what a placement has, as far as the search came.
struct PlacedClusters {
  /// By unit of the placement, the number of its cluster; the clusters are numbered in the order of the
  /// text.
  private(set) var numbers: [Int]
  /// How many clusters there are.
  private(set) var count = 0
  /// How much more others save at most, in units of ``Dissimilarity/one`` by pairs of annotators.
  private(set) var shortfall = 0.0

  /// Aligns the units of a placement; where more than `mostLinks` pairs link, the alignment need not be
  /// the best.
  init(of placement: Placement, stepLimit: Int, mostLinks: Int? = nil) {
    numbers = Array(repeating: -1, count: placement.entries.count)
    let links =
      placement.isWritable
      ? LinkSweep(placement, most: mostLinks ?? LinkSweep.most(of: placement.entries.count)) : nil
    if let links, links.areAll {
      if placement.annotatorCount == 2 {
        pair(placement, links, limit: stepLimit)
      } else {
        cluster(placement, links, limit: stepLimit)
      }
    } else {
      let crowded = CrowdedClusters(placement, among: placement.entries.indices)
      for cluster in crowded.clusters { add(cluster) }
      shortfall = Double(crowded.shortfall)
    }
    for unit in numbers.indices where numbers[unit] < 0 { add(CollectionOfOne(unit)) }
    putInOrder()
  }

  /// How many steps for each of its choices a matching of two annotators may take beside the limit.
  private static var stepsPerChoice: Int { 16 }

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
  private mutating func pair(_ placement: Placement, _ links: LinkSweep, limit: Int) {
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
    // Some steps for each choice beside, so that a text may be as long as it likes.
    let steps = Self.stepsPerChoice * choices.reduce(0) { $0 + $1.count }
    let matching = HeaviestMatching(
      choices, columnCount: columns.count, stepLimit: limit < .max - steps ? limit + steps : .max)
    shortfall = Double(matching.shortfall)
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
    lazy var prices = NearestPrices(placement, links).values
    for number in 0..<components.count {
      let units = components[number]
      if units.count <= FewUnits.most {
        let chosen = few.cluster(of: units)
        if !chosen.isEmpty { add(chosen) }
        continue
      }
      effort.limit = effort.steps + (limit - effort.steps) / (components.count - number)
      // What is saved fits an `Int` unless there are too many units of too many annotators.
      let isWritable = units.count < Int.max / 4 / placement.joinSaving
      let (table, areAll) =
        isWritable ? search.clusters(among: units, &effort) : (ClusterTable(), false)
      let bound = areAll ? 0 : units.reduce(Int128(0)) { $0 + Int128(prices[$1]) }
      if !areAll, !isWritable || placement.annotatorCount >= ClusterSearch.many {
        crowd(units, placement, links, bound: bound, limit: limit)
        continue
      }
      let choice = ClusterChoice(among: table, unitCount: units.count, &effort) {
        Rematching(Array(units), placement, links, stepLimit: limit)
      }
      for cluster in choice.clusters { add(cluster.lazy.map { units[units.startIndex + $0] }) }
      shortfall +=
        areAll
        ? Double(choice.bound - choice.saved) : Double(max(0, bound - Int128(choice.saved)))
    }
  }

  /// Clusters that are as good as rematching makes them, of units that have too many to look through;
  /// none save more than `bound`.
  private mutating func crowd(
    _ units: ArraySlice<Int>, _ placement: Placement, _ links: LinkSweep, bound: Int128, limit: Int
  ) {
    let crowded = CrowdedClusters(placement, among: units)
    let (clusters, gain) = Rematching(Array(units), placement, links, stepLimit: limit)
      .improved(crowded.clusters)
    for cluster in clusters { add(cluster.lazy.map { units[units.startIndex + $0] }) }
    let left = min(crowded.shortfall, bound - crowded.saved) - Int128(gain)
    shortfall += Double(max(0, left))
  }
}
