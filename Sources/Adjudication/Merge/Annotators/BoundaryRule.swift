import Standoff

/// What decides which words an annotation is on, where annotators marked different ones under one
/// label.
public enum BoundaryRule: String, Hashable, Sendable, CaseIterable {
  /// The policy decides between the readings as they are; what it cannot settle is a conflict.
  case exact
  /// The reading with the most code points; of several the first in the text.
  case longest
  /// The reading with the fewest code points; of several the first in the text.
  case shortest
  /// From the middle one of the starts to the middle one of the ends; where an even number has two
  /// different middles, or one annotation is in pieces and another is not, it is a conflict.
  case median

  /// The stretches this rule makes of `readings`, one reading for each time that something was marked;
  /// `nil` where it has none, as `exact` always.
  func ranges(of readings: [[TextRange]]) -> [TextRange]? {
    let length = { (ranges: [TextRange]) in ranges.reduce(0) { $0 + $1.count } }
    switch self {
    case .exact: return nil
    case .longest:
      let most = readings.map(length).max()
      return readings.filter { length($0) == most }.min { $0.lexicographicallyPrecedes($1) }
    case .shortest:
      let least = readings.map(length).min()
      return readings.filter { length($0) == least }.min { $0.lexicographicallyPrecedes($1) }
    case .median: return Self.median(of: readings)
    }
  }

  private static func median(of readings: [[TextRange]]) -> [TextRange]? {
    guard let count = readings.first?.count, readings.allSatisfy({ $0.count == count }) else {
      return nil
    }
    var pieces: [TextRange] = []
    for piece in 0..<count {
      guard let start = middle(of: readings.map { $0[piece].lower }),
        let end = middle(of: readings.map { $0[piece].upper }), start < end,
        pieces.last.map({ $0.upper < start }) ?? true
      else { return nil }
      pieces.append(TextRange(start, end))
    }
    return pieces
  }

  /// The middle one; of an even number the two in the middle where they are the same.
  private static func middle(of offsets: [ScalarOffset]) -> ScalarOffset? {
    let sorted = offsets.sorted()
    let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    return low == high ? low : nil
  }
}
