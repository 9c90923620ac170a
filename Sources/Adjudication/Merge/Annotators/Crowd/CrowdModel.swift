import Glibc

/// A model of how far to trust whom, learned together with what is likely true from what annotators said
/// of many things.
protocol CrowdModel: Sendable {
  /// What was learned from.
  var answers: CrowdAnswers { get }
  /// What each annotator weighs about words and properties, which the model does not know.
  var weights: [String: Double] { get }

  /// How likely each label is for what was said of one thing.
  func probability(_ item: [(annotator: Int, label: Int)]) -> [Double]
}

extension CrowdModel {
  /// What becomes of a question: about labels the likeliest answer stands, about all else what more than
  /// half decide.
  func verdict(on ballot: Ballot) -> Ballot.Verdict {
    guard ballot.question == .label else { return ballot.majority(weighing: weights) }
    return ballot.likeliest(answers.posterior(of: ballot, by: probability))
  }
}

/// Shares that sum to 1, of numbers of which the logarithms are given, and the logarithm of their sum.
func normalized(logarithms: [Double]) -> (share: [Double], logarithm: Double) {
  let most = logarithms.max() ?? 0
  let weights = logarithms.map { exp($0 - most) }
  let sum = weights.reduce(0, +)
  return (weights.map { $0 / sum }, most + log(sum))
}
