/// What anybody says stands; only answers that differ are a conflict.
public struct UnionPolicy: MergePolicy {
  /// Creates the policy.
  public init() {}

  /// What the policy is called on the command line.
  public var name: String { "union" }

  /// Only who says the same counts.
  public func readsAnswers(to question: Ballot.Question) -> Bool { false }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    ballot.answers.count == 1 ? .stands(0) : .open(mayBeNothing: false)
  }
}
