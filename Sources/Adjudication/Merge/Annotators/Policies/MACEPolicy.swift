public import Standoff

/// Weighs annotators by how often they look rather than guess: the model MACE.
///
/// D. Hovy, T. Berg-Kirkpatrick, A. Vaswani, E. Hovy, Learning Whom to Trust with MACE, NAACL 2013,
/// pages 1120 to 1130. The answers are the labels and that nothing is there; each annotator either says
/// what is true or something drawn from his habits. The likeliest answer stands. About words and
/// properties those vote who have the annotation, by how often each looks.
public struct MACEPolicy: MergePolicy {
  /// What was learned; `nil` before ``prepared(for:annotators:)``.
  public let model: MACE?

  private let seed: UInt64

  /// Creates the policy, which learns when it is prepared; `seed` draws its first guesses.
  public init(seed: UInt64 = 0) { (model, self.seed) = (nil, seed) }

  private init(_ model: MACE) { (self.model, seed) = (model, 0) }

  /// What the policy is called on the command line.
  public var name: String { "weighted=mace" }

  /// It has to know the questions about labels.
  public var learns: Bool { true }

  /// The policy, ready to be asked.
  ///
  /// - Throws: `too-few-annotators`, `too-few-clusters`.
  public func prepared(
    for ballots: [Ballot], annotators: [String]
  ) throws(DiagnosticError) -> any MergePolicy {
    try CrowdAnswers.check(ballots, annotators, for: name)
    return Self(MACE(CrowdAnswers(ballots, annotators: annotators), seed: seed))
  }

  /// Labels alone tell it how somebody errs.
  public func readsAnswers(to question: Ballot.Question) -> Bool { question == .label }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    model?.verdict(on: ballot) ?? .open(mayBeNothing: true)
  }
}
