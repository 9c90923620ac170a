import Standoff

/// The putting together of variants that are readings of one thing.
struct VariantAlignment {
  /// The variants of each cluster, in the order of the text.
  private(set) var clusters: [[Int]] = []
  /// By which part of it the disorder can be less at most; 0 where the alignment is the best one.
  let shortfall: Double

  private let variants: VariantList

  init(
    _ variants: VariantList, _ list: MarkList, _ article: Article, _ annotatorCount: Int,
    stepLimit: Int
  ) {
    self.variants = variants
    // Whoever marked nothing at all has no part in what goes together.
    let active = Set(variants.marks.map(\.source)).sorted()
    let places = Dictionary(uniqueKeysWithValues: active.enumerated().map { ($1, $0) })
    var units = Array(repeating: [Continuum.Unit](), count: active.count)
    var owners = Array(repeating: [Int](), count: active.count)
    for variant in 0..<variants.count {
      let marks = variants[variant]
      guard let first = marks.first, marks.count < annotatorCount, first.article == 0,
        let unit = Self.unit(first, list)
      else {
        clusters.append([variant])
        continue
      }
      for mark in marks {
        guard let place = places[mark.source] else { continue }
        units[place].append(unit)
        owners[place].append(variant)
      }
    }
    let scope = TextRange(0, article.scalarCount)
    let alignment = Alignment.best(
      sharingWords: Continuum(scope: scope, units: units), stepLimit: stepLimit)
    shortfall = alignment.shortfall
    join(alignment, owners)
    clusters.sort { $0[0] < $1[0] }
  }

  /// Turns an alignment of annotations into one of variants.
  ///
  /// The best alignment may part what was marked alike, where that brings the others closer. A variant
  /// stays whole here: it goes to the cluster that has most of it, and what stands in its way there
  /// leaves. The larger variants go first.
  private mutating func join(_ alignment: Alignment, _ owners: [[Int]]) {
    var members: [[Int]] = []
    members.reserveCapacity(alignment.clusters.count)
    // The first cluster in which each variant is, and the variants that are in several.
    var homes = Array(repeating: -1, count: variants.count)
    var parted: Set<Int> = []
    for (number, cluster) in alignment.clusters.enumerated() {
      var own: [Int] = []
      for (list, place) in zip(owners, cluster.members) {
        guard let place else { continue }
        let variant = list[place]
        if !own.contains(variant) { own.append(variant) }
        if homes[variant] < 0 { homes[variant] = number }
        if homes[variant] != number { parted.insert(variant) }
      }
      members.append(own.sorted())
    }
    if !parted.isEmpty { gather(parted, alignment, owners, homes, &members) }
    clusters += members.filter { !$0.isEmpty }
  }

  /// Makes variants whole that are in several clusters.
  private func gather(
    _ parted: Set<Int>, _ alignment: Alignment, _ owners: [[Int]], _ homes: [Int],
    _ members: inout [[Int]]
  ) {
    // By variant how much of it is in which cluster.
    var shares: [Int: [Int: Int]] = [:]
    for (number, cluster) in alignment.clusters.enumerated() {
      for (list, place) in zip(owners, cluster.members) {
        guard let place, parted.contains(list[place]) else { continue }
        shares[list[place], default: [:]][number, default: 0] += 1
      }
    }
    func move(_ variant: Int, to home: Int) {
      for place in shares[variant].map({ Array($0.keys) }) ?? [homes[variant]] {
        members[place].removeAll { $0 == variant }
      }
      members[home].append(variant)
      members[home].sort()
      shares[variant] = [home: variants[variant].count]
    }
    let order = parted.sorted { one, other in
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
      let own = Set(variants[variant].map(\.source))
      let inTheWay = members[home].filter { other in
        other != variant && variants[other].contains { own.contains($0.source) }
      }
      for other in inTheWay.sorted() {
        members.append([])
        move(other, to: members.count - 1)
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
