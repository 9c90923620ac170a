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

  /// Two spans that are counterparts, by their places.
  struct Match: Hashable {
    let first: Int
    let second: Int
    /// What the match counts, twice.
    let halves: Int
  }

  /// A largest matching of two lists of spans, in the order of the first; none of code points.
  func matches(_ one: [Continuum.Unit], _ other: [Continuum.Unit]) -> [Match] {
    switch mode {
    case .strict: Self.common(one, other)
    case .exact: Self.common(one.map(\.fragments), other.map(\.fragments))
    case .overlap: Self.heaviest(one, other) { _, _ in 2 }
    case .overlapLabel: Self.heaviest(one, other) { $0.label == $1.label ? 2 : 0 }
    case .partial: Self.heaviest(one, other) { $0.fragments == $1.fragments ? 2 : 1 }
    case .chars: []
    }
  }

  /// What is the same in two lists, each as often as both have it.
  private static func common<Element: Hashable>(_ one: [Element], _ other: [Element]) -> [Match] {
    var left: [Element: [Int]] = [:]
    for (place, element) in other.enumerated().reversed() {
      left[element, default: []].append(place)
    }
    return one.indices.compactMap { first in
      left[one[first]]?.popLast().map { Match(first: first, second: $0, halves: 2) }
    }
  }

  /// A matching of spans that share a code point, with the greatest sum of `weight`.
  static func heaviest(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit],
    weight: (Continuum.Unit, Continuum.Unit) -> Int
  ) -> [Match] {
    var choices: [[HeaviestMatching.Choice]] = Array(repeating: [], count: one.count)
    OverlappingPairs.forEach(one, other) { row, column in
      let weight = weight(one[row], other[column])
      guard weight > 0 else { return }
      choices[row].append(HeaviestMatching.Choice(column: column, weight: weight))
    }
    let matching = HeaviestMatching(choices, columnCount: other.count)
    return zip(matching.columns, choices).enumerated().compactMap { first, row in
      row.1.first { $0.column == row.0 }.map {
        Match(first: first, second: $0.column, halves: $0.weight)
      }
    }
  }

  private static func characterCounts(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit]
  ) -> Counts {
    var counts = Counts()
    for label in Set((one + other).map(\.label)) {
      let mine = Continuum.Unit(one.filter { $0.label == label }.flatMap(\.fragments), label: label)
      let theirs = Continuum.Unit(
        other.filter { $0.label == label }.flatMap(\.fragments), label: label)
      counts.first += mine?.count ?? 0
      counts.second += theirs?.count ?? 0
      if let mine, let theirs { counts.matchedHalves += 2 * mine.sharedCount(with: theirs) }
    }
    return counts
  }
}
