/// Two editions of one article, and where what stood in the old one stands in the new one.
///
/// ```swift
/// let outcome = Reanchoring(of: set, by: Correction(from: old, to: new))
/// ```
/// Comparing takes time linear in the two texts, some ten milliseconds a megabyte; a question takes
/// less than a microsecond for a stretch that no change came near, and time for looking around
/// otherwise.
public struct Correction: Sendable {
  /// The article as it was when it was annotated.
  public let old: Article
  /// The article as it is now.
  public let new: Article
  /// The least score at which a stretch counts as found.
  public let threshold: Double

  /// The score below which nothing is taken for found, unless another is asked for.
  public static let usualThreshold = 0.8

  /// How many letters the searches for the spans of one file may compare.
  static let usualWork = 1 << 26

  private let there: PlaceSearch.Way
  private let back: PlaceSearch.Way

  /// Compares two editions.
  public init(from old: Article, to new: Article, threshold: Double = usualThreshold) {
    self.old = old
    self.new = new
    self.threshold = threshold
    let runs = TextComparison(old.bytes, new.bytes).runs
    there = PlaceSearch.Way(
      old: old, new: new, map: OffsetMap(runs, newCount: new.byteCount), threshold: threshold)
    let reversed = runs.map(\.reversed).sorted { $0.old.lowerBound < $1.old.lowerBound }
    back = PlaceSearch.Way(
      old: new, new: old, map: OffsetMap(reversed, newCount: old.byteCount), threshold: threshold)
  }

  /// Where a stretch of the old edition stands in the new one; `nil` where that cannot be told.
  ///
  /// The same words in a place that no run leads to for sure count only where the way back leads to where
  /// they stood.
  ///
  /// - Parameter work: how many letters all searches together may still compare; when none is left,
  ///   what no run leads to is not found.
  func place(of range: TextRange, work: inout Int) -> SpanPlacement? {
    let bytes = old.byteRange(of: range)
    guard let found = Self.place(of: bytes, there, work: &work) else { return nil }
    if found.isSame, !found.isSure {
      guard Self.place(of: found.bytes, back, work: &work)?.bytes == bytes else { return nil }
    }
    return SpanPlacement(ranges: [new.textRange(of: found.bytes)], score: found.score)
  }

  /// A place that was found on one way.
  private struct Place {
    var bytes: Range<Int>
    var score: Double
    /// Whether the words there are the same, code point for code point.
    let isSame: Bool
    /// Whether a run leads there that has enough beside the words.
    let isSure: Bool
  }

  /// The place that one way leads to; `nil` where it leads to none, or the words there are others'.
  private static func place(
    of bytes: Range<Int>, _ way: PlaceSearch.Way, work: inout Int
  ) -> Place? {
    var search = PlaceSearch(bytes, way, work: work)
    let best = search.best()
    work = search.work
    guard let best, best.score >= way.threshold else { return nil }
    var place = Place(
      bytes: best.bytes, score: best.score,
      isSame: way.new.bytes[best.bytes].elementsEqual(way.old.bytes[bytes]),
      isSure: search.isWellInOneRun)
    guard place.isSame, !place.isSure else { return place }
    guard
      let meant = Namesakes(of: bytes, in: way.old, and: way.new)
        .place(meantBy: best.bytes, work: &work)
    else { return nil }
    if meant != best.bytes {
      place.bytes = meant
      place.score = search.score(ofSameWordsAt: meant)
      guard place.score >= way.threshold else { return nil }
    }
    return place
  }

  /// Where a span stands, piece by piece: in full or not at all.
  ///
  /// The pieces are sorted and do not overlap. The score is the mean, by length.
  func place(of ranges: [TextRange], work: inout Int) -> SpanPlacement? {
    if ranges.count == 1 { return place(of: ranges[0], work: &work) }
    var placed: [TextRange] = []
    var (weight, sum) = (0.0, 0.0)
    for range in ranges {
      guard let piece = place(of: range, work: &work) else { return nil }
      placed += piece.ranges
      weight += Double(max(1, range.count))
      sum += Double(max(1, range.count)) * piece.score
    }
    let sorted = placed.sorted()
    guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.upper <= $1.lower }) else { return nil }
    return SpanPlacement(ranges: sorted, score: weight > 0 ? sum / weight : 1)
  }
}
