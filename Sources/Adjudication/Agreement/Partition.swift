import Standoff

/// One annotator's units and the gaps between them, which fill the scope.
///
/// Each piece of a discontinuous unit is a unit here.
struct Partition {
  private let pieces: [Segment]
  private let scope: TextRange

  /// `nil` where units overlap; only those with `label` are looked at, where one is given.
  init?(_ units: [Continuum.Unit], in scope: TextRange, label: String? = nil) {
    self.scope = scope
    pieces = units.filter { label == nil || $0.label == label }.flatMap { unit in
      unit.fragments.filter { $0.overlaps(scope) }.map {
        Segment(
          start: max($0.lower, scope.lower).value, end: min($0.upper, scope.upper).value,
          label: unit.label)
      }
    }.sorted { $0.start < $1.start }
    guard zip(pieces, pieces.dropFirst()).allSatisfy({ $0.end <= $1.start }) else { return nil }
  }

  /// The units and gaps in order, counted from the scope's start.
  var segments: [Segment] {
    var segments: [Segment] = []
    var end = scope.lower.value
    let first = scope.lower.value
    func add(_ start: Int, _ end: Int, _ label: String?) {
      segments.append(Segment(start: start - first, end: end - first, label: label))
    }
    for piece in pieces {
      if piece.start > end { add(end, piece.start, nil) }
      add(piece.start, piece.end, piece.label)
      end = piece.end
    }
    if end < scope.upper.value { add(end, scope.upper.value, nil) }
    return segments
  }
}
