import Standoff

/// Finds the places of a passage where annotators differ: spans that are about the same words, put
/// together from the pairs of all annotators.
struct DisputedPlaceSearch {
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
  /// Which of them have been put together.
  private var joined: Union

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
    joined = Union(of: members.count)
  }

  /// Puts the pairs of two annotators together.
  mutating func join(_ one: Int, _ other: Int, _ pairs: ClosestPairs) {
    for pair in pairs.pairs {
      joined.join(starts[one] + pair.first, starts[other] + pair.second)
    }
  }

  /// The worst places, those that are equally bad in the order of the text.
  mutating func places(
    _ count: Int, in document: ComparedArticle, annotators: [String]
  ) -> [DisputedPlace] {
    guard count > 0 else { return [] }
    let (members, groups) = groups()
    let pairs = passage.pairs
    let found = groups.indices.compactMap {
      place -> (place: Int, range: TextRange, cost: Double)? in
      let group = members[groups[place]]
      let cost = cost(group, pairs)
      return cost > 0 ? (place, extent(of: group), cost) : nil
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
            units: members[groups[found.place]].filter { $0.annotator == reader }.map(unit))
        },
        cost: found.cost, article: document.article)
    }
  }

  /// All spans, those that were put together side by side and in the order of the annotators, and the
  /// places of each group.
  private mutating func groups() -> (members: [Member], groups: [Range<Int>]) {
    var sizes = Array(repeating: 0, count: members.count)
    for number in members.indices { sizes[joined.root(of: number)] += 1 }
    var groups: [Range<Int>] = []
    // Where the next span of each group goes.
    var places = Array(repeating: 0, count: members.count)
    var end = 0
    for root in members.indices where sizes[root] > 0 {
      places[root] = end
      groups.append(end..<end + sizes[root])
      end += sizes[root]
    }
    var sorted = members
    for number in members.indices {
      let root = joined.root(of: number)
      sorted[places[root]] = members[number]
      places[root] += 1
    }
    return (sorted, groups)
  }

  private func unit(_ member: Member) -> Continuum.Unit {
    passage.units[member.annotator][member.index]
  }

  private func extent(of group: ArraySlice<Member>) -> TextRange {
    let extents = group.lazy.map { unit($0).extent }
    let first = extents.first ?? passage.scope
    return extents.dropFirst().reduce(first) {
      TextRange(min($0.lower, $1.lower), max($0.upper, $1.upper))
    }
  }

  /// The mean over the pairs of those who have read the place.
  private func cost(_ group: ArraySlice<Member>, _ pairs: [(Int, Int)]) -> Double {
    var sum = 0.0
    for pair in pairs {
      var (hasOne, hasOther, least) = (false, false, 2.0)
      for member in group {
        hasOther = hasOther || member.annotator == pair.1
        guard member.annotator == pair.0 else { continue }
        hasOne = true
        for other in group where other.annotator == pair.1 {
          least = min(least, Dissimilarity.total(unit(member), unit(other)))
        }
      }
      if hasOne, hasOther { sum += least } else if hasOne || hasOther { sum += 1 }
    }
    return sum / Double(max(1, pairs.count))
  }
}
