/// What all agree on is settled, and all else is a conflict.
public struct AgreedPolicy: MergePolicy {
  /// Creates the policy.
  public init() {}

  /// What the policy is called on the command line.
  public var name: String { "agreed" }

  /// Only who says the same counts.
  public func readsAnswers(to question: Ballot.Question) -> Bool { false }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    ballot.isUnanimous
      ? .stands(0) : .open(mayBeNothing: ballot.answerCount < ballot.voters.count)
  }
}
