/// What a measure says: a number, or that there is none and why.
///
/// A measure that compares what was seen with what chance would give has no value where chance
/// leaves nothing to disagree about. Such a value is never replaced by a number.
public enum AgreementValue: Hashable, Sendable {
  /// A finite number; what it means and its range stand with the measure.
  case number(Double)
  /// No value exists.
  case undefined(Reason)

  /// Why a measure has no value.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Agreement takes two.
    case fewerThanTwoAnnotators = "fewer than two annotators"
    /// No annotator marked anything.
    case nothingMarked = "nothing is marked"
    /// There is no code point, word or document that two annotators have read.
    case nothingCompared = "nothing was read by two annotators"
    /// There is no code point or place that all annotators have read or marked.
    case nothingOfAll = "nothing was read or marked by all annotators"
    /// Everything has the same label, so that chance alone would agree as well.
    case oneLabelOnly = "only one label occurs"
    /// Chance would not disagree, whatever the annotators had done.
    case noChanceDisagreement = "chance leaves nothing to disagree about"
    /// One annotator marked a place twice with one label.
    case sameLabelOverlap = "spans of one label overlap"
    /// One annotator marked a place twice.
    case overlap = "spans overlap; measure one label at a time"
    /// No units of two annotators share a place.
    case nothingShared = "no place is marked by two annotators"
    /// Gamma-k is about one label.
    case oneLabelEach = "it is a number for each label"
    /// Nobody was said to be right.
    case noReference = "no annotator is the reference"
  }

  /// The number, where there is one.
  public var number: Double? { if case .number(let value) = self { value } else { nil } }
}

extension AgreementValue {
  /// 1 less what was observed by what is expected; without a value where chance expects nothing.
  static func chanceCorrected(
    observed: Double, expected: Double, otherwise reason: Reason
  ) -> AgreementValue {
    expected > 0 ? .number(1 - observed / expected) : .undefined(reason)
  }

  /// The mean of the values of pairs of annotators that have read something in common; the first
  /// reason where one of these has none.
  static func mean(of pairs: [AgreementValue]) -> AgreementValue {
    guard let first = pairs.first else { return .undefined(.fewerThanTwoAnnotators) }
    let met = pairs.filter { $0 != .undefined(.nothingCompared) }
    guard !met.isEmpty else { return first }
    var sum = 0.0
    for value in met {
      guard case .number(let number) = value else { return value }
      sum += number
    }
    return .number(sum / Double(met.count))
  }
}

extension AgreementValue: CustomStringConvertible {
  /// The number, or `undefined` with its reason.
  public var description: String {
    switch self {
    case .number(let value): String(value)
    case .undefined(let reason): "undefined (\(reason.rawValue))"
    }
  }
}
