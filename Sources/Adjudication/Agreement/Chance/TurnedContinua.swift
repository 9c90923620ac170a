import Standoff

/// Continua of annotators who are each one of those there are, turned around the scope.
struct TurnedContinua: ContinuumSource {
  private let scope: TextRange
  /// What each annotator marked; those who marked most come first.
  private let lists: [[Continuum.Unit]]
  /// How far two turns are apart where there is room.
  private let distance: Double

  /// `continuum` has a unit.
  init(of continuum: Continuum) {
    scope = continuum.scope
    let lengths = continuum.units.joined().map(\.extent.count)
    distance = Double(lengths.reduce(0, +)) / Double(2 * max(1, lengths.count))
    var lists: [[Continuum.Unit]] = Array(repeating: [], count: continuum.annotatorCount)
    let placement = Placement(of: continuum)
    for entry in placement.entries { lists[entry.annotator].append(placement.unit(entry)) }
    self.lists = lists
  }

  func next(_ numbers: inout SeededNumbers) -> Continuum {
    guard lists.contains(where: { !$0.isEmpty }) else { return Continuum(scope: scope, units: []) }
    while true {
      let units = turned(&numbers)
      // All may be those who marked nothing.
      if units.contains(where: { !$0.isEmpty }) { return Continuum(scope: scope, units: units) }
    }
  }

  private func turned(_ numbers: inout SeededNumbers) -> [[Continuum.Unit]] {
    let (start, length) = (scope.lower.value, scope.count)
    var free = [0...Double(length)]
    return lists.indices.map { _ in
      let pivot = pivot(in: free, &numbers)
      free = free.flatMap { without(pivot, in: $0) }
      return lists[Int.random(in: 0..<lists.count, using: &numbers)].compactMap { original in
        let isPastEnd = original.extent.lower.value - start + pivot > length
        let by = isPastEnd ? pivot - length : pivot
        return Continuum.Unit(
          original.fragments.map { TextRange($0.lower.value + by, $0.upper.value + by) },
          label: original.label)
      }
    }
  }

  /// A whole distance by which to turn, from what is free, or from anywhere where nothing is.
  private func pivot(
    in free: [ClosedRange<Double>], _ numbers: inout SeededNumbers
  ) -> Int {
    let room = free.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    guard room > 0 else { return Int(numbers.fraction() * Double(scope.count)) }
    var left = numbers.fraction() * room
    for range in free {
      let length = range.upperBound - range.lowerBound
      if left < length { return Int(range.lowerBound + left) }
      left -= length
    }
    return scope.count
  }

  /// What is left of a range without all that is less than ``distance`` from `pivot`.
  private func without(_ pivot: Int, in range: ClosedRange<Double>) -> [ClosedRange<Double>] {
    let (below, above) = (Double(pivot) - distance, Double(pivot) + distance)
    var rest: [ClosedRange<Double>] = []
    if range.lowerBound < below { rest.append(range.lowerBound...min(below, range.upperBound)) }
    if above < range.upperBound { rest.append(max(above, range.lowerBound)...range.upperBound) }
    return rest
  }
}
