import Standoff
import Testing

@testable import Adjudication

/// The choice among the clusters of one component, and what it is when the effort ends.
@Suite struct ClusterChoiceTests {
  private func choice(
    _ component: Component, width: Int = 64, limit: Int = .max
  ) -> ClusterChoice {
    var effort = SearchEffort(limit: limit)
    return ClusterChoice(
      among: component.table, unitCount: component.units.count, width: width, &effort
    ) { component.rematching }
  }

  /// However few states are followed at first, what is found in the end is as good.
  @Test func theBestChoiceDoesNotDependOnTheWidth() throws {
    for seed in 0..<100 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let component = Component(random.make(annotators: 3...4, units: 7, length: 40, labels: 2))
      let choices = [4, 1 << 20].map { choice(component, width: $0) }
      for choice in choices {
        #expect(choice.saved == choice.bound, "seed \(seed)")
        #expect(component.saving(of: choice.clusters) == choice.saved, "seed \(seed)")
      }
      #expect(choices[0].saved == choices[1].saved, "seed \(seed)")
    }
  }

  @Test func whereTheEffortEndsTheBestLiesWithinTheBound() {
    for seed in 0..<50 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let component = Component(random.make(annotators: 3...4, units: 7, length: 40, labels: 2))
      let best = choice(component).saved
      for limit in [0, 100, 1000] {
        let found = choice(component, width: 4, limit: limit)
        #expect(found.saved <= best && best <= found.bound, "seed \(seed), \(limit)")
        let clusters = found.clusters
        #expect(Set(clusters.joined()).count == clusters.joined().count)
        // With all units in some component's best hands there is little left to gain.
        #expect(found.saved * 5 >= best * 4, "seed \(seed), \(limit)")
      }
    }
  }

  /// Of two annotators rematching is the assignment itself.
  @Test func rematchingTwoAnnotatorsIsExact() {
    for seed in 0..<50 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let component = Component(random.make(annotators: 2...2, units: 12, length: 60))
      let (clusters, gain) = component.rematching.improved([])
      #expect(gain == choice(component).saved, "seed \(seed)")
      #expect(component.saving(of: clusters) == gain, "seed \(seed)")
    }
  }

  @Test func rematchingMakesNothingWorse() {
    for seed in 0..<50 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let component = Component(random.make(annotators: 3...5, units: 8, length: 60))
      var isTaken = Set<Int>()
      var (start, saved): ([[Int]], Int) = ([], 0)
      for cluster in component.table.savings.indices {
        let units = Array(component.table.units(of: cluster))
        guard isTaken.isDisjoint(with: units) else { continue }
        isTaken.formUnion(units)
        start.append(units)
        saved += component.table.savings[cluster]
      }
      let (clusters, gain) = component.rematching.improved(start)
      #expect(gain >= 0 && saved + gain <= choice(component).saved, "seed \(seed)")
      #expect(Set(clusters.joined()).count == clusters.joined().count)
    }
  }

  @Test func nearestPricesBoundEveryCluster() {
    for seed in 0..<50 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let component = Component(random.make(annotators: 2...5, units: 8, length: 60))
      let prices = NearestPrices(component.placement, component.links).values
      for cluster in component.table.savings.indices {
        let price = component.table.units(of: cluster).reduce(0) { $0 + prices[$1] }
        #expect(price >= component.table.savings[cluster], "seed \(seed)")
      }
    }
  }
}
