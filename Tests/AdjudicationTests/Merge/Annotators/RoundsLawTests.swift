import TestSupport
import Testing

@testable import Adjudication

/// Rounds against looking through all that is left each time.
@Suite struct RoundsLawTests {
  @Test func roundsAreThoseOfLookingThroughAll() {
    for seed in 0..<500 as Range<UInt64> {
      var random = RandomSides(seed)
      let things = (0..<12).filter { _ in random.below(4) > 0 }
      let awaited = Dictionary(
        uniqueKeysWithValues: things.map { thing in
          (thing, (0..<random.below(3)).map { _ in random.below(13) })
        })
      var rounds = Rounds(of: things) { awaited[$0] ?? [] }
      var found: [[Int]] = []
      while let round = rounds.next() { found.append(round) }
      #expect(found == Self.plain(things, awaited), "seed \(seed): \(awaited)")
    }
  }

  private static func plain(_ things: [Int], _ awaited: [Int: [Int]]) -> [[Int]] {
    var (waiting, rounds) = (things, [[Int]]())
    while !waiting.isEmpty {
      var ready = waiting.filter { !(awaited[$0] ?? []).contains(where: waiting.contains) }
      if ready.isEmpty { ready = [waiting[0]] }
      rounds.append(ready)
      waiting.removeAll(where: ready.contains)
    }
    return rounds
  }
}
