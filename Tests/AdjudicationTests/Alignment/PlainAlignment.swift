import Adjudication
import Standoff

/// Disorder straight from the paper's definitions, and the least of it by trying everything.
enum PlainAlignment {
  /// How unlike two units are; 1 where one is missing.
  static func distance(_ one: Continuum.Unit?, _ other: Continuum.Unit?) -> Double {
    guard let one, let other else { return 1 }
    let (a, b) = (one.extent, other.extent)
    let shift =
      abs(a.lower.value - b.lower.value) + abs(a.upper.value - b.upper.value)
    let ratio = Double(shift) / Double(a.count + b.count)
    let label = one.label == other.label ? 0.0 : 1.0
    guard one.fragments.count > 1 || other.fragments.count > 1 else {
      return ratio * ratio + label
    }
    let (mine, theirs) = (points(one), points(other))
    let jaccard =
      Double(mine.intersection(theirs).count) / Double(mine.union(theirs).count)
    return ratio * ratio + 1 - jaccard + label
  }

  private static func points(_ unit: Continuum.Unit) -> Set<Int> {
    Set(unit.fragments.flatMap { $0.lower.value..<$0.upper.value })
  }

  /// The mean over pairs of annotators.
  static func cost(_ cluster: [Int?], in continuum: Continuum) -> Double {
    let units = cluster.enumerated().map { annotator, index in
      index.map { continuum.units[annotator][$0] }
    }
    var (sum, pairs) = (0.0, 0)
    for (place, one) in units.enumerated() {
      for other in units[(place + 1)...] {
        sum += distance(one, other)
        pairs += 1
      }
    }
    return sum / Double(pairs)
  }

  static func disorder(_ clusters: [[Int?]], of continuum: Continuum) -> Double {
    clusters.reduce(0) { $0 + cost($1, in: continuum) } * Double(continuum.annotatorCount)
      / Double(continuum.unitCount)
  }

  /// The least disorder of all alignments, each tried.
  ///
  /// Takes the units one after the other, those of the annotator with most of them first, and tries
  /// each cluster of what is left with it. What is best for the same rest is found once.
  static func least(of continuum: Continuum) -> Double {
    let lists = continuum.units.sorted { $0.count > $1.count }
    let units = lists.joined().map(\.self)
    let ends = lists.indices.map { lists[...$0].reduce(0) { $0 + $1.count } }
    // Apart from what a cluster with no pair costs.
    let apart = units.map { one in units.map { distance(one, $0) - 1 } }
    let pairs = Double(lists.count * (lists.count - 1) / 2)
    var known = Array(repeating: -1.0, count: 1 << units.count)
    known[0] = 0
    func least(of left: Int) -> Double {
      if known[left] >= 0 { return known[left] }
      let first = left.trailingZeroBitCount
      var best = Double.infinity
      func grow(_ cluster: [Int], _ sum: Double, _ rest: Int, from list: Int) {
        guard list < ends.count else {
          best = min(best, 1 + sum / pairs + least(of: rest))
          return
        }
        grow(cluster, sum, rest, from: list + 1)
        var unit = ends[list - 1]
        while unit < ends[list] {
          if rest >> unit & 1 == 1 {
            var larger = sum
            for member in cluster { larger += apart[member][unit] }
            grow(cluster + [unit], larger, rest & ~(1 << unit), from: list + 1)
          }
          unit += 1
        }
      }
      let own = ends.firstIndex { first < $0 } ?? 0
      grow([first], 0, left & ~(1 << first), from: own + 1)
      known[left] = best
      return best
    }
    return least(of: (1 << units.count) - 1) * Double(lists.count) / Double(units.count)
  }
}
