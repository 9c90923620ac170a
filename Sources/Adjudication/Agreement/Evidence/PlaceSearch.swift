import Standoff

/// Finds the places of a passage where annotators differ: spans that are about the same words, put
/// together from the pairs of all annotators.
struct PlaceSearch {
  /// A span, by its annotator and its place in the list of theirs.
  private struct Member {
    let annotator: Int
    let index: Int
  }

  private let passage: Passage
  /// All spans, annotator by annotator.
  private let members: [Member]
  /// Where the spans of each annotator begin among all.
  private let starts: [Int]
  /// By span, one that comes earlier, or the span itself where it is the first of those put together.
  private var roots: [Int]

  init(_ passage: Passage) {
    self.passage = passage
    var members: [Member] = []
    members.reserveCapacity(passage.unitCount)
    var starts: [Int] = []
    for (annotator, units) in passage.units.enumerated() {
      starts.append(members.count)
      for index in units.indices { members.append(Member(annotator: annotator, index: index)) }
    }
    self.members = members
    self.starts = starts
    roots = Array(members.indices)
  }

  /// Puts the pairs of two annotators together.
  mutating func join(_ one: Int, _ other: Int, _ pairs: ClosestPairs) {
    for pair in pairs.pairs {
      let first = root(of: starts[one] + pair.first)
      let second = root(of: starts[other] + pair.second)
      if first != second { roots[max(first, second)] = min(first, second) }
    }
  }

  private mutating func root(of number: Int) -> Int {
    var root = number
    while roots[root] != root { root = roots[root] }
    var walk = number
    while roots[walk] != root { (walk, roots[walk]) = (roots[walk], root) }
    return root
  }

  /// The worst places, those that are equally bad in the order of the text.
  mutating func places(
    _ count: Int, in document: ComparedArticle, annotators: [String]
  ) -> [DisputedPlace] {
    guard count > 0 else { return [] }
    let groups = groups()
    let found = groups.indices.compactMap {
      place -> (place: Int, range: TextRange, cost: Double)? in
      let cost = cost(groups[place])
      return cost > 0 ? (place, extent(of: groups[place]), cost) : nil
    }
    // Groups come in the order of their first spans.
    let worst = found.sorted { one, other in
      if one.cost != other.cost { return one.cost > other.cost }
      return one.range != other.range ? one.range < other.range : one.place < other.place
    }.prefix(count)
    return worst.map { found in
      DisputedPlace(
        document: document.name, range: found.range,
        readings: passage.readers.map { reader in
          .init(
            annotator: annotators[reader],
            units: groups[found.place].filter { $0.annotator == reader }.map(unit))
        },
        cost: found.cost, article: document.article)
    }
  }

  /// The spans that were put together, each group in the order of the annotators.
  private mutating func groups() -> [[Member]] {
    var places: [Int] = Array(repeating: -1, count: members.count)
    var groups: [[Member]] = []
    for number in members.indices {
      let root = root(of: number)
      if places[root] < 0 {
        places[root] = groups.count
        groups.append([])
      }
      groups[places[root]].append(members[number])
    }
    return groups
  }

  private func unit(_ member: Member) -> Continuum.Unit {
    passage.units[member.annotator][member.index]
  }

  private func extent(of group: [Member]) -> TextRange {
    let first = unit(group[0]).extent
    return group.dropFirst().reduce(first) { extent, member in
      let other = unit(member).extent
      return TextRange(min(extent.lower, other.lower), max(extent.upper, other.upper))
    }
  }

  /// The mean over the pairs of those who have read the place.
  private func cost(_ group: [Member]) -> Double {
    var sum = 0.0
    for pair in passage.pairs {
      let hasOne = group.contains { $0.annotator == pair.0 }
      let hasOther = group.contains { $0.annotator == pair.1 }
      guard hasOne || hasOther else { continue }
      var least = hasOne && hasOther ? 2.0 : 1
      for mine in group where mine.annotator == pair.0 {
        for other in group where other.annotator == pair.1 {
          least = min(least, Dissimilarity.total(unit(mine), unit(other)))
        }
      }
      sum += least
    }
    return sum / Double(max(1, passage.pairs.count))
  }
}
