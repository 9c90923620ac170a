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

  /// What the disorder of any alignment is at least, as far as the search for the best one came:
  /// ``disorder`` itself where this is it, else below.
  public let leastDisorder: Double?

  /// Creates an alignment of `unitCount` units of `annotatorCount` annotators; `shortfall` is how much
  /// less the costs of another one can sum to.
  init(clusters: [Cluster], annotatorCount: Int, unitCount: Int, shortfall: Double) {
    self.clusters = clusters
    guard annotatorCount > 1, unitCount > 0 else {
      (disorder, leastDisorder) = (nil, nil)
      return
    }
    let sum = clusters.reduce(0) { $0 + $1.cost }
    let (annotators, units) = (Double(annotatorCount), Double(unitCount))
    disorder = sum * annotators / units
    leastDisorder = max(0, sum - shortfall) * annotators / units
  }

  /// Whether no alignment has less disorder.
  public var isBest: Bool { disorder == leastDisorder }

  /// By which part of it the disorder can be less at most: 0 where this is the best alignment.
  public var shortfall: Double {
    guard let disorder, let leastDisorder, disorder > 0 else { return 0 }
    return (disorder - leastDisorder) / disorder
  }
}
