/// Krippendorff's alpha: how far any number of annotators agree beyond chance, each item counting as
/// far as it was read.
///
/// Krippendorff, Content Analysis, 2nd edition, 2004, chapter 11: 1 - Do / De over the matrix of
/// coincidences, in which each item gives every ordered pair of its names the weight 1 / (m - 1),
/// where m annotators have read it; items read by one alone are left out. At most 1; 0 is chance.
/// Undefined where only one name occurs.
public enum KrippendorffAlpha {
  /// How unlike two names are.
  public enum Metric: Sendable, CaseIterable {
    /// 0 for the same set of labels, else 1.
    case nominal
    /// 1 less MASI: Passonneau, Measuring Agreement on Set-Valued Items, LREC 2006. The Jaccard index
    /// of the sets times 1 for equal sets, 2/3 where one holds the other, 1/3 where they cross; nothing
    /// marked and something marked are 1 apart.
    case masi

    /// The distance of two sets of labels without repeats.
    func distance(_ one: LabelRuns.LabelSet, _ other: LabelRuns.LabelSet) -> Double {
      guard one != other else { return 0 }
      guard self == .masi else { return 1 }
      let shared = Set(one).intersection(other).count
      let union = one.count + other.count - shared
      let isHeld = shared == one.count || shared == other.count
      return 1 - Double(shared) / Double(union) * (isHeld ? 2.0 / 3 : 1.0 / 3)
    }
  }

  /// Alpha of all annotators.
  public static func value(of runs: LabelRuns, metric: Metric = .nominal) -> AgreementValue {
    value(of: runs, Distances(runs, metric))
  }

  static func value(of runs: LabelRuns, _ distances: Distances) -> AgreementValue {
    guard runs.annotatorCount > 1 else { return .undefined(.fewerThanTwoAnnotators) }
    var totals = Array(repeating: 0, count: runs.names.count)
    // By how many annotators read the items, for their weights differ.
    var disagreements = Array(repeating: 0.0, count: runs.annotatorCount + 1)
    for (run, count) in runs.counts.enumerated() where count > 0 {
      let names = runs.names(ofRun: run)
      let readers = names.count { $0 != LabelRuns.unread }
      guard readers > 1 else { continue }
      for name in names where name != LabelRuns.unread { totals[name] += count }
      disagreements[readers] += distances.sums[run] * Double(count)
    }
    let all = totals.reduce(0, +)
    guard all > 0 else { return .undefined(.nothingCompared) }
    var observed = 0.0
    for (readers, sum) in disagreements.enumerated() where readers > 1 {
      observed += sum / Double(readers - 1)
    }
    return .chanceCorrected(
      observed: observed * Double(all - 1), expected: distances.sum(weighing: totals),
      otherwise: .oneLabelOnly)
  }
}
