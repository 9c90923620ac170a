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
    guard annotators > 1 else { return .failure(.init(.fewerThanTwoAnnotators)) }
    var tally = UnitizingTally(annotatorCount: annotators)
    for document in documents {
      guard tally.add(document, label: label) else { return .failure(.init(.sameLabelOverlap)) }
    }
    return tally.disagreement
  }

  private static func value(of documents: [Continuum], labels: [String]) -> AgreementValue {
    value(of: labels.map { disagreement(of: documents, label: $0) })
  }

  /// 1 less the sum of Do by the sum of De of some labels.
  static func value(
    of labels: [Result<Disagreement, UndefinedAgreement>]
  ) -> AgreementValue {
    guard !labels.isEmpty else { return .undefined(.nothingMarked) }
    var (observed, expected) = (0.0, 0.0)
    for label in labels {
      switch label {
      case .failure(let undefined): return .undefined(undefined.reason)
      case .success(let found):
        observed += found.observed
        expected += found.expected
      }
    }
    return .chanceCorrected(
      observed: observed, expected: expected, otherwise: .noChanceDisagreement)
  }
}
