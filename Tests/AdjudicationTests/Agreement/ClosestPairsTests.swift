import Standoff
import TestSupport
import Testing

@testable import Adjudication

/// Where nothing has to be chosen, one walk finds what the search for the best choice finds.
@Suite struct ClosestPairsTests {
  @Test(arguments: 0..<400 as Range<UInt64>) func aWalkFindsWhatTheSearchFinds(number: UInt64) {
    var seed = Seed(number)
    let one = Self.units(&seed)
    let other = number % 3 == 0 ? Self.moved(one, &seed) : Self.units(&seed)
    let pairs = ClosestPairs(one, other)
    // Two spans that share words with each other, far from all others, call for the search.
    let far = [TextRange(900, 910), TextRange(905, 915)].compactMap {
      Continuum.Unit($0, label: "Claim")
    }
    let searched = ClosestPairs(one + far, other)
    #expect(
      pairs.pairs.map { [$0.first, $0.second] } == searched.pairs.map { [$0.first, $0.second] })
    #expect(pairs.firstAlone + [one.count, one.count + 1] == searched.firstAlone)
    #expect(pairs.secondAlone == searched.secondAlone)
  }

  /// One span over two of the other annotator: the label decides, not the order.
  @Test func aChoiceIsLeftToTheSearch() throws {
    let one = [try #require(Continuum.Unit(TextRange(0, 20), label: "Quote"))]
    let other = [
      try #require(Continuum.Unit(TextRange(2, 8), label: "Claim")),
      try #require(Continuum.Unit(TextRange(10, 18), label: "Quote")),
    ]
    let pairs = ClosestPairs(one, other)
    #expect(pairs.pairs.map { [$0.first, $0.second] } == [[0, 1]])
    #expect(pairs.firstAlone == [] && pairs.secondAlone == [0])
    let turned = ClosestPairs(other, one)
    #expect(turned.pairs.map { [$0.first, $0.second] } == [[1, 0]])
    #expect(turned.firstAlone == [0] && turned.secondAlone == [])
  }

  private static func units(_ seed: inout Seed) -> [Continuum.Unit] {
    var place = 0
    return (0..<Int.random(in: 0...9, using: &seed)).compactMap { _ in
      let start = place + Int.random(in: 0...4, using: &seed)
      place = start + Int.random(in: 1...4, using: &seed)
      return Continuum.Unit(
        TextRange(start, place), label: ["Claim", "Quote"][Int.random(in: 0...1, using: &seed)])
    }
  }

  /// The same spans, some of them a little longer, some left out.
  private static func moved(_ units: [Continuum.Unit], _ seed: inout Seed) -> [Continuum.Unit] {
    units.compactMap { unit in
      guard Int.random(in: 0...4, using: &seed) > 0 else { return nil }
      let more = Int.random(in: 0...1, using: &seed)
      return Continuum.Unit(
        TextRange(unit.extent.lower.value, unit.extent.upper.value + more), label: unit.label)
    }
  }
}
