/// Clusters where so much lies on one place that they cannot be looked through: what is marked alike goes
/// together, then what is closest among neighbours in the order of the text.
///
/// They need not be the best ones. None save more than if all units were alike, however many of them
/// each annotator has.
struct CrowdedClusters {
  /// The places of the units of each cluster of two and more.
  private(set) var clusters: [[Int]] = []
  /// What they save, in units of ``Dissimilarity/one`` by pairs of annotators.
  private(set) var saved: Int128 = 0

  private let placement: Placement
  /// The units, in the order of the text.
  private let units: [Int]
  /// By unit, the number of its cluster; below 0 where it stands alone.
  private var homes: [Int]

  /// How many units that follow it each unit is held against.
  private static var reach: Int { 16 }

  /// The farthest apart that joined units may be, so that their distance fits an `Int`.
  private static var farthest: Int { Int.max / 2 / Dissimilarity.one }

  /// Two units by their places, and how unlike they are.
  private typealias Pair = (apart: Int, one: Int, other: Int)

  /// Finds clusters among some units of a placement, which are known by their places in `units`.
  init(_ placement: Placement, among units: some Sequence<Int>) {
    self.placement = placement
    self.units = Array(units)
    homes = Array(repeating: -1, count: self.units.count)
    joinAlike()
    joinNeighbors()
  }

  /// How much more others save at most.
  var shortfall: Int128 { most - saved }

  /// ``Placement/joinSaving``, which may be too large for an `Int` here.
  private var division: Int128 { Int128(placement.pairCount) * Int128(Dissimilarity.one) }

  /// Of what is marked alike, the first of each annotator go together, the second, and so on.
  private mutating func joinAlike() {
    var start = 0
    while start < units.count {
      var end = start
      var (found, number) = ([[Int]](), 0)
      while end < units.count, placement.areAlike(entry(start), entry(end)) {
        number = end > start && entry(end).annotator == entry(end - 1).annotator ? number + 1 : 0
        if number == found.count { found.append([]) }
        found[number].append(end)
        end += 1
      }
      for cluster in found where cluster.count > 1 {
        for unit in cluster { homes[unit] = clusters.count }
        clusters.append(cluster)
        saved += saving(cluster.count)
      }
      start = end
    }
  }

  /// Joins units that stand alone to others or to clusters near them, the closest first.
  private mutating func joinNeighbors() {
    var pairs: [Pair] = []
    for one in units.indices {
      for other in units.indices[(one + 1)...].prefix(Self.reach)
      where homes[one] < 0 || homes[other] < 0 {
        guard let apart = apart(one, other) else { continue }
        pairs.append((apart, one, other))
      }
    }
    for pair in pairs.sorted(by: { $0 < $1 }) {
      switch (homes[pair.one], homes[pair.other]) {
      case (..<0, ..<0):
        homes[pair.one] = clusters.count
        clusters.append([pair.one])
        join(pair.other, to: clusters.count - 1)
      case (let home, ..<0): join(pair.other, to: home)
      case (..<0, let home): join(pair.one, to: home)
      default: break
      }
    }
    clusters.removeAll { $0.count < 2 }
    for cluster in clusters.indices { clusters[cluster].sort() }
  }

  /// Joins a unit to a cluster where that saves something.
  private mutating func join(_ unit: Int, to cluster: Int) {
    var gain = division
    for member in clusters[cluster] {
      guard let apart = apart(member, unit) else { return }
      gain += Int128(Dissimilarity.one - apart)
    }
    guard gain > 0 else { return }
    homes[unit] = cluster
    clusters[cluster].append(unit)
    saved += gain
  }

  /// How unlike two units are; `nil` where they cannot stand in one cluster.
  private func apart(_ one: Int, _ other: Int) -> Int? {
    let (one, other) = (entry(one), entry(other))
    guard one.annotator != other.annotator, placement.canJoin(one, other) else { return nil }
    let ceiling = placement.linkCeiling
    guard placement.distance(one, other) < Double(min(ceiling, Self.farthest)) else { return nil }
    return placement.apart(one, other, ceiling: ceiling)
  }

  private func entry(_ unit: Int) -> Placement.Entry { placement.entries[units[unit]] }

  /// What so many units save that are all alike.
  private func saving(_ count: Int) -> Int128 {
    let pairs = Int128(count * (count - 1) / 2)
    return Int128(count - 1) * division + pairs * Int128(Dissimilarity.one)
  }

  /// What is saved where all units are alike: no clusters save more.
  ///
  /// Each unit that joins a cluster saves more than the one before, so nothing is saved by leaving a
  /// cluster to join a smaller one, and the first units of all annotators go together, the second of
  /// all who have two, and so on.
  private var most: Int128 {
    var counts = Array(repeating: 0, count: placement.annotatorCount)
    for unit in units.indices { counts[entry(unit).annotator] += 1 }
    counts.sort(by: >)
    return counts.indices.reduce(0) { sum, place in
      let next = place + 1 < counts.count ? counts[place + 1] : 0
      return sum + Int128(counts[place] - next) * saving(place + 1)
    }
  }
}
