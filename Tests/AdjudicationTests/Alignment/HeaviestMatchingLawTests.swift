import TestSupport
import Testing

@testable import Adjudication

/// Pairings that are given up, against those that are not.
@Suite struct HeaviestMatchingLawTests {
  @Test func givenUpItSaysHowHeavyTheBestCanBe() throws {
    var provenCount = 0
    for number in 0..<RandomContinuum.rounds {
      var seed = Seed(number)
      let count = Int.random(in: 1...8, using: &seed)
      let choices = (0..<count).map { _ in
        (0..<count).filter { _ in Bool.random(using: &seed) }.map {
          HeaviestMatching.Choice(column: $0, weight: Int.random(in: 1...9, using: &seed))
        }
      }
      let best = HeaviestMatching(choices, columnCount: count)
      #expect(best.shortfall == 0)
      for limit in [0, 1, 5, 10, 20] {
        let found = HeaviestMatching(choices, columnCount: count, stepLimit: limit)
        try #require(
          found.weight <= best.weight && best.weight <= found.weight + found.shortfall,
          "seed \(number), \(limit)")
        let columns = found.columns.compactMap(\.self)
        try #require(Set(columns).count == columns.count, "seed \(number), \(limit)")
        if limit == 20, found.shortfall == 0 { provenCount += 1 }
      }
    }
    #expect(provenCount > 0)
  }
}
