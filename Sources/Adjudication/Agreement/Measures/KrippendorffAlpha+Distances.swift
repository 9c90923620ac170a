extension KrippendorffAlpha {
  /// How unlike the names of runs are, which does not depend on how many items the runs have.
  ///
  /// Most names have no label in common, and are 1 apart: only the others are kept pair by pair.
  struct Distances: Sendable {
    /// Two names, by their places.
    private struct Pair: Hashable {
      let one: Int32
      let other: Int32

      /// In either order.
      init(_ one: Int, _ other: Int) {
        self.one = Int32(clamping: min(one, other))
        self.other = Int32(clamping: max(one, other))
      }
    }

    /// By run, the sum of the distances of the ordered pairs of its names; what was not read has none.
    let sums: [Double]
    /// The pairs of names with a label in common, and 1 less their distance.
    private let kinships: [(pair: Pair, likeness: Double)]

    init(_ runs: LabelRuns, _ metric: Metric) {
      kinships = metric == .nominal ? [] : Self.kinships(runs.names, metric)
      let known = Dictionary(kinships.map { ($0.pair, $0.likeness) }) { first, _ in first }
      sums = runs.counts.indices.map { run in
        let names = runs.names(ofRun: run)
        var sum = 0.0
        for one in names where one != LabelRuns.unread {
          for other in names where other != LabelRuns.unread && other != one {
            sum += 1 - (known.isEmpty ? 0 : known[Pair(one, other)] ?? 0)
          }
        }
        return sum
      }
    }

    private static func kinships(
      _ names: [LabelRuns.LabelSet], _ metric: Metric
    ) -> [(pair: Pair, likeness: Double)] {
      var kinships: [(pair: Pair, likeness: Double)] = []
      var holders: [String: [Int]] = [:]
      for (place, name) in names.enumerated() {
        for other in Set(name.flatMap { holders[$0] ?? [] }).sorted() {
          kinships.append((Pair(place, other), 1 - metric.distance(name, names[other])))
        }
        for label in name { holders[label, default: []].append(place) }
      }
      return kinships
    }

    /// The sum of the distances of all ordered pairs, where each name is there as often as `totals` says.
    func sum(weighing totals: [Int]) -> Double {
      let all = totals.reduce(0, +)
      let apart = totals.reduce(0.0) { $0 + Double($1) * Double(all - $1) }
      return kinships.reduce(apart) { sum, kin in
        let (one, other) = (totals[Int(kin.pair.one)], totals[Int(kin.pair.other)])
        return sum - 2 * kin.likeness * Double(one) * Double(other)
      }
    }
  }
}
