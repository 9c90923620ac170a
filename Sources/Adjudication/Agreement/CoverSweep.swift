import Standoff

/// Which labels of one annotator cover which stretch of a scope.
struct CoverSweep {
  /// Where the labels change; the first is the start of the scope.
  private(set) var starts: [Int] = []
  /// From each start on, the labels that cover, without repeats, in order.
  private(set) var labels: [LabelRuns.LabelSet] = []

  init(_ units: [Continuum.Unit], in scope: TextRange, label: String?) {
    var events: [(place: Int, change: Int, label: String)] = []
    for unit in units where label == nil || unit.label == label {
      for piece in unit.fragments where piece.overlaps(scope) {
        events.append((max(piece.lower, scope.lower).value, 1, unit.label))
        events.append((min(piece.upper, scope.upper).value, -1, unit.label))
      }
    }
    events.sort { $0.place < $1.place }
    var open: [String: Int] = [:]
    starts = [scope.lower.value]
    labels = [[]]
    var index = 0
    while index < events.count {
      let place = events[index].place
      while index < events.count, events[index].place == place {
        let left = open[events[index].label, default: 0] + events[index].change
        open[events[index].label] = left == 0 ? nil : left
        index += 1
      }
      let now = open.keys.sorted()
      guard now != labels.last else { continue }
      if starts.last == place {
        labels[labels.count - 1] = now
      } else {
        starts.append(place)
        labels.append(now)
      }
    }
  }

  /// A walk through a sweep, from its start onwards.
  struct Walk {
    private let sweep: CoverSweep
    private var index = 0

    init(_ sweep: CoverSweep) { self.sweep = sweep }

    /// The labels at a place, which is not before the one asked for last.
    mutating func labels(at place: Int) -> LabelRuns.LabelSet {
      while index + 1 < sweep.starts.count, sweep.starts[index + 1] <= place { index += 1 }
      return sweep.labels[index]
    }

    /// The labels anywhere in a stretch, which does not begin before the one asked for last.
    mutating func labels(in range: TextRange) -> LabelRuns.LabelSet {
      var found = labels(at: range.lower.value)
      var next = index + 1
      while next < sweep.starts.count, sweep.starts[next] < range.upper.value {
        found = Set(found + sweep.labels[next]).sorted()
        next += 1
      }
      return found
    }
  }
}
