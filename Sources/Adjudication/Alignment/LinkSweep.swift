import Standoff

/// Finds the pairs of units that can stand in one cluster of a best alignment.
///
/// With n annotators and C pairs of them, a cluster costs 1 + 1/C times the sum of d - 1 over its
/// pairs of units. Where the pairs across a division of the cluster sum to C or more, the two parts
/// cost no more than the whole, so such a cluster is never needed. Hence no pair of a needed cluster
/// is C + n - 1 or more apart, and its pairs below C + 1 connect it.
struct LinkSweep {
  /// A later unit that a unit can stand in one cluster with.
  struct Link: BitwiseCopyable {
    let unit: Int
    /// How unlike they are, in units of ``Dissimilarity/one``.
    let apart: Int
  }

  /// Whether all pairs were found: they are not where there are too many to keep.
  let areAll: Bool
  /// The units that hang together.
  let components: UnitComponents

  private let links: [Link]
  /// Where in ``links`` those of each unit begin; at last where the last ones end.
  private let starts: [Int]

  /// The later units of other annotators less than C + n - 1 away from a unit, in order.
  func later(_ unit: Int) -> ArraySlice<Link> { links[starts[unit]..<starts[unit + 1]] }

  /// How unlike two units are, of which the first is the earlier; `nil` where they do not link.
  func apart(_ one: Int, _ other: Int) -> Int? {
    for place in starts[one]..<starts[one + 1] where links[place].unit == other {
      return links[place].apart
    }
    return nil
  }

  /// Units of about one length, in order of their starts.
  private struct LengthClass {
    var longest = 0
    var units: [Int] = []
    /// The place of the first unit that comes after the one whose links are looked for.
    var next = 0

    mutating func skip(to unit: Int) {
      while next < units.count, units[next] <= unit { next += 1 }
    }
  }

  /// How many pairs of so many units are kept at most, for they take memory.
  static func most(of unitCount: Int) -> Int { 16_000_000 + 64 * unitCount }

  /// Finds the pairs, or as many as may be kept.
  init(_ placement: Placement, most: Int) {
    let entries = placement.entries
    let limit = placement.linkCeiling
    let reach = Double(limit).squareRoot()
    var classes = Self.classes(of: placement)
    var links: [Link] = []
    links.reserveCapacity(2 * entries.count)
    var starts = [0]
    starts.reserveCapacity(entries.count + 1)
    var union = Union(of: entries.count)
    for (index, entry) in entries.enumerated() {
      for number in classes.indices {
        classes[number].skip(to: index)
        let distance =
          placement.sharesWords
          ? entry.length - 1 : Int(reach * Double(entry.length + classes[number].longest)) + 1
        for place in classes[number].next..<classes[number].units.count {
          let unit = classes[number].units[place]
          let other = entries[unit]
          guard other.lower - entry.lower <= distance else { break }
          guard other.annotator != entry.annotator, placement.canJoin(entry, other) else {
            continue
          }
          let apart = placement.apart(entry, other, ceiling: limit)
          guard apart < limit * Dissimilarity.one else { continue }
          links.append(Link(unit: unit, apart: apart))
          if apart < (placement.pairCount + 1) * Dissimilarity.one {
            union.join(index, unit)
          }
        }
      }
      if classes.count > 1 { links[starts[index]...].sort { $0.unit < $1.unit } }
      starts.append(links.count)
      if links.count > most { break }
    }
    areAll = starts.count > entries.count
    (self.links, self.starts) = (links, starts)
    components = UnitComponents(roots: entries.indices.map { union.root(of: $0) })
  }

  /// Where words have to be shared, how long the others are makes no difference.
  private static func classes(of placement: Placement) -> [LengthClass] {
    var classes: [LengthClass] = []
    for (index, entry) in placement.entries.enumerated() {
      let rank =
        placement.sharesWords ? 0 : Int.bitWidth - entry.length.leadingZeroBitCount
      while classes.count <= rank { classes.append(LengthClass()) }
      classes[rank].longest = max(classes[rank].longest, entry.length)
      classes[rank].units.append(index)
    }
    return classes.filter { !$0.units.isEmpty }
  }
}
