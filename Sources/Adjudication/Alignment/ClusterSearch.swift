/// Finds every cluster of two or more units that a best alignment can need: the irreducible ones.
///
/// Grows each cluster from its first unit in the order of the placement. A branch is left where one
/// of its units is so far from the others that no further unit can make up for it.
struct ClusterSearch {
  /// By unit, its place in its component.
  private let places: [Int]
  private let links: LinkSweep
  private let annotatorCount: Int
  /// ``Placement/joinSaving``: what a division of a cluster costs.
  private let division: Int

  /// The unit that clusters begin with, and those that can follow it.
  private var near: [Int] = []
  /// By unit, its place in `near`; below 0 where it has none.
  private var nearPlaces: [Int]
  /// By member, and by places in `near` behind it, how unlike they are, less the empty unit's distance;
  /// ``far`` where they cannot stand in one cluster.
  private var apart: [[Int]]
  /// The cluster that grows, by places in `near`.
  private var members: [Int] = []
  /// By how many units the cluster has, for each the sum of d - 1 over its pairs with the others.
  private var sums: [[Int]]
  private var table = ClusterTable()
  private var effort = SearchEffort(limit: 0)

  private static var far: Int { .max }
  /// How many clusters are found of one component at most, for they take memory.
  private static var most: Int { 1_000_000 }
  /// How many annotators are so many that on one place there may be more clusters than can be looked
  /// through: each more doubles them, and the divisions of a cluster.
  static var many: Int { 13 }
  /// How many units the clusters of one component have at most, all together.
  private let mostMembers: Int
  /// How many pairs are summed in the time of one step.
  private static var pairsPerStep: Int { 32 }

  /// `places` has every unit's place in its component.
  init(_ placement: Placement, links: LinkSweep, places: [Int]) {
    self.links = links
    annotatorCount = placement.annotatorCount
    division = placement.joinSaving
    mostMembers = annotatorCount < Self.many ? 8_000_000 : 200_000
    self.places = places
    let none = Array(repeating: 0, count: annotatorCount)
    sums = Array(repeating: none, count: annotatorCount + 1)
    nearPlaces = Array(repeating: -1, count: placement.entries.count)
    apart = Array(repeating: [], count: annotatorCount)
  }

  /// The clusters among the units of a component, and whether they are all: they are not where the
  /// effort ends, or where there are too many to keep.
  mutating func clusters(
    among units: some Sequence<Int>, _ effort: inout SearchEffort
  ) -> (table: ClusterTable, areAll: Bool) {
    table = ClusterTable()
    self.effort = effort
    defer { effort = self.effort }
    for first in units {
      gather(behind: first)
      members = [0]
      measure()
      guard grow(from: 1) else { return (table, false) }
    }
    return (table, true)
  }

  /// Lists what can follow `first`.
  private mutating func gather(behind first: Int) {
    for unit in near { nearPlaces[unit] = -1 }
    near = [first] + links.later(first).map(\.unit)
    for (place, unit) in near.enumerated() { nearPlaces[unit] = place }
  }

  /// Notes how far what may follow the last member is from it.
  private mutating func measure() {
    let (number, member) = (members.count - 1, members[members.count - 1])
    apart[number].removeAll(keepingCapacity: true)
    apart[number].append(contentsOf: repeatElement(Self.far, count: near.count))
    for link in links.later(near[member]) where nearPlaces[link.unit] >= 0 {
      apart[number][nearPlaces[link.unit]] = link.apart - Dissimilarity.one
    }
  }

  /// Puts further units to the cluster, from the one at `start` on; false where the effort ends.
  private mutating func grow(from start: Int) -> Bool {
    for place in start..<max(start, near.count) {
      guard table.count < Self.most, table.memberCount < mostMembers, effort.spends(1)
      else { return false }
      guard add(place) else { continue }
      keep()
      if members.count < annotatorCount {
        measure()
        guard grow(from: place + 1) else { return false }
      }
      members.removeLast()
    }
    return true
  }

  /// Adds a unit; false where no cluster that is needed holds it beside these members.
  private mutating func add(_ place: Int) -> Bool {
    let count = members.count
    let further = (annotatorCount - count - 1) * Dissimilarity.one
    var sum = 0
    for number in members.indices {
      let pair = apart[number][place]
      guard pair != Self.far else { return false }
      let own = sums[count][number] + pair
      guard own - further < division else { return false }
      sums[count + 1][number] = own
      sum += pair
    }
    guard sum - further < division else { return false }
    sums[count + 1][count] = sum
    members.append(place)
    return true
  }

  /// Keeps the cluster where it saves something and is whole.
  private mutating func keep() {
    let sums = sums[members.count][..<members.count]
    let saving = (members.count - 1) * division - sums.reduce(0, +) / 2
    guard saving > 0, sums.allSatisfy({ $0 < division }), isWhole() else { return }
    table.append(
      members.map { places[near[$0]] }, saving: saving,
      losses: sums.map { min(saving, division - $0) })
  }

  /// Whether no division of four or more units into two parts of at least two costs as little.
  ///
  /// Where there are too many to look through, it is said to be whole: nothing is lost by a cluster
  /// that is not needed.
  private mutating func isWhole() -> Bool {
    guard members.count > 3, members.count < Self.many else { return true }
    var pairCount = 0
    defer { effort.took(pairCount / Self.pairsPerStep) }
    let sums = sums[members.count]
    // By part, without the first unit, the sum over the pairs across its edge.
    var across = Array(repeating: 0, count: 1 << (members.count - 1))
    for part in across.indices.dropFirst() {
      let last = Int.bitWidth - 1 - part.leadingZeroBitCount
      let rest = part & ~(1 << last)
      pairCount += last
      var sum = across[rest] + sums[last + 1]
      for one in 0..<last where rest >> one & 1 == 1 {
        sum -= 2 * apart[one + 1][members[last + 1]]
      }
      guard sum < division else { return false }
      across[part] = sum
    }
    return true
  }
}
