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
  static func least(of continuum: Continuum) -> Double {
    let all = continuum.units.enumerated().flatMap { annotator, units in
      units.indices.map { (annotator: annotator, index: $0) }
    }
    var known: [Int: Double] = [:]
    func least(of left: Int) -> Double {
      guard left != 0 else { return 0 }
      if let value = known[left] { return value }
      let first = left.trailingZeroBitCount
      var best = Double.infinity
      func grow(_ cluster: [Int?], _ taken: Int, from place: Int) {
        best = min(best, cost(cluster, in: continuum) + least(of: left & ~taken))
        for next in place..<max(place, all.count)
        where left >> next & 1 == 1 && cluster[all[next].annotator] == nil {
          var larger = cluster
          larger[all[next].annotator] = all[next].index
          grow(larger, taken | 1 << next, from: next + 1)
        }
      }
      var cluster: [Int?] = Array(repeating: nil, count: continuum.annotatorCount)
      cluster[all[first].annotator] = all[first].index
      grow(cluster, 1 << first, from: first + 1)
      known[left] = best
      return best
    }
    return least(of: (1 << all.count) - 1) * Double(continuum.annotatorCount)
      / Double(continuum.unitCount)
  }
}
