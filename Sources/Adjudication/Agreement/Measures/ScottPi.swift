/// Scott's pi: how far two annotators agree beyond what the names' own frequencies would give.
///
/// Scott, Reliability of Content Analysis: The Case of Nominal Scale Coding, Public Opinion
/// Quarterly 19(3), 1955: (Po - Pe) / (1 - Pe), where Po is the share of items with the same name and
/// Pe the sum over the names of the square of its share, both annotators together. At most 1; 0 is
/// chance. Undefined where only one name occurs.
public enum ScottPi {
  /// Pi of two annotators, over the items that both have read.
  public static func value(of runs: LabelRuns, between one: Int, and other: Int) -> AgreementValue {
    let counts = PairCounts(runs, one, other)
    guard counts.itemCount > 0 else { return .undefined(.nothingCompared) }
    let items = Double(counts.itemCount)
    let squares = zip(counts.first, counts.second).reduce(0.0) { sum, pair in
      sum + Double(pair.0 + pair.1) * Double(pair.0 + pair.1)
    }
    return .chanceCorrected(
      observed: 4 * items * Double(counts.itemCount - counts.agreed),
      expected: 4 * items * items - squares, otherwise: .oneLabelOnly)
  }

  /// The mean over the pairs of annotators that have read something in common.
  public static func value(of runs: LabelRuns) -> AgreementValue {
    .mean(of: annotatorPairs(runs.annotatorCount).map { value(of: runs, between: $0, and: $1) })
  }
}
