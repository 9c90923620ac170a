import Standoff

/// Which labels of one annotator cover which stretch of a scope.
struct CoverSweep {
  /// Where the labels change; the first is the start of the scope.
  private(set) var starts: [Int] = []
  /// From each start on, the place of the labels that cover in ``sets``.
  private(set) var covers: [Int] = []
  /// The sets of labels that occur, without repeats, each in order; the first is empty.
  private(set) var sets: [LabelRuns.LabelSet] = [[]]

  private struct Event {
    let place: Int
    let change: Int
    let label: Int
  }

  init(_ units: [Continuum.Unit], in scope: TextRange, label: String?) {
    let labels = Set(units.map(\.label)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    var events: [Event] = []
    for unit in units where label == nil || unit.label == label {
      let number = numbers[unit.label] ?? 0
      for place in 0..<unit.pieceCount {
        let piece = unit.piece(place)
        guard piece.overlaps(scope) else { continue }
        events.append(
          Event(place: max(piece.lower, scope.lower).value, change: 1, label: number))
        events.append(
          Event(place: min(piece.upper, scope.upper).value, change: -1, label: number))
      }
    }
    events.sort { $0.place < $1.place }
    // How often each label covers, and which do, in order.
    var counts = Array(repeating: 0, count: labels.count)
    var open: [Int] = []
    var places: [[Int]: Int] = [[]: 0]
    starts = [scope.lower.value]
    covers = [0]
    var index = 0
    while index < events.count {
      let place = events[index].place
      while index < events.count, events[index].place == place {
        let (number, before) = (events[index].label, counts[events[index].label])
        counts[number] = before + events[index].change
        if before == 0, counts[number] != 0 {
          open.insert(number, at: open.firstIndex { $0 > number } ?? open.count)
        } else if before != 0, counts[number] == 0 {
          open.removeAll { $0 == number }
        }
        index += 1
      }
      let cover = places[open] ?? sets.count
      if cover == sets.count {
        places[open] = cover
        sets.append(open.map { labels[$0] })
      }
      guard cover != covers.last else { continue }
      if starts.last == place {
        covers[covers.count - 1] = cover
      } else {
        starts.append(place)
        covers.append(cover)
      }
    }
  }

  /// A walk through a sweep, from its start onwards.
  struct Walk {
    private let sweep: CoverSweep
    private var index = 0

    init(_ sweep: CoverSweep) { self.sweep = sweep }

    /// The place of the labels at a place, which is not before the one asked for last.
    mutating func cover(at place: Int) -> Int {
      while index + 1 < sweep.starts.count, sweep.starts[index + 1] <= place { index += 1 }
      return sweep.covers[index]
    }

    /// The labels anywhere in a stretch, which does not begin before the one asked for last.
    mutating func labels(in range: TextRange) -> LabelRuns.LabelSet {
      var found = sweep.sets[cover(at: range.lower.value)]
      var next = index + 1
      while next < sweep.starts.count, sweep.starts[next] < range.upper.value {
        found = Set(found + sweep.sets[sweep.covers[next]]).sorted()
        next += 1
      }
      return found
    }
  }
}
