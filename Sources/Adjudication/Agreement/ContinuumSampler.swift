import Standoff

/// How continua are made that agree by chance alone, for what is expected of a measure.
///
/// Which one is used matters more to gamma than most disagreements do, so it is always named.
public enum ContinuumSampler: String, Hashable, Sendable, CaseIterable {
  /// Units with counts, gaps, lengths and labels distributed as in the continuum, one after the
  /// other, as pygamma-agreement and dkpro-statistics make them by default.
  ///
  /// Counts, gaps and lengths are drawn from normal distributions; of discontinuous units the extents
  /// count. An annotator may come out empty.
  case statistical
  /// Each annotator one of those there are, turned by a random distance around the scope (Mathet,
  /// Widlöcher and Métivier 2015, section 5.2): distances are half a unit's mean length apart where
  /// there is room, and what would begin past the end begins at the start.
  case shuffle
}

extension ContinuumSampler {
  /// Positions of samples are counted in parts of a code point, for they need not be whole; what is
  /// unlike is so at every scale.
  private static let parts = 1024

  /// A continuum like `continuum`, in which all agreement is chance.
  func sample(of continuum: Continuum, _ numbers: inout SeededNumbers) -> Continuum {
    switch self {
    case .statistical: Self.drawn(like: continuum, &numbers)
    case .shuffle: Self.turned(continuum, &numbers)
    }
  }

  private static func drawn(
    like continuum: Continuum, _ numbers: inout SeededNumbers
  ) -> Continuum {
    let lists = continuum.units.map { list in list.sorted(by: isEarlier) }
    let labels = lists.joined().map(\.label).sorted()
    let lengths = Spread(of: lists.joined().map { Double($0.extent.count) })
    let counts = Spread(of: lists.map { Double($0.count) })
    let start = continuum.scope.lower.value
    let gaps = Spread(
      of: lists.flatMap { list in
        zip(list, list.dropFirst()).map {
          Double($1.extent.lower.value - $0.extent.upper.value)
        } + list.prefix(1).map { Double($0.extent.lower.value - start) }
      })
    let units = lists.indices.map { _ in
      var end = 0.0
      let count = abs(Int(counts.draw(&numbers)))
      return (0..<count).compactMap { _ -> Continuum.Unit? in
        let lower = end + gaps.draw(&numbers)
        end = lower + abs(lengths.draw(&numbers))
        let label = labels[Int.random(in: 0..<labels.count, using: &numbers)]
        return unit([TextRange(place(lower), max(place(lower) + 1, place(end)))], label)
      }
    }
    return Continuum(scope: scaled(continuum.scope), units: units)
  }

  private static func turned(
    _ continuum: Continuum, _ numbers: inout SeededNumbers
  ) -> Continuum {
    let lengths = continuum.units.joined().map(\.extent.count)
    let distance = Double(lengths.reduce(0, +)) / Double(2 * lengths.count)
    let (start, length) = (continuum.scope.lower.value, continuum.scope.count)
    var free = [0...Double(length)]
    let units = continuum.units.indices.map { _ in
      let pivot = pivot(in: free, of: length, &numbers)
      free = free.flatMap { without(pivot, distance, in: $0) }
      let list = continuum.units[Int.random(in: 0..<continuum.annotatorCount, using: &numbers)]
      return list.compactMap { original -> Continuum.Unit? in
        let isPastEnd = original.extent.lower.value - start + pivot > length
        let by = isPastEnd ? pivot - length : pivot
        let ranges = original.fragments.map {
          TextRange($0.lower.value + by, $0.upper.value + by)
        }
        return unit(ranges.map(scaled), original.label)
      }
    }
    return Continuum(scope: scaled(continuum.scope), units: units)
  }

  private static func isEarlier(_ one: Continuum.Unit, _ other: Continuum.Unit) -> Bool {
    one.extent.lower != other.extent.lower
      ? one.extent.lower < other.extent.lower : one.extent.upper < other.extent.upper
  }

  /// A whole distance by which to turn, from what is free, or from anywhere where nothing is.
  private static func pivot(
    in free: [ClosedRange<Double>], of length: Int, _ numbers: inout SeededNumbers
  ) -> Int {
    let room = free.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    guard room > 0 else { return Int(numbers.fraction() * Double(length)) }
    var left = numbers.fraction() * room
    for range in free {
      let length = range.upperBound - range.lowerBound
      if left < length { return Int(range.lowerBound + left) }
      left -= length
    }
    return length
  }

  /// What is left of a range without all that is less than `distance` from `pivot`.
  private static func without(
    _ pivot: Int, _ distance: Double, in range: ClosedRange<Double>
  ) -> [ClosedRange<Double>] {
    let (below, above) = (Double(pivot) - distance, Double(pivot) + distance)
    var rest: [ClosedRange<Double>] = []
    if range.lowerBound < below { rest.append(range.lowerBound...min(below, range.upperBound)) }
    if above < range.upperBound { rest.append(max(above, range.lowerBound)...range.upperBound) }
    return rest
  }

  private static func place(_ position: Double) -> Int {
    Int((position * Double(parts)).rounded())
  }

  private static func scaled(_ range: TextRange) -> TextRange {
    TextRange(range.lower.value * parts, range.upper.value * parts)
  }

  private static func unit(_ ranges: [TextRange], _ label: String) -> Continuum.Unit? {
    Continuum.Unit(ranges, label: label)
  }
}

/// The mean and the deviation of some numbers; both 0 where there are none.
struct Spread: Hashable {
  let mean: Double
  /// The square root of the mean square distance from the mean.
  let deviation: Double

  init(of numbers: [Double]) {
    let count = Double(max(1, numbers.count))
    let mean = numbers.reduce(0, +) / count
    self.mean = mean
    deviation =
      (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
  }

  /// A normally distributed number with this mean and deviation.
  func draw(_ numbers: inout SeededNumbers) -> Double {
    numbers.normal(mean: mean, deviation: deviation)
  }
}
