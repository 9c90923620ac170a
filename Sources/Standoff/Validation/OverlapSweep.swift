/// Finds overlaps among annotations in one piece that come in the order of the text.
///
/// For each label three things are kept: the annotations that are still open, the one whose end comes
/// first on top; the one that reaches furthest; and the last. They answer whether any annotation of
/// the label crosses, contains or equals a new one without looking at the others.
struct OverlapSweep {
  /// An annotation in one piece.
  struct Entry {
    var row: UInt32
    var label: UInt32
    var range: TextRange
  }

  fileprivate struct Open {
    var heap: [Entry] = []
    var furthest: Entry
    var last: Entry
  }

  /// The labels that came by, each with what is kept of it.
  private var labels: [UInt32] = []
  private var open: [Open] = []
  /// What the label in one place may do, where it is the inner one, with that in another; `nil` before
  /// it was asked.
  private var allowed: [[Allowed?]] = []

  private struct Allowed {
    var equal: Bool
    var contain: Bool
    var cross: Bool
  }

  /// Adds an annotation that starts no earlier than those before it, and of those that start with it
  /// is no longer; tells of one that it overlaps in a way that is not allowed.
  ///
  /// `allows` is asked about a kind of overlap, the inner label and the outer one.
  mutating func add(
    _ entry: Entry, allows: (OverlapRules.Kind, UInt32, UInt32) -> Bool
  ) -> (kind: OverlapRules.Kind, other: UInt32)? {
    let own = labels.firstIndex(of: entry.label)
    let inner = own ?? labels.count
    if own == nil {
      labels.append(entry.label)
      for place in allowed.indices { allowed[place].append(nil) }
      allowed.append(Array(repeating: nil, count: labels.count))
    }
    var found: (kind: OverlapRules.Kind, other: UInt32)?
    for outer in open.indices where found == nil {
      let may = rules(inner, outer, allows)
      if may.equal, may.contain, may.cross { continue }
      if !may.equal, open[outer].last.range == entry.range {
        found = (.equal, open[outer].last.row)
      } else if !may.contain, open[outer].furthest.range != entry.range,
        open[outer].furthest.range.upper >= entry.range.upper
      {
        found = (.contain, open[outer].furthest.row)
      } else if !may.cross {
        open[outer].close(before: entry.range.lower)
        guard let first = open[outer].heap.first, first.range.upper < entry.range.upper else {
          continue
        }
        found = (.cross, first.row)
      }
    }
    if own == nil { open.append(Open(furthest: entry, last: entry)) }
    open[inner].add(entry)
    return found
  }

  /// What the labels in two places may do; asked once for each pair.
  private mutating func rules(
    _ inner: Int, _ outer: Int, _ allows: (OverlapRules.Kind, UInt32, UInt32) -> Bool
  ) -> Allowed {
    if let known = allowed[inner][outer] { return known }
    let (one, other) = (labels[inner], labels[outer])
    let rules = Allowed(
      equal: allows(.equal, one, other), contain: allows(.contain, one, other),
      cross: allows(.cross, one, other))
    allowed[inner][outer] = rules
    return rules
  }
}

extension OverlapSweep.Open {
  /// Takes an annotation in.
  fileprivate mutating func add(_ entry: OverlapSweep.Entry) {
    last = entry
    if entry.range.upper > furthest.range.upper { furthest = entry }
    close(before: entry.range.lower)
    heap.append(entry)
    var place = heap.count - 1
    while place > 0, heap[place].range.upper < heap[(place - 1) / 2].range.upper {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Drops the annotations that end at a place or before it.
  fileprivate mutating func close(before start: ScalarOffset) {
    while let first = heap.first, first.range.upper <= start {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
      sink()
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if heap[child].range.upper < heap[least].range.upper { least = child }
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}

extension LineStore {
  /// The entries whose extent shares a code point with a stretch.
  func entries(overlapping range: TextRange) -> [TextOrder.Entry] {
    var found: [TextOrder.Entry] = []
    let (start, end) = (UInt32(clamping: range.lower.value), UInt32(clamping: range.upper.value))
    text.forEach(overlapping: start, end, in: self) { found.append($0) }
    return found
  }
}

extension TextOrder.Entry {
  /// Whether the extent lies within that of another.
  func isWithin(_ other: TextOrder.Entry) -> Bool { other.start <= start && end <= other.end }
}
