import Standoff
import TestSupport
import Testing

@testable import Adjudication

/// The pairs that share a code point are those that a look at every two units finds, each once.
@Suite struct OverlappingPairsTests {
  @Test(arguments: [true, false]) func theSweepFindsWhatALookAtAllFinds(areApart: Bool) {
    for number in 0..<300 {
      var seed = Seed(UInt64(number))
      let (one, other) = (
        Self.units(areApart: areApart, &seed), Self.units(areApart: areApart, &seed)
      )
      var found: [[Int]] = []
      OverlappingPairs.forEach(one, other) { found.append([$0, $1]) }
      let expected = one.indices.flatMap { first in
        other.indices.filter { one[first].sharedCount(with: other[$0]) > 0 }.map { [first, $0] }
      }
      #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == expected, "seed \(number)")
    }
  }

  private static func units(areApart: Bool, _ seed: inout Seed) -> [Continuum.Unit] {
    var place = 0
    let units = (0..<Int.random(in: 0...8, using: &seed)).compactMap { _ -> Continuum.Unit? in
      let start =
        areApart
        ? place + Int.random(in: 0...3, using: &seed) : Int.random(in: 0...30, using: &seed)
      let end = start + Int.random(in: 1...5, using: &seed)
      place = end
      let isSplit = !areApart && Int.random(in: 0...3, using: &seed) == 0
      let ranges = [TextRange(start, end)] + (isSplit ? [TextRange(end + 2, end + 4)] : [])
      return Continuum.Unit(ranges, label: "Claim")
    }
    return areApart ? units : units.shuffled(using: &seed)
  }
}
