import Standoff

/// The relations of two annotators, of which some lead between spans that both marked.
///
/// A relation has a counterpart where one of the same name leads from the counterpart of its source
/// to that of its target, by the matching of a mode of ``SpanF1``.
struct RelationTally: Sendable {
  /// What was counted of the relations of one name in one mode.
  struct Counts: Sendable {
    /// The relations of both annotators, pair by pair.
    var all = 0
    /// Those with a counterpart, twice for each two.
    var matched = 0
    /// Those whose ends both have a counterpart.
    var covered = 0
  }

  let modes: [SpanF1.Mode]
  private var counts: [String: [SpanF1.Mode: [Int: Counts]]] = [:]

  init(modes: [SpanF1.Mode]) { self.modes = modes }

  /// The names, in order.
  var names: [String] { counts.keys.sorted() }

  /// A relation between two spans of one annotator, by their places.
  struct Edge: Hashable {
    let name: String
    let source: Int
    let target: Int
  }

  /// Adds the relations of two annotators, the `number`th pair.
  mutating func add(
    _ one: (units: [Continuum.Unit], edges: [Edge]),
    _ other: (units: [Continuum.Unit], edges: [Edge]), pair number: Int
  ) {
    guard !one.edges.isEmpty || !other.edges.isEmpty else { return }
    for mode in modes {
      var forward: [Int: Int] = [:]
      var reached: Set<Int> = []
      for match in SpanF1(mode).matches(one.units, other.units) {
        forward[match.first] = match.second
        reached.insert(match.second)
      }
      var left: [Edge: Int] = [:]
      for edge in other.edges {
        left[edge, default: 0] += 1
        let isCovered = reached.contains(edge.source) && reached.contains(edge.target)
        count(edge.name, mode, number, Counts(all: 1, covered: isCovered ? 1 : 0))
      }
      for edge in one.edges {
        guard let source = forward[edge.source], let target = forward[edge.target] else {
          count(edge.name, mode, number, Counts(all: 1))
          continue
        }
        let image = Edge(name: edge.name, source: source, target: target)
        let isMatched = (left[image] ?? 0) > 0
        if isMatched { left[image, default: 0] -= 1 }
        count(edge.name, mode, number, Counts(all: 1, matched: isMatched ? 2 : 0, covered: 1))
      }
    }
  }

  private mutating func count(_ name: String, _ mode: SpanF1.Mode, _ pair: Int, _ more: Counts) {
    var sum = counts[name]?[mode]?[pair] ?? Counts()
    sum.all += more.all
    sum.matched += more.matched
    sum.covered += more.covered
    counts[name, default: [:]][mode, default: [:]][pair] = sum
  }

  /// Adds what was found in other articles.
  mutating func append(_ other: RelationTally) {
    for (name, modes) in other.counts {
      for (mode, pairs) in modes {
        for (pair, more) in pairs { count(name, mode, pair, more) }
      }
    }
  }

  /// The mean F1 of the pairs of annotators that have relations of this name.
  func f1(of name: String, _ mode: SpanF1.Mode) -> AgreementValue {
    let pairs = (counts[name]?[mode] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    guard !pairs.isEmpty else { return .undefined(.nothingMarked) }
    let sum = pairs.reduce(0.0) { $0 + Double($1.matched) / Double($1.all) }
    return .number(sum / Double(pairs.count))
  }

  /// What was counted of all pairs together.
  func counts(of name: String, _ mode: SpanF1.Mode) -> Counts {
    (counts[name]?[mode] ?? [:]).values.reduce(into: Counts()) {
      $0.all += $1.all
      $0.matched += $1.matched
      $0.covered += $1.covered
    }
  }
}
