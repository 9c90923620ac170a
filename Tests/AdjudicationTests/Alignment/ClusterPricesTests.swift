import Foundation
import Standoff
import TestSupport
import Testing

@testable import Adjudication

/// The prices by which the search for the best alignment is cut short.
@Suite struct ClusterPricesTests {
  /// Units in one component with the clusters that they can stand in.
  private struct Component {
    var candidates: [ClusterSearch.Candidate] = []
    let unitCount: Int

    var members: [[Int]] { candidates.map(\.units) }
    var savings: [Int] { candidates.map(\.saving) }

    init(_ continuum: Continuum) throws {
      let placement = Placement(of: continuum)
      unitCount = placement.entries.count
      var search = ClusterSearch(placement, links: LinkSweep(placement), limit: .max)
      for unit in placement.entries.indices { candidates += try search.candidates(from: unit) }
    }

    func prices() -> ClusterPrices {
      var steps = 0
      return ClusterPrices(
        closely: members, savings: savings, unitCount: unitCount, steps: &steps, limit: .max)
    }
  }

  /// Of two annotators no share of a pair can be better than whole pairs (Birkhoff, 1946).
  @Test func twoAnnotatorsPricesAreWhatTheirPairsSave() throws {
    for seed in 0..<50 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let continuum = random.make(annotators: 2...2, units: 30, length: 90)
      let component = try Component(continuum)
      let prices = component.prices()
      let disorder = try #require(Alignment.best(of: continuum).disorder)
      let left = 1 - Double(prices.values.reduce(0, +)) / Double(continuum.unitCount << 36)
      #expect(abs(disorder / 2 - left) < 1e-8, "seed \(seed)")
    }
  }

  @Test func noClusterSavesMoreThanItsUnitsCost() throws {
    for seed in 0..<50 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let component = try Component(random.make(annotators: 3...5, units: 8, length: 60))
      let (prices, regrets) = (component.prices().values, component.prices().regrets)
      #expect(prices.allSatisfy { $0 >= 0 })
      for (cluster, units) in component.members.enumerated() {
        let price = units.reduce(0) { $0 + prices[$1] }
        #expect(price - component.savings[cluster] == regrets[cluster])
        #expect(regrets[cluster] >= 0)
      }
      let even = ClusterPrices(
        evenly: component.members, savings: component.savings, unitCount: component.unitCount)
      #expect(even.regrets.allSatisfy { $0 >= 0 })
      #expect(prices.reduce(0, +) <= even.values.reduce(0, +) + component.unitCount)
    }
  }

  /// Where shares are better than whole clusters: of three pairs of three units one can be chosen, or
  /// half of each.
  @Test func sharesCanBeBetterThanWholeClusters() {
    var steps = 0
    let one = Dissimilarity.one
    let prices = ClusterPrices(
      closely: [[0, 1], [0, 2], [1, 2]], savings: [2 * one, 2 * one, 2 * one], unitCount: 3,
      steps: &steps, limit: .max)
    for price in prices.values { #expect(abs(Double(price) / Double(one) - 1) < 1e-8) }
  }

  @Test func withoutStepsPricesAreValidAllTheSame() {
    var steps = 0
    let prices = ClusterPrices(
      closely: [[0, 1], [1, 2]], savings: [9, 7], unitCount: 3, steps: &steps, limit: 0)
    #expect(steps == 0)
    #expect(prices.regrets.allSatisfy { $0 >= 0 })
  }

  /// However few states are followed at first, what is found in the end is as good.
  @Test func theBestChoiceDoesNotDependOnThePrices() throws {
    for seed in 0..<100 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let component = try Component(
        random.make(annotators: 3...4, units: 7, length: 40, labels: 2))
      let saved = try [1, 1 << 20].map { width in
        var search = FrontierSearch<UInt64>(
          component.candidates, unitCount: component.unitCount, width: width, steps: 0,
          limit: .max, place: { $0 })
        return try search.best().reduce(0) { $0 + component.candidates[$1].saving }
      }
      #expect(saved[0] == saved[1], "seed \(seed)")
    }
  }
}
