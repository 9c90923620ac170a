public import Standoff

/// As a majority, but each annotator weighs as much as was given.
public struct WeightPolicy: MergePolicy {
  /// What each annotator weighs.
  public let weights: [(annotator: String, weight: Double)]

  private let byName: [String: Double]

  /// Creates the policy; an annotator who is not named weighs nothing.
  public init(_ weights: [(annotator: String, weight: Double)]) {
    self.weights = weights
    byName = Dictionary(weights) { first, _ in first }
  }

  /// What the policy is called on the command line.
  public var name: String {
    "weighted="
      + weights.map { "\($0.annotator):\(Self.spelled($0.weight))" }.joined(separator: ",")
  }

  /// A weight as people type it: 2, and 0.5.
  private static func spelled(_ weight: Double) -> String {
    Int(exactly: weight).map(String.init) ?? "\(weight)"
  }

  /// Only who says the same counts.
  public func readsAnswers(to question: Ballot.Question) -> Bool { false }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    ballot.majority(weighing: byName)
  }

  /// The policy, ready to be asked.
  ///
  /// - Throws: `unknown-annotator` where the weights are not those of the annotators.
  public func prepared(
    for ballots: [Ballot], annotators: [String]
  ) throws(DiagnosticError) -> any MergePolicy {
    try checkNames(weights.map(\.annotator), against: annotators)
    return self
  }
}
