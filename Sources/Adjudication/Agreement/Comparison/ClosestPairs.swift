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
    for mode in [SpanF1.Mode.strict, .exact] {
      pair(one, other) { SpanF1(mode).matches($0, $1) }
    }
    pair(one, other) { SpanF1.heaviest($0, $1) { $0.label == $1.label ? 3 : 2 } }
    pairs.sort { $0.first < $1.first }
  }

  private mutating func pair(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit],
    _ match: ([Continuum.Unit], [Continuum.Unit]) -> [SpanF1.Match]
  ) {
    guard !firstAlone.isEmpty, !secondAlone.isEmpty else { return }
    let matches = match(firstAlone.map { one[$0] }, secondAlone.map { other[$0] })
    guard !matches.isEmpty else { return }
    pairs += matches.map { (firstAlone[$0.first], secondAlone[$0.second]) }
    let (first, second) = (Set(matches.map(\.first)), Set(matches.map(\.second)))
    firstAlone = firstAlone.indices.filter { !first.contains($0) }.map { firstAlone[$0] }
    secondAlone = secondAlone.indices.filter { !second.contains($0) }.map { secondAlone[$0] }
  }
}
