/// The units that hang together, two and more of them: the small components first, of those of one size
/// the first in the text.
struct UnitComponents {
  /// By unit, its place in its component; of a unit that stands alone 0.
  let places: [Int]

  private let units: [Int]
  private let ranges: [Range<Int>]

  /// Groups units by the first one of their component.
  init(roots: [Int]) {
    var sizes = Array(repeating: 0, count: roots.count)
    for root in roots { sizes[root] += 1 }
    let order = roots.indices.filter { sizes[$0] > 1 }.sorted { one, other in
      sizes[one] != sizes[other] ? sizes[one] < sizes[other] : one < other
    }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(order.count)
    // By root, where the next unit of its component goes.
    var next = Array(repeating: -1, count: roots.count)
    var end = 0
    for root in order {
      next[root] = end
      ranges.append(end..<end + sizes[root])
      end += sizes[root]
    }
    var units = Array(repeating: 0, count: end)
    for (unit, root) in roots.enumerated() where next[root] >= 0 {
      units[next[root]] = unit
      next[root] += 1
    }
    var places = Array(repeating: 0, count: roots.count)
    for range in ranges {
      for place in range { places[units[place]] = place - range.lowerBound }
    }
    (self.places, self.units, self.ranges) = (places, units, ranges)
  }

  /// How many components there are.
  var count: Int { ranges.count }

  /// The units of a component, in the order of the text.
  subscript(component: Int) -> ArraySlice<Int> { units[ranges[component]] }
}
