/// Which units of several annotators stand for one thing: each unit in exactly one cluster.
public struct Alignment: Hashable, Sendable {
  /// At most one unit of each annotator, thought to mean the same: a unitary alignment.
  public struct Cluster: Hashable, Sendable {
    /// By annotator, the place of the unit among that annotator's units; `nil` where none belongs.
    public let members: [Int?]
    /// The mean over the pairs of annotators of how unlike their units are, 1 for a missing unit.
    public let cost: Double

    /// Creates a cluster.
    public init(members: [Int?], cost: Double) {
      self.members = members
      self.cost = cost
    }

    /// How many annotators have a unit in the cluster.
    public var count: Int { members.count { $0 != nil } }
  }

  /// The clusters in the order of the text.
  public let clusters: [Cluster]
  /// The costs of all clusters by the mean number of units of an annotator: 0 if and only if all
  /// marked the same; `nil` where fewer than two annotators, or no unit, are there to disagree.
  public let disorder: Double?

  /// Creates an alignment of `unitCount` units of `annotatorCount` annotators.
  init(clusters: [Cluster], annotatorCount: Int, unitCount: Int) {
    self.clusters = clusters
    guard annotatorCount > 1, unitCount > 0 else {
      disorder = nil
      return
    }
    let sum = clusters.reduce(0) { $0 + $1.cost }
    disorder = sum * Double(annotatorCount) / Double(unitCount)
  }
}

/// Thrown where the best alignment is out of reach: too many annotators marked too much of one
/// place.
public struct AlignmentLimitReached: Error, Hashable, Sendable, CustomStringConvertible {
  /// How many steps were made before the search was given up.
  public let steps: Int

  /// What happened, and what helps.
  public var description: String {
    "the best alignment was not found within \(steps) steps, for too many spans lie on one place; "
      + "compare fewer annotators or one label at a time"
  }
}
