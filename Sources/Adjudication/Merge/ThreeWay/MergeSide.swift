/// One of the two sides of a three-way merge.
public enum MergeSide: String, Hashable, Sendable, CaseIterable {
  /// The side that is merged into; in git, the branch that is checked out.
  case ours
  /// The side that is merged; in git, the branch that is named.
  case theirs

  /// The other one.
  public var opposite: MergeSide { self == .ours ? .theirs : .ours }
}
