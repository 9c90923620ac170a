import Foundation
import Standoff
import TestSupport
import Testing

@testable import Adjudication

/// The prices by which the search for the best alignment is cut short.
@Suite struct ClusterPricesTests {
  /// Of two annotators no share of a pair can be better than whole pairs (Birkhoff, 1946).
  @Test func twoAnnotatorsPricesAreWhatTheirPairsSave() throws {
    for seed in 0..<50 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let continuum = random.make(annotators: 2...2, units: 30, length: 90)
      let component = Component(continuum)
      let prices = component.prices()
      let disorder = try #require(Alignment.best(of: continuum).disorder)
      let left = 1 - Double(prices.values.reduce(0, +)) / Double(continuum.unitCount << 36)
      #expect(abs(disorder / 2 - left) < 1e-8, "seed \(seed)")
    }
  }

  @Test func noClusterSavesMoreThanItsUnitsCost() {
    for seed in 0..<50 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let component = Component(random.make(annotators: 3...5, units: 8, length: 60))
      let (table, prices) = (component.table, component.prices())
      #expect(prices.values.allSatisfy { $0 >= 0 })
      for cluster in table.savings.indices {
        let price = table.units(of: cluster).reduce(0) { $0 + prices.values[$1] }
        #expect(price - table.savings[cluster] == prices.regrets[cluster])
        #expect(prices.regrets[cluster] >= 0)
      }
      let even = ClusterPrices(evenly: table, unitCount: component.units.count)
      #expect(even.regrets.allSatisfy { $0 >= 0 })
      #expect(prices.sum <= even.sum + component.units.count)
    }
  }

  /// Where shares are better than whole clusters: of three pairs of three units one can be chosen, or
  /// half of each.
  @Test func sharesCanBeBetterThanWholeClusters() {
    let one = Dissimilarity.one
    var table = ClusterTable()
    for pair in [[0, 1], [0, 2], [1, 2]] {
      table.append(pair, saving: 2 * one, losses: [2 * one, 2 * one])
    }
    var effort = SearchEffort(limit: .max)
    let prices = ClusterPrices(closely: table, unitCount: 3, &effort)
    for price in prices.values { #expect(abs(Double(price) / Double(one) - 1) < 1e-8) }
  }

  @Test func withoutStepsPricesAreValidAllTheSame() {
    var table = ClusterTable()
    table.append([0, 1], saving: 9, losses: [9, 9])
    table.append([1, 2], saving: 7, losses: [7, 7])
    var effort = SearchEffort(limit: 0)
    let prices = ClusterPrices(closely: table, unitCount: 3, &effort)
    #expect(effort.steps == 0)
    #expect(prices.regrets.allSatisfy { $0 >= 0 })
  }
}
