import Standoff

/// F1 of two annotators' spans: how many find a counterpart, each at most one.
///
/// 2 TP / (|A| + |B|), where TP is the size of a largest matching, so that neither the order of the
/// spans nor a greedy choice counts (van Rijsbergen, Information Retrieval, 2nd edition, 1979,
/// chapter 7; the modes after MUC-5, 1993, and SemEval-2013 task 9). It takes no reference: exchanging
/// the annotators changes nothing. From 0 to 1, and 1 by convention where both marked nothing;
/// ``Counts/spanCount`` is 0 then. Not corrected for chance.
public struct SpanF1: Hashable, Sendable {
  /// When two spans are counterparts.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// The same pieces and the same label.
    case strict
    /// The same pieces.
    case exact
    /// One code point or more in common.
    case overlap
    /// One code point or more in common, and the same label.
    case overlapLabel = "overlap-label"
    /// Same pieces count 1, a code point in common 1/2; the matching with the greatest sum.
    case partial
    /// No spans are matched: code points are counted that both covered with the same label.
    case chars
  }

  /// What one comparison, or several together, found.
  public struct Counts: Hashable, Sendable {
    /// Twice what matched, for a partial match counts one half.
    public var matchedHalves = 0
    /// The spans, or code points, of the first annotator.
    public var first = 0
    /// Those of the second.
    public var second = 0

    /// How many spans, or code points, were compared.
    public var spanCount: Int { first + second }

    /// 2 TP / (|A| + |B|).
    public var f1: AgreementValue {
      .number(spanCount == 0 ? 1 : Double(matchedHalves) / Double(spanCount))
    }

    /// TP / |B|, where the first annotator is the reference: how much of B is right.
    ///
    /// Undefined where the second marked nothing.
    public var precision: AgreementValue {
      second > 0
        ? .number(Double(matchedHalves) / Double(2 * second)) : .undefined(.nothingMarked)
    }

    /// TP / |A|, where the first annotator is the reference: how much of A was found.
    ///
    /// Undefined where the first marked nothing.
    public var recall: AgreementValue {
      first > 0 ? .number(Double(matchedHalves) / Double(2 * first)) : .undefined(.nothingMarked)
    }

    /// The counts of two comparisons together.
    public static func + (one: Counts, other: Counts) -> Counts {
      Counts(
        matchedHalves: one.matchedHalves + other.matchedHalves, first: one.first + other.first,
        second: one.second + other.second)
    }
  }

  /// When two spans are counterparts.
  public let mode: Mode

  /// Creates the measure.
  public init(_ mode: Mode) { self.mode = mode }

  /// What two annotators have in common, over all documents.
  public func counts(
    of documents: [Continuum], between one: Int, and other: Int
  ) -> Counts {
    documents.reduce(Counts()) { $0 + counts($1.units[one], $1.units[other]) }
  }

  /// The mean of the F1 of all pairs of annotators.
  public func value(of documents: [Continuum]) -> AgreementValue {
    .mean(of: pairCounts(of: documents).map(\.f1))
  }

  /// The F1 of all pairs of annotators counted together, so that those who marked more weigh more.
  public func pooledValue(of documents: [Continuum]) -> AgreementValue {
    let counts = pairCounts(of: documents)
    return counts.isEmpty
      ? .undefined(.fewerThanTwoAnnotators) : counts.reduce(Counts(), +).f1
  }

  private func pairCounts(of documents: [Continuum]) -> [Counts] {
    annotatorPairs(documents.first?.annotatorCount ?? 0).map {
      counts(of: documents, between: $0, and: $1)
    }
  }

  private func counts(_ one: [Continuum.Unit], _ other: [Continuum.Unit]) -> Counts {
    if mode == .chars { return Self.characterCounts(one, other) }
    return Counts(
      matchedHalves: matches(one, other).reduce(0) { $0 + $1.halves }, first: one.count,
      second: other.count)
  }

  private static func characterCounts(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit]
  ) -> Counts {
    var counts = Counts()
    forEachCover(covers(one), covers(other)) { part, range in
      switch part {
      case .both: counts.matchedHalves += 2 * range.count
      case .first: counts.first += range.count
      case .second: counts.second += range.count
      }
    }
    return counts
  }
}
