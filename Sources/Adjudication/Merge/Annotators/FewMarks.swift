/// The putting together of few annotations that hang together with no others, by looking at all the ways in
/// which they can be divided into clusters.
///
/// It comes to what ``PlacedClusters`` comes to, without lists of what links. Sets of annotations are
/// numbers here, with a bit for each of them.
struct FewMarks {
  /// How many annotations are few; there are 203 ways to divide so many.
  static var most: Int { 6 }

  /// What the clusters so far cost, see ``Alignment/Cluster/cost``.
  private(set) var cost = 0.0

  private let variants: VariantList
  /// See ``Placement/joinSaving(of:)``.
  private let division: Int
  /// See ``Placement/linkCeiling(of:)``.
  private let ceiling: Int
  /// The annotations of a group, and of which variant each is.
  private var units: [(mark: Mark, variant: Int)] = []
  /// By set, what it saves as one cluster; `nil` where it cannot be one.
  private var savings: [Int?]
  /// By set, what its best division saves, the cluster in that which has the first annotation, and
  /// whether another division saves as much.
  private var divisions: [(saving: Int, first: Int, isTied: Bool)]

  /// Prepares for so many annotators who marked anything; `nil` where they are so many that what is
  /// saved does not fit an `Int`.
  init?(_ variants: VariantList, annotatorCount: Int) {
    let pairCount = Placement.pairCount(of: annotatorCount)
    guard Dissimilarity.isWritable(pairCount: pairCount) else { return nil }
    self.variants = variants
    division = Placement.joinSaving(of: annotatorCount)
    ceiling = Placement.linkCeiling(of: annotatorCount)
    savings = Array(repeating: nil, count: 1 << Self.most)
    divisions = Array(repeating: (0, 0, false), count: 1 << Self.most)
  }

  /// Gives the variants of a group their clusters, numbered from `count` on; leaves `homes` as it is where
  /// that is not as simple: there are more annotations, some are in pieces, or their order decides.
  mutating func cluster(
    _ group: some Sequence<Int>, _ homes: inout [Int], _ count: inout Int
  ) {
    units.removeAll(keepingCapacity: true)
    for variant in group {
      for place in variants.range(of: variant) {
        guard units.count < Self.most, variants.marks[place].pieces == 0 else { return }
        units.append((variants.marks[place], variant))
      }
    }
    if units[0].variant != units[units.count - 1].variant {
      divide()
      put(&homes, &count)
      return
    }
    // What is alike stands together.
    homes[units[0].variant] = count
    count += 1
    let pairs = units.count * (units.count - 1) / 2
    cost += 1 - Double(pairs * Dissimilarity.one) / Double(division)
  }

  /// Puts each variant where the best division has it; none where there are two of these, or one
  /// parts a variant.
  private mutating func put(_ homes: inout [Int], _ count: inout Int) {
    let all = 1 << units.count - 1
    guard !divisions[all].isTied else { return }
    var rest = all
    while rest != 0 {
      let cluster = divisions[rest].first
      let isWhole = units.indices.dropFirst().allSatisfy { place in
        units[place].variant != units[place - 1].variant
          || cluster >> place & 1 == cluster >> (place - 1) & 1
      }
      guard isWhole else { return }
      rest ^= cluster
    }
    rest = all
    while rest != 0 {
      let cluster = divisions[rest].first
      for place in units.indices where cluster >> place & 1 == 1 {
        homes[units[place].variant] = count
      }
      count += 1
      rest ^= cluster
    }
    cost += Double(units.count) - Double(divisions[all].saving) / Double(division)
  }

  /// Finds the best division of every set.
  private mutating func divide() {
    savings[0] = 0
    divisions[0] = (0, 0, false)
    for set in 1..<1 << units.count {
      let rest = set & (set - 1)
      savings[set] = saving(ofJoining: set.trailingZeroBitCount, to: rest)
      // The first annotation by itself, then with some of the others.
      var best = divisions[rest]
      best.first = set ^ rest
      var others = rest
      while others != 0 {
        let cluster = set ^ rest | others
        if let own = savings[cluster], own > 0 {
          let left = divisions[set ^ cluster]
          let saving = own + left.saving
          if saving > best.saving {
            best = (saving, cluster, left.isTied)
          } else if saving == best.saving {
            best.isTied = true
          }
        }
        others = (others - 1) & rest
      }
      divisions[set] = best
    }
  }

  /// What a set saves as one cluster when an annotation joins it; `nil` where it cannot.
  private func saving(ofJoining one: Int, to set: Int) -> Int? {
    guard set != 0, var saving = savings[set] else { return set == 0 ? 0 : nil }
    saving += division
    var rest = set
    while rest != 0 {
      guard let apart = apart(one, rest.trailingZeroBitCount) else { return nil }
      saving -= apart - Dissimilarity.one
      rest &= rest - 1
    }
    return saving
  }

  /// How unlike two annotations are, in units of ``Dissimilarity/one``; `nil` where they do not link.
  private func apart(_ one: Int, _ other: Int) -> Int? {
    let (a, b) = (units[one].mark, units[other].mark)
    guard a.annotator != b.annotator else { return nil }
    guard units[one].variant != units[other].variant else { return 0 }
    let isOneLabel = a.label == b.label
    let shared = Int(min(a.upper, b.upper)) - Int(max(a.lower, b.lower))
    let lengths = a.length + b.length
    guard shared > 0, Placement.canJoin(sharing: shared, of: lengths, isOneLabel: isOneLabel)
    else { return nil }
    let shift = abs(Int(a.lower) - Int(b.lower)) + abs(Int(a.upper) - Int(b.upper))
    let apart = Dissimilarity.inWholes(
      Dissimilarity.ofStretches(shift: shift, lengths: lengths, isOneLabel: isOneLabel),
      ceiling: ceiling)
    return apart < ceiling * Dissimilarity.one ? apart : nil
  }
}
