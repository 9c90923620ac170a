import Standoff

/// Finds the pairs of units that can stand in one cluster of a best alignment.
///
/// With n annotators and C pairs of them, a cluster costs 1 + 1/C times the sum of d - 1 over its
/// pairs of units. Where the pairs across a division of the cluster sum to C or more, the two parts
/// cost no more than the whole, so such a cluster is never needed. Hence no pair of a needed cluster
/// is C + n - 1 or more apart, and its pairs below C + 1 connect it.
struct LinkSweep {
  /// A later unit that a unit can stand in one cluster with.
  struct Link {
    let unit: Int
    /// How unlike they are, in units of ``Dissimilarity/one``.
    let apart: Int
  }

  /// For each unit the later ones of other annotators less than C + n - 1 away, in order.
  private(set) var later: [[Link]]
  /// For each unit the first unit of its connected component.
  private(set) var component: [Int]

  /// Units of about one length, in order of their starts.
  private struct LengthClass {
    var longest = 0
    var starts: [Int] = []
    var units: [Int] = []

    /// The first place in the class with a start of at least `lower`.
    func place(from lower: Int) -> Int {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] < lower { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  init(_ placement: Placement) {
    let entries = placement.entries
    let limit = placement.pairCount + placement.annotatorCount - 1
    let reach = Double(limit).squareRoot()
    let classes = Self.classes(of: entries)
    later = Array(repeating: [], count: entries.count)
    var union = Array(entries.indices)
    for (index, entry) in entries.enumerated() {
      for lengthClass in classes {
        let distance =
          placement.sharesWords
          ? entry.length - 1 : Int(reach * Double(entry.length + lengthClass.longest)) + 1
        var place = lengthClass.place(from: entry.lower)
        while place < lengthClass.starts.count,
          lengthClass.starts[place] - entry.lower <= distance
        {
          let other = lengthClass.units[place]
          place += 1
          guard other > index, entries[other].annotator != entry.annotator,
            placement.canJoin(entry, entries[other])
          else { continue }
          let apart = Dissimilarity.whole(entry, entries[other], ceiling: limit)
          guard apart < limit * Dissimilarity.one else { continue }
          later[index].append(Link(unit: other, apart: apart))
          if apart < (placement.pairCount + 1) * Dissimilarity.one {
            Self.join(index, other, in: &union)
          }
        }
      }
      later[index].sort { $0.unit < $1.unit }
    }
    component = entries.indices.map { Self.root(of: $0, in: &union) }
  }

  private static func classes(of entries: [Placement.Entry]) -> [LengthClass] {
    var classes: [LengthClass] = []
    for (index, entry) in entries.enumerated() {
      let rank = Int.bitWidth - entry.length.leadingZeroBitCount
      while classes.count <= rank { classes.append(LengthClass()) }
      classes[rank].longest = max(classes[rank].longest, entry.length)
      classes[rank].starts.append(entry.lower)
      classes[rank].units.append(index)
    }
    return classes.filter { !$0.units.isEmpty }
  }

  /// The smaller index is always the root.
  private static func join(_ one: Int, _ other: Int, in union: inout [Int]) {
    let (a, b) = (root(of: one, in: &union), root(of: other, in: &union))
    if a != b { union[max(a, b)] = min(a, b) }
  }

  private static func root(of index: Int, in union: inout [Int]) -> Int {
    var root = index
    while union[root] != root { root = union[root] }
    var walk = index
    while union[walk] != root { (walk, union[walk]) = (union[walk], root) }
    return root
  }
}
