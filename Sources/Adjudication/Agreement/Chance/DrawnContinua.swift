import Standoff

/// Continua whose units are drawn one after the other, from what is known of a continuum's.
struct DrawnContinua: ContinuumSource {
  private let scope: TextRange
  private let annotatorCount: Int
  private let counts: Spread
  private let gaps: Spread
  private let lengths: Spread
  /// The label of each unit.
  private let labels: [String]

  /// Positions are counted in parts of a code point, for they need not be whole; what is unlike is so
  /// at every scale.
  private static let parts = 1024

  /// `continuum` has a unit.
  init(like continuum: Continuum) {
    let start = continuum.scope.lower.value
    let lists = continuum.units.map { list in list.map(\.extent).sorted(by: Self.precedes) }
    annotatorCount = lists.count
    counts = Spread(of: lists.map { Double($0.count) })
    lengths = Spread(of: lists.joined().map { Double($0.count) })
    let between = lists.flatMap { list in
      zip(list, list.dropFirst()).map { Double($1.lower.value - $0.upper.value) }
    }
    let first = lists.compactMap(\.first).map { Double($0.lower.value - start) }.filter { $0 > 0 }
    gaps = Spread(of: [0] + between + first)
    let placement = Placement(of: continuum)
    labels = placement.entries.map { placement.unit($0).label }
    scope = TextRange(start * Self.parts, continuum.scope.upper.value * Self.parts)
  }

  func next(_ numbers: inout SeededNumbers) -> Continuum {
    guard !labels.isEmpty else { return Continuum(scope: scope, units: []) }
    var isEmpty = true
    let units = (0..<annotatorCount).map { _ in
      var end = 0.0
      let drawn = abs(Int(counts.draw(&numbers)))
      let count = isEmpty ? max(1, drawn) : drawn
      isEmpty = false
      return (0..<count).compactMap { _ -> Continuum.Unit? in
        let lower = end + gaps.draw(&numbers)
        end = lower + abs(lengths.draw(&numbers))
        let label = labels[Int.random(in: 0..<labels.count, using: &numbers)]
        let range = TextRange(
          Self.place(lower), max(Self.place(lower) + 1, Self.place(end)))
        return Continuum.Unit([range], label: label)
      }
    }
    return Continuum(scope: scope, units: units)
  }

  private static func precedes(_ one: TextRange, _ other: TextRange) -> Bool {
    one.lower != other.lower ? one.lower < other.lower : one.upper < other.upper
  }

  private static func place(_ position: Double) -> Int {
    Int((position * Double(parts)).rounded())
  }
}
