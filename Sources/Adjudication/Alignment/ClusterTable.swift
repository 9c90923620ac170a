/// The clusters of two and more units that a choice can be made of, by number.
///
/// Units are known by their places in the component that the choice is about, those of a cluster in
/// order.
struct ClusterTable {
  /// By cluster, what it saves against its units standing alone, in units of ``Dissimilarity/one`` by
  /// pairs of annotators.
  private(set) var savings: [Int] = []
  private var ends: [Int] = []
  private var units: [Int] = []
  /// Beside each of `units`, the most that is lost where another cluster takes it.
  private var losses: [Int] = []

  /// Adds a cluster.
  mutating func append(_ units: [Int], saving: Int, losses: [Int]) {
    savings.append(saving)
    self.units += units
    self.losses += losses
    ends.append(self.units.count)
  }

  /// How many clusters there are.
  var count: Int { savings.count }

  /// How many units they have, all together.
  var memberCount: Int { units.count }

  /// The units of a cluster.
  func units(of cluster: Int) -> ArraySlice<Int> { units[places(of: cluster)] }

  /// Beside each unit of a cluster, the most that is lost where another one takes it.
  func losses(of cluster: Int) -> ArraySlice<Int> { losses[places(of: cluster)] }

  private func places(of cluster: Int) -> Range<Int> {
    (cluster > 0 ? ends[cluster - 1] : 0)..<ends[cluster]
  }
}
