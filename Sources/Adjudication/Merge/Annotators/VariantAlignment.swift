import Standoff

/// The putting together of variants that are readings of one thing.
struct VariantAlignment {
  /// By variant, the number of its cluster; the clusters are numbered in no order.
  private(set) var homes: [Int]
  /// How many clusters there are; some may be empty.
  private(set) var count = 0
  /// By which part of it the disorder can be less at most; 0 where the alignment is the best one.
  private(set) var shortfall = 0.0

  private let variants: VariantList

  init(
    _ variants: VariantList, _ list: MarkList, _ article: Article, _ annotatorCount: Int,
    stepLimit: Int
  ) {
    self.variants = variants
    homes = Array(repeating: -1, count: variants.count)
    // Whoever marked nothing at all has no part in what goes together.
    var isActive = Array(repeating: false, count: annotatorCount)
    for mark in variants.marks { isActive[Int(mark.annotator)] = true }
    let activeCount = isActive.count { $0 }
    let open = homeUnanimous(list, activeCount: activeCount)
    let (hard, cost) = homeFew(open, activeCount: activeCount)
    guard !hard.isEmpty else { return }
    var places = Array(repeating: 0, count: annotatorCount)
    for (place, source) in isActive.indices.filter({ isActive[$0] }).enumerated() {
      places[source] = place
    }
    var units = Array(repeating: [Continuum.Unit](), count: activeCount)
    var owners = Array(repeating: [Int](), count: activeCount)
    for variant in hard {
      guard let unit = Self.unit(variants.first(of: variant), list) else { continue }
      for mark in variants.range(of: variant) {
        let place = places[Int(variants.marks[mark].annotator)]
        units[place].append(unit)
        owners[place].append(variant)
      }
    }
    let continuum = Continuum(scope: TextRange(0, article.scalarCount), units: units)
    let placement = Placement(of: continuum, sharingWords: true)
    let found = PlacedClusters(of: placement, stepLimit: stepLimit)
    shortfall = found.shortfall(of: placement, beside: cost)
    join(found, placement, owners)
  }

  /// Gives clusters of their own to what all have alike and to what lies on no words or on the whole
  /// article; tells the other variants.
  private mutating func homeUnanimous(_ list: MarkList, activeCount: Int) -> [Int] {
    var open: [Int] = []
    for variant in 0..<variants.count {
      let first = variants.first(of: variant)
      if variants.range(of: variant).count < activeCount, first.article == 0,
        first.pieces == 0 ? first.lower < first.upper : Self.unit(first, list) != nil
      {
        open.append(variant)
      } else {
        homes[variant] = count
        count += 1
      }
    }
    return open
  }

  /// Gives clusters to the variants that hang together with few others; tells those that are left, in the
  /// order of the text, and what the clusters cost.
  private mutating func homeFew(
    _ open: [Int], activeCount: Int
  ) -> (hard: [Int], cost: Double) {
    guard let groups = VariantGroups(variants, open),
      var few = FewMarks(variants, annotatorCount: activeCount)
    else { return (open, 0) }
    for group in 0..<groups.count { few.cluster(groups[group], &homes, &count) }
    return (open.filter { homes[$0] < 0 }, few.cost)
  }

  /// Turns an alignment of annotations into one of variants.
  ///
  /// The best alignment may part what was marked alike, where that brings the others closer. A variant
  /// stays whole here: it goes to the cluster that has most of it, and what stands in its way there
  /// leaves. The larger variants go first.
  private mutating func join(
    _ found: PlacedClusters, _ placement: Placement, _ owners: [[Int]]
  ) {
    // Clusters of the alignment come after those that were not aligned.
    let before = count
    count += found.count
    var isParted = Array(repeating: false, count: variants.count)
    var areParted = false
    for (number, entry) in zip(found.numbers, placement.entries) {
      let variant = owners[entry.source.annotator][entry.source.index]
      if homes[variant] < 0 { homes[variant] = before + number }
      if homes[variant] != before + number { (isParted[variant], areParted) = (true, true) }
    }
    guard areParted else { return }
    // Where each annotation is, with the variant that it is of.
    let parts = zip(found.numbers, placement.entries).map { number, entry in
      (home: before + number, variant: owners[entry.source.annotator][entry.source.index])
    }
    gather(parts, isParted)
  }

  /// Makes variants whole that are in several clusters.
  private mutating func gather(_ parts: [(home: Int, variant: Int)], _ isParted: [Bool]) {
    // By variant that is parted, how much of it is in which cluster; and the clusters that have some.
    var shares: [Int: [Int: Int]] = [:]
    var isTouched = Array(repeating: false, count: count)
    for part in parts where isParted[part.variant] {
      shares[part.variant, default: [:]][part.home, default: 0] += 1
      isTouched[part.home] = true
    }
    var members: [Int: Set<Int>] = [:]
    for part in parts where isTouched[part.home] {
      members[part.home, default: []].insert(part.variant)
    }
    func move(_ variant: Int, to home: Int) {
      for place in shares[variant].map({ Array($0.keys) }) ?? [homes[variant]] {
        members[place]?.remove(variant)
      }
      members[home, default: []].insert(variant)
      shares[variant] = [home: variants[variant].count]
      homes[variant] = home
    }
    let order = isParted.indices.filter { isParted[$0] }.sorted { one, other in
      let (a, b) = (variants[one].count, variants[other].count)
      return a != b ? a > b : one < other
    }
    for variant in order {
      let places = (shares[variant] ?? [:]).sorted { $0.key < $1.key }
      // Of several that have as much the first.
      let home = places.dropFirst().reduce(places.first) { best, place in
        place.value > best?.value ?? 0 ? place : best
      }
      guard places.count > 1, let home = home?.key else { continue }
      let own = Set(variants[variant].map(\.annotator))
      let inTheWay = (members[home] ?? []).filter { other in
        other != variant && variants[other].contains { own.contains($0.annotator) }
      }
      for other in inTheWay.sorted() {
        count += 1
        move(other, to: count - 1)
      }
      move(variant, to: home)
    }
  }

  private static func unit(_ mark: Mark, _ list: MarkList) -> Continuum.Unit? {
    mark.pieces == 0
      ? Continuum.Unit(
        TextRange(Int(mark.lower), Int(mark.upper)), label: list.label(of: mark))
      : Continuum.Unit(list.ranges(of: mark), label: list.label(of: mark))
  }
}
