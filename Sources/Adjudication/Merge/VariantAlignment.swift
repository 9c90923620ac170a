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
        let unit = Continuum.Unit(list.ranges(of: first), label: list.label(of: first))
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
    var members: [Set<Int>] = []
    // By variant how much of it is in which cluster.
    var homes: [Int: [Int: Int]] = [:]
    for (number, cluster) in alignment.clusters.enumerated() {
      members.append([])
      for (list, place) in zip(owners, cluster.members) {
        guard let place else { continue }
        members[number].insert(list[place])
        homes[list[place], default: [:]][number, default: 0] += 1
      }
    }
    func move(_ variant: Int, to home: Int) {
      for place in (homes[variant] ?? [:]).keys { members[place].remove(variant) }
      members[home].insert(variant)
      homes[variant] = [home: variants[variant].count]
    }
    let parted = homes.filter { $0.value.count > 1 }.keys.sorted { one, other in
      let (a, b) = (variants[one].count, variants[other].count)
      return a != b ? a > b : one < other
    }
    for variant in parted {
      let places = (homes[variant] ?? [:]).sorted { $0.key < $1.key }
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
    clusters += members.filter { !$0.isEmpty }.map { $0.sorted() }
  }
}
