import Standoff

/// Finds the places of a passage where annotators differ: spans that are about the same words, put
/// together from the pairs of all annotators.
struct PlaceSearch {
  private struct Member: Hashable {
    let annotator: Int
    let index: Int
  }

  private let passage: Passage
  private let numbers: [Int]
  private var roots: [Int]

  init(_ passage: Passage) {
    self.passage = passage
    var numbers: [Int] = []
    var count = 0
    for units in passage.units {
      numbers.append(count)
      count += units.count
    }
    self.numbers = numbers
    roots = Array(0..<count)
  }

  /// Puts the pairs of two annotators together.
  mutating func join(_ one: Int, _ other: Int, _ pairs: ClosestPairs) {
    for pair in pairs.pairs {
      let first = root(of: numbers[one] + pair.first)
      let second = root(of: numbers[other] + pair.second)
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
    var groups: [Int: [[Continuum.Unit]]] = [:]
    let none: [[Continuum.Unit]] = Array(repeating: [], count: passage.units.count)
    for (annotator, units) in passage.units.enumerated() {
      for (index, unit) in units.enumerated() {
        groups[root(of: numbers[annotator] + index), default: none][annotator].append(unit)
      }
    }
    let found = groups.compactMap { root, units -> (root: Int, range: TextRange, cost: Double)? in
      let cost = cost(units)
      guard cost > 0 else { return nil }
      let extents = units.joined().map(\.extent)
      guard let lower = extents.map(\.lower).min(), let upper = extents.map(\.upper).max() else {
        return nil
      }
      return (root, TextRange(lower, upper), cost)
    }
    let worst = found.sorted { one, other in
      if one.cost != other.cost { return one.cost > other.cost }
      return one.range != other.range ? one.range < other.range : one.root < other.root
    }.prefix(count)
    let article = document.article
    return worst.map { place in
      DisputedPlace(
        document: document.name, range: place.range,
        readings: passage.readers.map {
          .init(annotator: annotators[$0], units: groups[place.root]?[$0] ?? [])
        },
        cost: place.cost, words: article.text(in: place.range),
        address: article.layout.address(of: place.range.lower))
    }
  }

  /// The mean over the pairs of those who have read the place.
  private func cost(_ units: [[Continuum.Unit]]) -> Double {
    let pairs = passage.pairs
    let sum = pairs.reduce(0.0) { sum, pair in
      let (one, other) = (units[pair.0], units[pair.1])
      if one.isEmpty, other.isEmpty { return sum }
      let distances = one.flatMap { mine in other.map { Dissimilarity.total(mine, $0) } }
      return sum + (distances.min().map { min(2, $0) } ?? 1)
    }
    return sum / Double(max(1, pairs.count))
  }
}
