import Adjudication
import Standoff
import TestSupport
import Testing

/// The best alignment against trying everything, and by its laws; `GALLEY_LAWS` asks for more rounds.
@Suite struct BestAlignmentLawTests {
  @Test func tryingEverythingFindsNothingBetter() throws {
    for seed in 0..<(RandomContinuum.asked ?? 1000) {
      var random = RandomContinuum(seed)
      let continuum = random.make(annotators: 2...4, units: 5, length: 40)
      let best = Alignment.best(of: continuum)
      guard continuum.unitCount > 0 else {
        #expect(best.disorder == nil)
        continue
      }
      let least = PlainAlignment.least(of: continuum)
      let found = try #require(best.disorder)
      try #require(abs(found - least) <= 1e-9, "seed \(seed): \(found), not \(least)")
    }
  }

  /// Whenever a search is given up, the best disorder lies between what is found and what is said.
  @Test func givenUpItSaysHowGoodTheBestCanBe() throws {
    var provenCount = 0
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 4_000_000)
      let continuum = random.make(annotators: 2...5, units: 7, length: 40, labels: 2)
      guard let exact = Alignment.best(of: continuum).disorder else { continue }
      for limit in [0, 10, 100, 1000, 10_000] {
        let found = Alignment.best(of: continuum, stepLimit: limit)
        let (disorder, least) = (try #require(found.disorder), try #require(found.leastDisorder))
        try #require(least <= exact + 1e-9 && exact <= disorder + 1e-9, "seed \(seed), \(limit)")
        for (annotator, units) in continuum.units.enumerated() {
          let members = found.clusters.compactMap { $0.members[annotator] }
          try #require(members.sorted() == Array(units.indices), "seed \(seed), \(limit)")
        }
        provenCount += found.isBest && limit == 10_000 ? 1 : 0
      }
    }
    #expect(provenCount > RandomContinuum.rounds / 2)
  }

  @Test func itIsAnAlignmentAndNoRandomOneIsBetter() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 1_000_000)
      let continuum = random.make(annotators: 2...4, units: 6, length: 60)
      let best = Alignment.best(of: continuum)
      for (annotator, units) in continuum.units.enumerated() {
        #expect(best.clusters.compactMap { $0.members[annotator] }.sorted() == Array(units.indices))
      }
      guard let disorder = best.disorder else { continue }
      let plain = PlainAlignment.disorder(best.clusters.map(\.members), of: continuum)
      try #require(abs(disorder - plain) <= 1e-9, "seed \(seed)")
      for _ in 0..<5 {
        let other = PlainAlignment.disorder(random.alignment(of: continuum), of: continuum)
        try #require(disorder <= other + 1e-9, "seed \(seed)")
      }
      try #require((disorder == 0) == continuum.isUnanimous, "seed \(seed)")
    }
  }

  @Test func neitherNamesNorOrderNorPlaceMatter() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 2_000_000)
      let continuum = random.make(annotators: 2...4, units: 5, length: 60)
      let best = Alignment.best(of: continuum)
      let moved = continuum.moved(by: 100_000_000, renaming: ["a": "z", "b": "Ä", "c": "b"])
      #expect(Alignment.best(of: moved).clusters.map(\.cost) == best.clusters.map(\.cost))
      let shuffled = Alignment.best(of: random.shuffled(continuum))
      try #require(shuffled.disorder == best.disorder, "seed \(seed)")
    }
  }

  @Test func twiceTheSameIsNoDisorder() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 3_000_000)
      let one = random.make(annotators: 1...1, units: 6).units[0]
      let twice = Continuum(scope: TextRange(0, 30), units: [one, one.reversed(), one])
      let best = Alignment.best(of: twice)
      #expect(best.disorder == (one.isEmpty ? nil : 0))
      #expect(best.clusters.allSatisfy { $0.count == 3 })
    }
  }
}
