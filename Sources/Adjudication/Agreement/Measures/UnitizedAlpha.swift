import Standoff

/// The alpha family for unitizing: agreement on units and their labels, on bounds alone, and on labels
/// where units meet.
///
/// Krippendorff, Mathet, Bouvry and Widlöcher, On the Reliability of Unitizing Textual Continua:
/// Further Developments, Quality & Quantity 50, 2016. Each annotator's units and gaps divide the
/// continuum; what two annotators call the code points that a piece of one and a piece of the other
/// share is counted in a matrix of coincidences, and chance puts together the pieces as they are.
/// All are at most 1 and 0 by chance. Undefined where units of one annotator overlap, for they
/// divide nothing then: measure one label at a time.
public struct UnitizedAlpha: Hashable, Sendable {
  /// How much of a unit counts as paired where there are more than two annotators; the paper can be
  /// read either way, and for two annotators both are the same.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// What any other annotator covers.
    case union
    /// The mean of what each other annotator covers.
    case mean
  }

  /// `u-alpha`: units with their labels, gaps as a label of their own.
  ///
  /// Undefined where only one of these occurs.
  public let value: AgreementValue
  /// `u-alpha-boundaries`: what is marked at all.
  ///
  /// Undefined where everything or nothing is.
  public let boundaries: AgreementValue
  /// `u-alpha-labels`: the labels of what two annotators marked.
  ///
  /// Undefined where that is nothing, or has one label.
  public let labels: AgreementValue
  /// By label, how far annotators agree on it where units meet.
  public let byLabel: [String: AgreementValue]
  /// By label, the share of its code points that the others marked too.
  public let coverage: [String: AgreementValue]
  /// How the paper was read.
  public let reading: Reading

  /// Measures all annotators, one document after the other.
  public init(_ documents: [Continuum], reading: Reading = .union) {
    switch Coincidences.counted(documents) {
    case .failure(let undefined):
      self.init(undefined.reason, Set(documents.flatMap(\.labels)), reading)
    case .success(let matrix): self.init(matrix, reading: reading)
    }
  }

  /// Has no value, for a reason.
  private init(_ reason: AgreementValue.Reason, _ names: Set<String>, _ reading: Reading) {
    self.reading = reading
    let none = AgreementValue.undefined(reason)
    (value, boundaries, labels) = (none, none, none)
    byLabel = Dictionary(uniqueKeysWithValues: names.map { ($0, none) })
    coverage = byLabel
  }

  /// Measures what was counted.
  init(_ matrix: Coincidences, reading: Reading) {
    self.reading = reading
    let marked = matrix.withoutGaps(reading)
    let reason: AgreementValue.Reason = matrix.labels.isEmpty ? .nothingMarked : .oneLabelOnly
    value = matrix.alpha(otherwise: reason)
    boundaries = matrix.boundaryAlpha(otherwise: reason)
    let sums = marked.sums
    labels = marked.alpha(otherwise: sums.total > 0 ? .oneLabelOnly : .nothingShared)
    byLabel = Dictionary(
      uniqueKeysWithValues: matrix.labels.map { ($0, marked.alpha(of: $0, sums)) })
    coverage = Dictionary(
      uniqueKeysWithValues: matrix.labels.map { label in
        let all = matrix.sum(of: label)
        return (label, all > 0 ? .number(marked.sum(of: label) / all) : .undefined(.nothingMarked))
      })
  }
}
