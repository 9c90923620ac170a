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
    /// From the first start to the last end.
    public let extent: TextRange
    /// The schema's name for what is marked.
    public let label: String
    /// The pieces of a discontinuous unit; empty where one piece is the extent, so that most units
    /// own no memory.
    private let pieces: [TextRange]

    /// Creates a label on one stretch; `nil` where it covers no code point.
    public init?(_ range: TextRange, label: String) {
      guard !range.isEmpty else { return nil }
      self.init(extent: range, label: label, pieces: [])
    }

    /// Creates a label on one stretch that is not empty.
    init(covering range: TextRange, label: String) {
      self.init(extent: range, label: label, pieces: [])
    }

    /// Creates a unit; `nil` where `ranges` cover no code point, for nothing is marked then.
    ///
    /// Ranges may come in any order; those that touch or overlap count as one.
    public init?(_ ranges: [TextRange], label: String) {
      if ranges.count == 1 {
        self.init(ranges[0], label: label)
        return
      }
      var pieces: [TextRange] = []
      for range in ranges.sorted() where !range.isEmpty {
        if let last = pieces.last, range.lower <= last.upper {
          pieces[pieces.count - 1] = TextRange(last.lower, max(last.upper, range.upper))
        } else {
          pieces.append(range)
        }
      }
      guard let first = pieces.first, let last = pieces.last else { return nil }
      self.init(
        extent: TextRange(first.lower, last.upper), label: label,
        pieces: pieces.count > 1 ? pieces : [])
    }

    private init(extent: TextRange, label: String, pieces: [TextRange]) {
      self.extent = extent
      self.label = label
      self.pieces = pieces
    }
  }
}

extension Continuum.Unit {
  /// What is covered, in the order of the text, with at least one code point between two pieces.
  public var fragments: [TextRange] { pieces.isEmpty ? [extent] : pieces }

  /// Whether there are several pieces.
  var isDiscontinuous: Bool { !pieces.isEmpty }

  /// How many pieces there are.
  var pieceCount: Int { max(1, pieces.count) }

  /// A piece by its place, the first at 0.
  func piece(_ place: Int) -> TextRange { pieces.isEmpty ? extent : pieces[place] }

  /// How many code points are covered.
  public var count: Int {
    pieces.isEmpty ? extent.count : pieces.reduce(0) { $0 + $1.count }
  }

  /// Whether the same code points are covered.
  func coversTheSame(as other: Self) -> Bool { extent == other.extent && pieces == other.pieces }

  /// Whether it comes before `other` by the code points that are covered.
  func lies(before other: Self) -> Bool {
    extent == other.extent
      ? pieces.lexicographicallyPrecedes(other.pieces) : extent < other.extent
  }

  /// Whether it comes before `other` by the code points that are covered, then by the label.
  func precedes(_ other: Self) -> Bool {
    coversTheSame(as: other) ? label < other.label : lies(before: other)
  }

  /// How many code points this unit and `other` both cover.
  public func sharedCount(with other: Self) -> Int {
    var shared = 0
    forEachShared(with: other) { shared += $0.count }
    return shared
  }

  /// Calls `body` with each stretch that this unit and `other` both cover, in order.
  func forEachShared(with other: Self, _ body: (TextRange) -> Void) {
    guard extent.overlaps(other.extent) else { return }
    var (mine, theirs) = (0, 0)
    while mine < pieceCount, theirs < other.pieceCount {
      let (a, b) = (piece(mine), other.piece(theirs))
      if a.overlaps(b) { body(TextRange(max(a.lower, b.lower), min(a.upper, b.upper))) }
      if a.upper <= b.upper { mine += 1 } else { theirs += 1 }
    }
  }
}
