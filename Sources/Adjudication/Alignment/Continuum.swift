public import Standoff

/// What several annotators marked on one stretch of an article, as alignment and measures see it.
///
/// Annotators and units are known by their places in the lists: `units[1][4]` is the fifth unit of
/// the second annotator. The word is that of Mathet, Widlöcher and Métivier (2015).
public struct Continuum: Sendable {
  /// The stretch that all annotators have read; coefficients count its code points.
  public let scope: TextRange
  /// The units of each annotator, in the order in which they were given.
  public let units: [[Unit]]

  /// Creates a continuum.
  public init(scope: TextRange, units: [[Unit]]) {
    self.scope = scope
    self.units = units
  }

  /// How many annotators there are.
  public var annotatorCount: Int { units.count }
  /// How many units there are, all annotators together.
  public var unitCount: Int { units.reduce(0) { $0 + $1.count } }
  /// The labels that occur, each once, in the order of their code points.
  public var labels: [String] { Set(units.joined().map(\.label)).sorted() }
}

extension Continuum {
  /// A label on one or more stretches: an ``Standoff/Annotation`` without its id.
  public struct Unit: Hashable, Sendable {
    /// What is covered, in the order of the text, with at least one code point between two pieces.
    public let fragments: [TextRange]
    /// The schema's name for what is marked.
    public let label: String
    /// From the first start to the last end.
    public let extent: TextRange

    /// Creates a unit; `nil` where `ranges` cover no code point, for nothing is marked then.
    ///
    /// Ranges may come in any order; those that touch or overlap count as one.
    public init?(_ ranges: [TextRange], label: String) {
      var fragments: [TextRange] = []
      for range in ranges.sorted() where !range.isEmpty {
        if let last = fragments.last, range.lower <= last.upper {
          fragments[fragments.count - 1] = TextRange(last.lower, max(last.upper, range.upper))
        } else {
          fragments.append(range)
        }
      }
      guard let first = fragments.first, let last = fragments.last else { return nil }
      self.fragments = fragments
      self.label = label
      extent = TextRange(first.lower, last.upper)
    }

    /// How many code points are covered.
    public var count: Int { fragments.reduce(0) { $0 + $1.count } }

    /// How many code points this unit and `other` both cover.
    public func sharedCount(with other: Unit) -> Int {
      var shared = 0
      forEachShared(with: other) { shared += $0.count }
      return shared
    }

    /// Calls `body` with each stretch that this unit and `other` both cover, in order.
    func forEachShared(with other: Unit, _ body: (TextRange) -> Void) {
      guard extent.overlaps(other.extent) else { return }
      var (mine, theirs) = (0, 0)
      while mine < fragments.count, theirs < other.fragments.count {
        let (a, b) = (fragments[mine], other.fragments[theirs])
        if a.overlaps(b) { body(TextRange(max(a.lower, b.lower), min(a.upper, b.upper))) }
        if a.upper <= b.upper { mine += 1 } else { theirs += 1 }
      }
    }
  }
}
