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
    if let plain = Self(plain: one.span, other.span) {
      self = plain
      return
    }
    pairs = Self.pairsInPlace(one, other)
    firstAlone = Self.rest(of: Array(one.indices), without: pairs.lazy.map(\.first))
    secondAlone = Self.rest(of: Array(other.indices), without: pairs.lazy.map(\.second))
    if !firstAlone.isEmpty, !secondAlone.isEmpty { pairAcross(one, other) }
    pairs.sort { $0.first < $1.first }
  }

  /// The same from the other side.
  var swapped: ClosestPairs {
    var pairs = self
    pairs.pairs = self.pairs.map { ($0.second, $0.first) }.sorted { $0.0 < $1.0 }
    (pairs.firstAlone, pairs.secondAlone) = (secondAlone, firstAlone)
    return pairs
  }

  /// The same in one walk, where nothing has to be chosen; `nil` elsewhere.
  ///
  /// No span shares words with two others, and those of each annotator are in one piece each and in the
  /// order of the text, as most are.
  private init?(plain one: Span<Continuum.Unit>, _ other: Span<Continuum.Unit>) {
    pairs.reserveCapacity(min(one.count, other.count))
    (firstAlone, secondAlone) = ([], [])
    firstAlone.reserveCapacity(min(one.count, 16))
    secondAlone.reserveCapacity(min(other.count, 16))
    var (left, right) = (0, 0)
    // Where the last spans end, of either side: no later span may begin before.
    var end = ScalarOffset(0)
    while left < one.count, right < other.count {
      let (mine, theirs) = (one[left].extent, other[right].extent)
      guard end <= mine.lower, end <= theirs.lower, !one[left].isDiscontinuous,
        !other[right].isDiscontinuous
      else { return nil }
      if mine.upper <= theirs.lower {
        firstAlone.append(left)
        end = mine.upper
        left += 1
      } else if theirs.upper <= mine.lower {
        secondAlone.append(right)
        end = theirs.upper
        right += 1
      } else {
        pairs.append((left, right))
        end = max(mine.upper, theirs.upper)
        left += 1
        right += 1
      }
    }
    while left < one.count {
      guard end <= one[left].extent.lower, !one[left].isDiscontinuous else { return nil }
      firstAlone.append(left)
      end = one[left].extent.upper
      left += 1
    }
    while right < other.count {
      guard end <= other[right].extent.lower, !other[right].isDiscontinuous else { return nil }
      secondAlone.append(right)
      end = other[right].extent.upper
      right += 1
    }
  }

  /// Pairs what stands alone yet and shares words.
  private mutating func pairAcross(_ one: [Continuum.Unit], _ other: [Continuum.Unit]) {
    let matches = SpanF1.heaviest(firstAlone.map { one[$0] }, secondAlone.map { other[$0] }) {
      $0.label == $1.label ? 3 : 2
    }
    pairs += matches.map { [firstAlone, secondAlone] in
      (firstAlone[$0.first], secondAlone[$0.second])
    }
    firstAlone = Self.rest(of: firstAlone, without: matches.lazy.map(\.first))
    secondAlone = Self.rest(of: secondAlone, without: matches.lazy.map(\.second))
  }

  /// The pairs on the same words, in one walk through both lists in the order of the text.
  private static func pairsInPlace(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit]
  ) -> [(first: Int, second: Int)] {
    let (mine, theirs) = (
      one.places { $0.lies(before: $1) }, other.places { $0.lies(before: $1) }
    )
    // Looked at where they lie, for a copy of a unit counts its references.
    let (own, foreign) = (one.span, other.span)
    var pairs: [(first: Int, second: Int)] = []
    pairs.reserveCapacity(min(one.count, other.count))
    var (left, right) = (0, 0)
    while left < mine.count, right < theirs.count {
      let (first, second) = (mine[left], theirs[right])
      guard own[first].coversTheSame(as: foreign[second]) else {
        if own[first].lies(before: foreign[second]) { left += 1 } else { right += 1 }
        continue
      }
      let ends = (end(of: left, in: mine, own), end(of: right, in: theirs, foreign))
      if ends == (left + 1, right + 1) {
        pairs.append((first, second))
        (left, right) = ends
        continue
      }
      var (ours, others) = (Array(mine[left..<ends.0]), Array(theirs[right..<ends.1]))
      (left, right) = ends
      // The same label first.
      let strict = SpanF1(.strict).matches(ours.map { one[$0] }, others.map { other[$0] })
      pairs += strict.map { (ours[$0.first], others[$0.second]) }
      ours = rest(of: ours, without: strict.lazy.map(\.first))
      others = rest(of: others, without: strict.lazy.map(\.second))
      pairs += zip(ours, others).map { (first: $0, second: $1) }
    }
    return pairs
  }

  /// Where the units end, in an order, that cover the same as the one at a place.
  private static func end(
    of place: Int, in order: [Int], _ units: Span<Continuum.Unit>
  ) -> Int {
    var end = place + 1
    while end < order.count, units[order[end]].coversTheSame(as: units[order[place]]) { end += 1 }
    return end
  }

  private static func rest(of places: [Int], without taken: some Sequence<Int>) -> [Int] {
    var isLeft = Array(repeating: true, count: places.count)
    for index in taken { isLeft[index] = false }
    var left: [Int] = []
    left.reserveCapacity(places.count)
    for index in places.indices where isLeft[index] { left.append(places[index]) }
    return left
  }
}
