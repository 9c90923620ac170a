/// Fleiss' kappa: Scott's pi for any number of annotators.
///
/// Fleiss, Measuring Nominal Scale Agreement among Many Raters, Psychological Bulletin 76(5), 1971:
/// (Pa - Pe) / (1 - Pe), where Pa is the mean over the items of the share of pairs of annotators that
/// gave the same name, and Pe the sum over the names of the square of its share, all annotators
/// together. At most 1; 0 is chance. Undefined where only one name occurs.
public enum FleissKappa {
  /// Kappa of all annotators, over the items that all have read.
  public static func value(of runs: LabelRuns) -> AgreementValue {
    let annotators = runs.annotatorCount
    guard annotators > 1 else { return .undefined(.fewerThanTwoAnnotators) }
    var totals = Array(repeating: 0, count: runs.names.count)
    var (items, disagreed) = (0, 0)
    for (run, count) in runs.counts.enumerated() {
      let names = runs.names(ofRun: run)
      guard !names.contains(LabelRuns.unread) else { continue }
      items += count
      for name in names {
        totals[name] += count
        disagreed += count * names.count { $0 != name }
      }
    }
    guard items > 0 else { return .undefined(.nothingOfAll) }
    let given = Double(items) * Double(annotators)
    let squares = totals.reduce(0.0) { $0 + Double($1) * Double($1) }
    return .chanceCorrected(
      observed: Double(disagreed) / Double(annotators - 1) * given,
      expected: given * given - squares, otherwise: .oneLabelOnly)
  }
}
