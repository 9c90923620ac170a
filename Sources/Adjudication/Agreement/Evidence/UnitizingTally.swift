import Standoff

/// What ``AlphaU`` needs to know of one label: how far units lie apart, and how long they and the
/// gaps are.
///
/// Texts that are added stand one after the other as in one long text: the last gap of one and the
/// first gap of the next are one.
struct UnitizingTally: Sendable {
  /// The gaps of one annotator that another text can make longer.
  private struct Ends {
    var first = 0
    var last = 0
    /// Whether there is a unit between them; where there is none `first` is all of the text.
    var isDivided = false
  }

  private let annotatorCount: Int
  /// How many code points all texts have.
  private(set) var length = 0
  private var apart = 0.0
  private var unitLengths: [Int: Int] = [:]
  private var gapLengths: [Int: Int] = [:]
  private var ends: [Ends]

  /// Begins with a text of `length` code points without units.
  init(annotatorCount: Int, length: Int = 0) {
    self.annotatorCount = annotatorCount
    self.length = length
    ends = Array(repeating: Ends(first: length), count: annotatorCount)
  }

  /// Adds what all annotators marked with `label`; false where units of one overlap.
  mutating func add(_ continuum: Continuum, label: String) -> Bool {
    let partitions = continuum.units.map { Partition($0, in: continuum.scope, label: label) }
    let segments = partitions.compactMap { $0?.segments }
    guard segments.count == annotatorCount else { return false }
    var added = UnitizingTally(annotatorCount: annotatorCount, length: continuum.scope.count)
    for (one, other) in annotatorPairs(annotatorCount) {
      added.apart += Self.apart(segments[one], segments[other])
    }
    for (annotator, list) in segments.enumerated() where list.contains(where: \.isUnit) {
      added.ends[annotator] = Ends(isDivided: true)
      for (place, segment) in list.enumerated() {
        if segment.isUnit {
          added.unitLengths[segment.length, default: 0] += 1
        } else if place == 0 {
          added.ends[annotator].first = segment.length
        } else if place == list.count - 1 {
          added.ends[annotator].last = segment.length
        } else {
          added.gapLengths[segment.length, default: 0] += 1
        }
      }
    }
    append(added)
    return true
  }

  /// Puts other texts behind these.
  mutating func append(_ other: UnitizingTally) {
    length += other.length
    apart += other.apart
    unitLengths.merge(other.unitLengths, uniquingKeysWith: +)
    gapLengths.merge(other.gapLengths, uniquingKeysWith: +)
    for (annotator, next) in other.ends.enumerated() {
      switch (ends[annotator].isDivided, next.isDivided) {
      case (false, _):
        ends[annotator] = Ends(
          first: ends[annotator].first + next.first, last: next.last, isDivided: next.isDivided)
      case (true, false): ends[annotator].last += next.first
      case (true, true):
        let between = ends[annotator].last + next.first
        if between > 0 { gapLengths[between, default: 0] += 1 }
        ends[annotator].last = next.last
      }
    }
  }

  /// Do and De; the reason where they do not exist.
  var disagreement: Result<AlphaU.Disagreement, UndefinedAgreement> {
    guard annotatorCount > 1 else { return .failure(.init(.fewerThanTwoAnnotators)) }
    guard length > 0 else { return .failure(.init(.nothingCompared)) }
    guard !unitLengths.isEmpty else { return .failure(.init(.nothingMarked)) }
    let pairs = Double(annotatorCount * (annotatorCount - 1))
    let extent = Double(length)
    return .success(
      AlphaU.Disagreement(observed: 2 * apart / (pairs * extent * extent), expected: expected))
  }

  private var expected: Double {
    var gaps = gapLengths
    for end in ends {
      for length in [end.first, end.last] where length > 0 { gaps[length, default: 0] += 1 }
    }
    // By unit length, the sum of g - l + 1 over the gaps g of at least l, longest first.
    let longest = gaps.sorted { $0.key > $1.key }
    let units = unitLengths.sorted { $0.key > $1.key }
    let unitCount = units.reduce(0) { $0 + $1.value }
    var (sum, gapSum, gapCount, index) = (0.0, 0.0, 0.0, 0)
    let all = Double(annotatorCount) * Double(length)
    var pairs = all * (all - 1)
    for unit in units {
      while index < longest.count, longest[index].key >= unit.key {
        gapSum += Double(longest[index].key + 1) * Double(longest[index].value)
        gapCount += Double(longest[index].value)
        index += 1
      }
      let (size, times) = (Double(unit.key), Double(unit.value))
      let inside = Double(unitCount - 1) / 3 * (2 * size * size * size - 3 * size * size + size)
      sum += times * (inside + size * size * (gapSum - gapCount * size))
      pairs -= times * size * (size - 1)
    }
    return pairs > 0 ? 2 / Double(length) * sum / pairs : 0
  }

  /// The differences of all segments of two annotators that meet.
  private static func apart(_ one: [Segment], _ other: [Segment]) -> Double {
    var sum = 0.0
    var (mine, theirs) = (0, 0)
    while mine < one.count, theirs < other.count {
      sum += difference(one[mine], other[theirs])
      if one[mine].end <= other[theirs].end { mine += 1 } else { theirs += 1 }
    }
    return sum
  }

  private static func difference(_ one: Segment, _ other: Segment) -> Double {
    guard one.start < other.end, other.start < one.end else { return 0 }
    switch (one.isUnit, other.isUnit) {
    case (true, true):
      let (start, end) = (Double(one.start - other.start), Double(one.end - other.end))
      return start * start + end * end
    case (true, false):
      let isInside = other.start <= one.start && one.end <= other.end
      return isInside ? Double(one.length) * Double(one.length) : 0
    case (false, true): return difference(other, one)
    case (false, false): return 0
    }
  }
}
