import Standoff
import TestSupport
import Testing

@testable import Adjudication

/// What is put together at a glance against the search that puts anything together; `GALLEY_LAWS` asks for
/// more rounds.
@Suite struct FewMarksLawTests {
  /// What is put together at a glance costs as little as it can, and what is left hangs together with none
  /// of it.
  @Test func fewMarksStandAsTheSearchHasThem() throws {
    var (fewCount, hardCount) = (0, 0)
    for seed in 0..<ThreeWayMergeLawTests.rounds {
      var random = RandomAnnotators(seed)
      let clusters = try AnnotatorClusters(of: try random.sets())
      let variants = clusters.variants
      let activeCount = Set(variants.marks.map(\.annotator)).count
      let open = (0..<variants.count).filter { variant in
        variants[variant].count < activeCount
          && Self.unit(variants.first(of: variant), in: clusters) != nil
      }
      guard let groups = VariantGroups(variants, open),
        var few = FewMarks(variants, annotatorCount: activeCount)
      else { continue }
      var (homes, count) = (Array(repeating: -1, count: variants.count), 0)
      for group in 0..<groups.count { few.cluster(groups[group], &homes, &count) }
      let settled = open.filter { homes[$0] >= 0 }
      let hard = open.filter { homes[$0] < 0 }
      let costs = [open, settled, hard].map { Self.cost(of: $0, in: clusters) }
      try #require(abs(few.cost - costs[1]) < 1e-9, "seed \(seed)")
      try #require(abs(costs[0] - costs[1] - costs[2]) < 1e-9, "seed \(seed)")
      try #require(
        abs(Self.cost(of: settled, by: homes, in: clusters) - costs[1]) < 1e-9, "seed \(seed)")
      fewCount += settled.count
      hardCount += hard.count
    }
    #expect(fewCount > ThreeWayMergeLawTests.rounds)
    #expect(hardCount > 0)
  }

  /// What the best alignment of some variants costs.
  private static func cost(of variants: [Int], in clusters: AnnotatorClusters) -> Double {
    let placement = Placement(of: continuum(of: variants, in: clusters), sharingWords: true)
    let found = PlacedClusters(of: placement, stepLimit: .max)
    return Alignment(found, of: placement).clusters.reduce(0) { $0 + $1.cost }
  }

  /// What variants cost that stand in numbered clusters.
  private static func cost(
    of variants: [Int], by homes: [Int], in clusters: AnnotatorClusters
  ) -> Double {
    let annotatorCount = Set(clusters.variants.marks.map(\.annotator)).count
    let pairCount = Double(annotatorCount * (annotatorCount - 1) / 2)
    return Dictionary(grouping: variants) { homes[$0] }.values.reduce(0.0) { sum, cluster in
      let units = cluster.flatMap { variant in
        clusters.variants[variant].compactMap { unit($0, in: clusters) }
      }
      let gains = units.indices.flatMap { one in
        units[(one + 1)...].map { Dissimilarity.total(units[one], $0) - 1 }
      }
      return sum + 1 + gains.reduce(0, +) / pairCount
    }
  }

  private static func continuum(
    of variants: [Int], in clusters: AnnotatorClusters
  ) -> Continuum {
    let annotators = Set(clusters.variants.marks.map(\.annotator)).sorted()
    let units = annotators.map { annotator in
      variants.flatMap { clusters.variants[$0] }.filter { $0.annotator == annotator }
        .compactMap { unit($0, in: clusters) }
    }
    return Continuum(scope: TextRange(0, clusters.article.scalarCount), units: units)
  }

  private static func unit(_ mark: Mark, in clusters: AnnotatorClusters) -> Continuum.Unit? {
    guard mark.article == 0 else { return nil }
    return Continuum.Unit(
      clusters.list.ranges(of: mark), label: clusters.list.label(of: mark))
  }
}
