/// Davies and Fleiss' kappa: Cohen's for any number of annotators.
///
/// Davies and Fleiss, Measuring Agreement for Multinomial Data, Biometrics 38(4), 1982: the ratio of
/// the means, (mean Po - mean Pe) / (1 - mean Pe) over all pairs of annotators, with Po and Pe as in
/// ``CohenKappa``; not the mean of the ratios. Pairs that have read nothing in common are passed over.
/// At most 1. Undefined where only one name occurs.
public enum DaviesFleissKappa {
  /// Kappa of all annotators, each pair over the items that both have read.
  public static func value(of runs: LabelRuns) -> AgreementValue {
    guard runs.annotatorCount > 1 else { return .undefined(.fewerThanTwoAnnotators) }
    let pairs = annotatorPairs(runs.annotatorCount).map { PairCounts(runs, $0, $1) }
      .filter { $0.itemCount > 0 }
    guard !pairs.isEmpty else { return .undefined(.nothingCompared) }
    guard !pairs.allSatisfy(\.isUniform) else { return .undefined(.oneLabelOnly) }
    var (observed, expected) = (0.0, 0.0)
    for counts in pairs {
      let items = Double(counts.itemCount)
      observed += Double(counts.itemCount - counts.agreed) / items
      expected += (items * items - counts.products) / (items * items)
    }
    return .chanceCorrected(observed: observed, expected: expected, otherwise: .oneLabelOnly)
  }
}
