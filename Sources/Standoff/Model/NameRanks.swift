/// The names of several files in the order of their bytes, so that they can be compared as numbers.
package struct NameRanks: Sendable {
  /// The names by rank.
  package let names: [String]
  /// By file and the index of a name in it, the rank.
  package let ranks: [[UInt32]]

  /// Ranks the names of files.
  package init(_ files: [StandoffLines]) {
    var table = NameTable()
    let places = files.map { $0.annotations.store.names.places(in: &table) }
    let order = table.order
    names = order.map { table[$0] }
    var ranks = Array(repeating: UInt32(0), count: order.count)
    for (rank, place) in order.enumerated() { ranks[Int(place)] = UInt32(rank) }
    self.ranks = places.map { $0.map { ranks[Int($0)] } }
  }
}
