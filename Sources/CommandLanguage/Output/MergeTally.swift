package import Adjudication
import Standoff

/// What came of merges, counted.
package struct MergeTally: Sendable {
  /// How many annotations all had alike, and how many something settled.
  package var agreed = 0, settled = 0
  /// How many lines do not stand.
  package var dropped = 0
  /// How many conflicts there are, by kind.
  package var conflicts: [MergeConflict.Kind: Int] = [:]
  /// How many conflicts there were before.
  package var earlier = 0
  /// Of how many merges the alignment is not known to be the best one, and by which part the disorder
  /// of one can be less at most.
  package var unproven = 0, shortfall = 0.0

  /// Begins with nothing.
  package init() {}

  /// How many conflicts there are.
  package var conflictCount: Int { conflicts.values.reduce(0, +) }

  /// Adds what came of other merges.
  package mutating func add(_ other: MergeTally) {
    agreed += other.agreed
    settled += other.settled
    dropped += other.dropped
    earlier += other.earlier
    unproven += other.unproven
    shortfall = max(shortfall, other.shortfall)
    conflicts.merge(other.conflicts) { $0 + $1 }
  }

  /// The counts in one line; `judge` is what settled, where anything did.
  package func summary(of subject: String, judge: String?) -> String {
    "merged \(subject): \(agreed) agreed, \(settled) settled\(judge.map { " by " + $0 } ?? ""), "
      + conflictSummary + ", \(dropped) dropped"
      + (earlier > 0 ? "; \(counted(earlier, "earlier conflict")) still open" : "")
      + alignment
  }

  /// `; aligned within 0.4 % of the best`.
  private var alignment: String {
    guard unproven > 0 else { return "" }
    let count = unproven > 1 ? "\(unproven) " : ""
    return "; \(count)aligned within \(shortfall.percentAtMost) of the best"
  }

  /// `3 conflicts (2 label, 1 boundary)`.
  package var conflictSummary: String {
    let kinds = MergeConflict.Kind.allCases.compactMap { kind in
      conflicts[kind].map { "\($0) \(kind.rawValue)" }
    }
    return counted(conflictCount, "conflict")
      + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")
  }
}
