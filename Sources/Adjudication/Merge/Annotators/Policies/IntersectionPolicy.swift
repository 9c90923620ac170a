/// What all say alike stands, and all else goes.
public struct IntersectionPolicy: MergePolicy {
  /// Creates the policy.
  public init() {}

  /// What the policy is called on the command line.
  public var name: String { "intersection" }

  /// Only who says the same counts.
  public func readsAnswers(to question: Ballot.Question) -> Bool { false }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    ballot.isUnanimous ? .stands(0) : .nothing
  }
}
