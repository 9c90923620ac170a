/// Why a part of a measure has no value.
public struct UndefinedAgreement: Error, Hashable, Sendable {
  /// The reason.
  public let reason: AgreementValue.Reason

  /// Creates it.
  public init(_ reason: AgreementValue.Reason) { self.reason = reason }
}
