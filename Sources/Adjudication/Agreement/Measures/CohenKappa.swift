/// Cohen's kappa: how far two annotators agree beyond what their own habits would give.
///
/// Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement
/// 20(1), 1960: (Po - Pe) / (1 - Pe), where Po is the share of items with the same name and Pe the
/// sum over the names of the product of both annotators' shares of it. At most 1; 0 is chance, below
/// 0 worse than chance. Undefined where both gave one and the same name to everything.
public enum CohenKappa {
  /// Kappa of two annotators, over the items that both have read.
  public static func value(of runs: LabelRuns, between one: Int, and other: Int) -> AgreementValue {
    let counts = PairCounts(runs, one, other)
    guard counts.itemCount > 0 else { return .undefined(.nothingCompared) }
    let items = Double(counts.itemCount)
    return .chanceCorrected(
      observed: items * Double(counts.itemCount - counts.agreed),
      expected: items * items - counts.products, otherwise: .oneLabelOnly)
  }

  /// The mean over the pairs of annotators that have read something in common.
  public static func value(of runs: LabelRuns) -> AgreementValue {
    .mean(of: annotatorPairs(runs.annotatorCount).map { value(of: runs, between: $0, and: $1) })
  }
}
