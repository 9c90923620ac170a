/// More than half decide, first whether something is there, then, of those who have it, what it says;
/// a tie is a conflict.
public struct MajorityPolicy: MergePolicy {
  /// Creates the policy.
  public init() {}

  /// What the policy is called on the command line.
  public var name: String { "majority" }

  /// Only who says the same counts.
  public func readsAnswers(to question: Ballot.Question) -> Bool { false }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    ballot.majority { Double($0.count) }
  }
}

extension Ballot {
  /// What more than half decide, where each annotator weighs what `weights` has, and others nothing.
  func majority(weighing weights: [String: Double]) -> Ballot.Verdict {
    majority { $0.reduce(0) { $0 + (weights[$1] ?? 0) } }
  }

  /// What more than half decide, where annotators weigh as much as `weight` says.
  func majority(weight: ([String]) -> Double) -> Ballot.Verdict {
    let all = weight(voters)
    let weights = answers.map { weight($0.annotators) }
    let present = weights.reduce(0, +)
    // Sums of the same weights may differ by rounding, as 0.1 + 0.2 and 0.3 do.
    let noise = 1e-9 * all
    let isTie = abs(2 * present - all) <= noise
    if 2 * present < all, !isTie { return .nothing }
    guard let best = weights.indices.max(by: { weights[$0] < weights[$1] }),
      2 * weights[best] - present > noise, !isTie
    else { return .open(mayBeNothing: isTie) }
    return .stands(best)
  }
}
