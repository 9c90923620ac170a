import Standoff

/// Krippendorff's alpha for unitizing: how far annotators agree on where the units of a label lie.
///
/// Krippendorff, On the Reliability of Unitizing Continuous Data, Sociological Methodology 25, 1995,
/// and Content Analysis, 2nd edition, 2004, section 11.6: 1 - Do / De, where units and the gaps
/// between them that meet differ by the squares of how far their ends lie apart. Measured on code
/// points; De depends on that unit, so values in words cannot be compared with these. At most 1.
/// Undefined where nothing has the label, where chance would not disagree, and where one annotator's
/// units of a label overlap, which the definition does not allow.
public enum AlphaU {
  /// What was seen and what chance would give, for one label.
  public struct Disagreement: Hashable, Sendable {
    /// The observed disagreement Do.
    public let observed: Double
    /// The expected disagreement De.
    public let expected: Double
  }

  /// Alpha of one label.
  public static func value(of documents: [Continuum], label: String) -> AgreementValue {
    value(of: documents, labels: [label])
  }

  /// Alpha of all labels together: 1 less the sum of Do by the sum of De.
  public static func value(of documents: [Continuum]) -> AgreementValue {
    value(of: documents, labels: Set(documents.flatMap(\.labels)).sorted())
  }

  /// Do and De of one label; the reason where they do not exist.
  public static func disagreement(
    of documents: [Continuum], label: String
  ) -> Result<Disagreement, UndefinedAgreement> {
    let annotators = documents.first?.annotatorCount ?? 0
    let length = documents.reduce(0) { $0 + $1.scope.count }
    guard annotators > 1 else { return .failure(.init(.fewerThanTwoAnnotators)) }
    guard length > 0 else { return .failure(.init(.nothingCompared)) }
    var segments: [[Segment]] = Array(repeating: [], count: annotators)
    var offset = 0
    for document in documents {
      for annotator in 0..<annotators {
        guard
          let more = Partition(document.units[annotator], in: document.scope, label: label)
        else { return .failure(.init(.sameLabelOverlap)) }
        segments[annotator] = joined(segments[annotator], more.segments(from: offset))
      }
      offset += document.scope.count
    }
    let units = segments.joined().filter(\.isUnit)
    guard !units.isEmpty else { return .failure(.init(.nothingMarked)) }
    var sum = 0.0
    for (one, other) in annotatorPairs(annotators) { sum += apart(segments[one], segments[other]) }
    let extent = Double(length)
    return .success(
      Disagreement(
        observed: 2 * sum / (Double(annotators * (annotators - 1)) * extent * extent),
        expected: expected(
          units.map(\.length), segments.joined().filter { !$0.isUnit }.map(\.length),
          annotators: Double(annotators), length: extent)))
  }

  private static func value(of documents: [Continuum], labels: [String]) -> AgreementValue {
    guard !labels.isEmpty else { return .undefined(.nothingMarked) }
    var (observed, expected) = (0.0, 0.0)
    for label in labels {
      switch disagreement(of: documents, label: label) {
      case .failure(let undefined): return .undefined(undefined.reason)
      case .success(let found):
        observed += found.observed
        expected += found.expected
      }
    }
    return .chanceCorrected(
      observed: observed, expected: expected, otherwise: .noChanceDisagreement)
  }

  /// A document's last gap and the next one's first are one.
  private static func joined(_ segments: [Segment], _ more: [Segment]) -> [Segment] {
    guard let last = segments.last, let first = more.first, !last.isUnit, !first.isUnit else {
      return segments + more
    }
    return segments.dropLast() + [Segment(start: last.start, end: first.end, label: nil)]
      + more.dropFirst()
  }

  /// The differences of all segments of two annotators that meet.
  private static func apart(_ one: [Segment], _ other: [Segment]) -> Double {
    var sum = 0.0
    var (mine, theirs) = (0, 0)
    while mine < one.count, theirs < other.count {
      sum += difference(one[mine], other[theirs])
      if one[mine].end <= other[theirs].end { mine += 1 } else { theirs += 1 }
    }
    return sum
  }

  private static func difference(_ one: Segment, _ other: Segment) -> Double {
    guard one.start < other.end, other.start < one.end else { return 0 }
    switch (one.isUnit, other.isUnit) {
    case (true, true):
      let (start, end) = (Double(one.start - other.start), Double(one.end - other.end))
      return start * start + end * end
    case (true, false):
      let isInside = other.start <= one.start && one.end <= other.end
      return isInside ? Double(one.length) * Double(one.length) : 0
    case (false, true): return difference(other, one)
    case (false, false): return 0
    }
  }

  private static func expected(
    _ units: [Int], _ gaps: [Int], annotators: Double, length: Double
  ) -> Double {
    // By unit length, the sum of g - l + 1 over the gaps g of at least l, longest first.
    let gaps = gaps.sorted(by: >)
    var (sum, gapSum, index) = (0.0, 0.0, 0)
    for unit in units.sorted(by: >) {
      while index < gaps.count, gaps[index] >= unit {
        gapSum += Double(gaps[index] + 1)
        index += 1
      }
      let size = Double(unit)
      sum += Double(units.count - 1) / 3 * (2 * size * size * size - 3 * size * size + size)
      sum += size * size * (gapSum - Double(index) * size)
    }
    let all = annotators * length
    let pairs = units.reduce(all * (all - 1)) { $0 - Double($1) * Double($1 - 1) }
    return pairs > 0 ? 2 / length * sum / pairs : 0
  }
}

/// Why a part of a measure has no value.
public struct UndefinedAgreement: Error, Hashable, Sendable {
  /// The reason.
  public let reason: AgreementValue.Reason

  /// Creates it.
  public init(_ reason: AgreementValue.Reason) { self.reason = reason }
}
