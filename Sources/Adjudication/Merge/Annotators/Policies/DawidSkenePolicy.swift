public import Standoff

/// Weighs annotators by how they err, as the labels of all clusters tell: the model of Dawid and Skene.
///
/// A. P. Dawid, A. M. Skene, Maximum Likelihood Estimation of Observer Error-Rates Using the EM
/// Algorithm, Applied Statistics 28(1), 1979. The answers are the labels and that nothing is there;
/// each annotator has a table of how often he says one for another. The likeliest answer stands. About
/// words and properties those vote who have the annotation, by how often each is right.
public struct DawidSkenePolicy: MergePolicy {
  /// What was learned; `nil` before ``prepared(for:annotators:)``.
  public let model: DawidSkene?

  /// Creates the policy, which learns when it is prepared.
  public init() { model = nil }

  private init(_ model: DawidSkene) { self.model = model }

  /// What the policy is called on the command line.
  public var name: String { "weighted=ds" }

  /// It has to know the questions about labels.
  public var learns: Bool { true }

  /// The policy, ready to be asked.
  ///
  /// - Throws: `too-few-annotators`, `too-few-clusters`.
  public func prepared(
    for ballots: [Ballot], annotators: [String]
  ) throws(DiagnosticError) -> any MergePolicy {
    try CrowdAnswers.check(ballots, annotators, for: name)
    return Self(DawidSkene(CrowdAnswers(ballots, annotators: annotators)))
  }

  /// Labels alone tell it how somebody errs.
  public func readsAnswers(to question: Ballot.Question) -> Bool { question == .label }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    model?.verdict(on: ballot) ?? .open(mayBeNothing: true)
  }
}
