/// Which spans of a passage are one thing to all who marked it, put together from pairs of annotators.
///
/// What two have in common and either has in common with a third is one; of no annotator two spans are in
/// one, so that a pair which would bring that about is passed over.
struct MarkedTogether {
  private let starts: [Int]
  private var union: Union
  /// By the smallest number of a thing, whose spans are in it.
  private var owners: [Set<Int>]

  /// Begins with each span by itself.
  init(_ passage: Passage) {
    var starts: [Int] = []
    var owners: [Set<Int>] = []
    for (annotator, units) in passage.units.enumerated() {
      starts.append(owners.count)
      owners += Array(repeating: [annotator], count: units.count)
    }
    self.starts = starts
    self.owners = owners
    union = Union(of: owners.count)
  }

  /// Adds what two annotators have in common.
  mutating func join(_ one: Int, _ other: Int, _ pairs: ClosestPairs) {
    for pair in pairs.pairs {
      let a = union.root(of: starts[one] + pair.first)
      let b = union.root(of: starts[other] + pair.second)
      guard a != b, owners[a].isDisjoint(with: owners[b]) else { continue }
      union.join(a, b)
      owners[min(a, b)].formUnion(owners[max(a, b)])
    }
  }

  /// By annotator, the place of the span in each thing, in the order of the first spans.
  mutating func things() -> [[Int?]] {
    var things: [[Int?]] = []
    var numbers: [Int: Int] = [:]
    for number in owners.indices {
      let root = union.root(of: number)
      let annotator = starts.lastIndex { $0 <= number } ?? 0
      let thing = numbers[root] ?? things.count
      if thing == things.count {
        numbers[root] = thing
        things.append(Array(repeating: nil, count: starts.count))
      }
      things[thing][annotator] = number - starts[annotator]
    }
    return things
  }
}
