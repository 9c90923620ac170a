import Standoff

/// Which spans are counterparts.
extension SpanF1 {
  /// Two spans that are counterparts, by their places.
  struct Match: Hashable {
    let first: Int
    let second: Int
    /// What the match counts, twice.
    let halves: Int
  }

  /// A largest matching of two lists of spans, in the order of the first; none of code points.
  func matches(_ one: [Continuum.Unit], _ other: [Continuum.Unit]) -> [Match] {
    switch mode {
    case .strict: Self.common(one, other) { $0.precedes($1) }
    case .exact: Self.common(one, other) { $0.lies(before: $1) }
    case .overlap: Self.heaviest(one, other) { _, _ in 2 }
    case .overlapLabel: Self.heaviest(one, other) { $0.label == $1.label ? 2 : 0 }
    case .partial: Self.heaviest(one, other) { $0.coversTheSame(as: $1) ? 2 : 1 }
    case .chars: []
    }
  }

  /// What is the same in two lists, each as often as both have it, the first of equals with the
  /// first: one walk through both in an order.
  private static func common(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit],
    inOrder isBefore: (Continuum.Unit, Continuum.Unit) -> Bool
  ) -> [Match] {
    let (mine, theirs) = (one.changedPlaces(by: isBefore), other.changedPlaces(by: isBefore))
    // Looked at where they lie, for a copy of a unit counts its references.
    let (one, other) = (one.span, other.span)
    var matches: [Match] = []
    matches.reserveCapacity(min(one.count, other.count))
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      let (first, second) = (mine?[left] ?? left, theirs?[right] ?? right)
      if isBefore(one[first], other[second]) {
        left += 1
      } else if isBefore(other[second], one[first]) {
        right += 1
      } else {
        matches.append(Match(first: first, second: second, halves: 2))
        left += 1
        right += 1
      }
    }
    if mine != nil { matches.sort { $0.first < $1.first } }
    return matches
  }

  /// A matching of spans that share a code point, with the greatest sum of `weight`.
  ///
  /// Two spans that share words with nobody else are a match without a search, and these are most.
  static func heaviest(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit],
    weight: (Continuum.Unit, Continuum.Unit) -> Int
  ) -> [Match] {
    var pairs: [Match] = []
    pairs.reserveCapacity(min(one.count, other.count))
    var (rowDegrees, columnDegrees) = (
      Array(repeating: 0, count: one.count), Array(repeating: 0, count: other.count)
    )
    OverlappingPairs.forEach(one, other) { row, column in
      let weight = weight(one[row], other[column])
      guard weight > 0 else { return }
      pairs.append(Match(first: row, second: column, halves: weight))
      rowDegrees[row] += 1
      columnDegrees[column] += 1
    }
    let disputed = pairs.filter { rowDegrees[$0.first] > 1 || columnDegrees[$0.second] > 1 }
    if !disputed.isEmpty {
      pairs.removeAll { rowDegrees[$0.first] > 1 || columnDegrees[$0.second] > 1 }
      pairs += searched(disputed)
    }
    pairs.sort { $0.first < $1.first }
    return pairs
  }

  /// The choice among pairs that exclude each other.
  private static func searched(_ pairs: [Match]) -> [Match] {
    guard !pairs.isEmpty else { return [] }
    let rows = Set(pairs.map(\.first)).sorted()
    let columns = Set(pairs.map(\.second)).sorted()
    let rowPlaces = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let columnPlaces = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var choices: [[HeaviestMatching.Choice]] = Array(repeating: [], count: rows.count)
    for pair in pairs {
      guard let row = rowPlaces[pair.first], let column = columnPlaces[pair.second] else {
        continue
      }
      choices[row].append(HeaviestMatching.Choice(column: column, weight: pair.halves))
    }
    let matching = HeaviestMatching(choices, columnCount: columns.count)
    return zip(matching.columns, choices).enumerated().compactMap { row, found in
      found.1.first { $0.column == found.0 }.map {
        Match(first: rows[row], second: columns[$0.column], halves: $0.weight)
      }
    }
  }
}
