public import Standoff

/// The first in a list of annotators who says anything decides; saying nothing is no answer here.
public struct PriorityPolicy: MergePolicy {
  /// The annotators, the one who decides first.
  public let annotators: [String]

  /// Creates the policy.
  public init(_ annotators: [String]) { self.annotators = annotators }

  /// What the policy is called on the command line.
  public var name: String { "priority=" + annotators.joined(separator: ",") }

  /// Only who says the same counts.
  public func readsAnswers(to question: Ballot.Question) -> Bool { false }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    for annotator in annotators {
      let answer = ballot.answers.firstIndex { $0.annotators.contains(annotator) }
      if let answer { return .stands(answer) }
    }
    return .open(mayBeNothing: false)
  }

  /// The policy, ready to be asked.
  ///
  /// - Throws: `unknown-annotator` where the list and the annotators are not the same.
  public func prepared(
    for ballots: [Ballot], annotators: [String]
  ) throws(DiagnosticError) -> any MergePolicy {
    try checkNames(self.annotators, against: annotators)
    return self
  }
}
