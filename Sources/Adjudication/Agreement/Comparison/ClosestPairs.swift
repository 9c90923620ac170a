import Standoff

/// Which spans of two annotators are about the same words, whatever they are called: for the table
/// of labels, the worst places, and attributes.
///
/// The same words with the same label first, then the same words, then what overlaps, as many as
/// can be and, of these, those with the same label.
struct ClosestPairs {
  /// The places of the two spans of each pair, in the order of the first.
  private(set) var pairs: [(first: Int, second: Int)] = []
  /// The places of the spans of each annotator that stand alone.
  private(set) var firstAlone: [Int]
  private(set) var secondAlone: [Int]

  init(_ one: [Continuum.Unit], _ other: [Continuum.Unit]) {
    firstAlone = Array(one.indices)
    secondAlone = Array(other.indices)
    take(SpanF1(.strict).matches(one, other))
    guard !firstAlone.isEmpty, !secondAlone.isEmpty else { return }
    takeRest(of: one, other) { SpanF1(.exact).matches($0, $1) }
    takeRest(of: one, other) { SpanF1.heaviest($0, $1) { $0.label == $1.label ? 3 : 2 } }
    pairs.sort { $0.first < $1.first }
  }

  /// Pairs what stands alone yet.
  private mutating func takeRest(
    of one: [Continuum.Unit], _ other: [Continuum.Unit],
    _ match: ([Continuum.Unit], [Continuum.Unit]) -> [SpanF1.Match]
  ) {
    guard !firstAlone.isEmpty, !secondAlone.isEmpty else { return }
    take(match(firstAlone.map { one[$0] }, secondAlone.map { other[$0] }))
  }

  /// Takes pairs of places among those that stand alone.
  private mutating func take(_ matches: [SpanF1.Match]) {
    guard !matches.isEmpty else { return }
    pairs += matches.lazy.map { [firstAlone, secondAlone] in
      (firstAlone[$0.first], secondAlone[$0.second])
    }
    firstAlone = Self.rest(of: firstAlone, without: matches.lazy.map(\.first))
    secondAlone = Self.rest(of: secondAlone, without: matches.lazy.map(\.second))
  }

  private static func rest(of places: [Int], without taken: some Sequence<Int>) -> [Int] {
    var isLeft = Array(repeating: true, count: places.count)
    for index in taken { isLeft[index] = false }
    return places.indices.filter { isLeft[$0] }.map { places[$0] }
  }
}
