/// An attribute, reference or note that stands in a merged file.
struct StandingProperty: Sendable {
  /// What it is on.
  enum Owner: Hashable, BitwiseCopyable, Sendable {
    case stand(Int)
    case property(Int)
  }

  /// What it is on.
  let owner: Owner
  /// Whose it is; all these lines say the same.
  let holders: Range<Int>
}
