@testable import Adjudication
import Standoff
import Testing

/// Places on which more annotators have something than clusters can be listed for.
@Suite struct CrowdedPlaceTests {
  /// One unit of each annotator on one place, each `shift` code points further on than the last.
  private func continuum(_ annotatorCount: Int, shift: Int = 0) throws -> Continuum {
    let units = try (0..<annotatorCount).map { annotator in
      let start = 100 + annotator * shift
      return [try #require(Continuum.Unit(TextRange(start, start + 90), label: "Claim"))]
    }
    return Continuum(scope: TextRange(0, 1000), units: units)
  }

  @Test(.timeLimit(.minutes(5)), arguments: [16, 30, 64, 65, 100, 6000])
  func whatAllMarkAlikeIsOneCluster(_ annotatorCount: Int) throws {
    let alignment = Alignment.best(of: try continuum(annotatorCount), stepLimit: 20_000)
    #expect(alignment.clusters.map(\.count) == [annotatorCount])
    #expect(alignment.disorder == 0 && alignment.isBest)
  }

  @Test(.timeLimit(.minutes(5)), arguments: [16, 30, 64, 65])
  func whereTooMuchMayGoTogetherTheBoundSaysSo(_ annotatorCount: Int) throws {
    let shifted = try continuum(annotatorCount, shift: 1)
    let alignment = Alignment.best(of: shifted, stepLimit: 20_000)
    let members = alignment.clusters.flatMap { $0.members.compactMap(\.self) }
    #expect(members.count == annotatorCount)
    let (disorder, least) = (
      try #require(alignment.disorder), try #require(alignment.leastDisorder)
    )
    #expect(least < disorder && !alignment.isBest)
    // All together is one choice, and cannot be below the bound.
    let one = Alignment.Cluster.disorderOfOne(shifted)
    #expect(disorder <= one + 1e-12 && least <= one)
  }
}

extension CrowdedPlaceTests {
  /// Spans on one place, of which any two of different annotators can stand together.
  @Test(.timeLimit(.minutes(5))) func twoAnnotatorsWithThousandsOnOnePlace() throws {
    let units = try (0..<2).map { annotator in
      try (0..<5000).map { start in
        try #require(
          Continuum.Unit(TextRange(start, start + 6000 + annotator), label: "Claim"))
      }
    }
    let alignment = Alignment.best(of: Continuum(scope: TextRange(0, 20_000), units: units))
    #expect(alignment.clusters.count == 5000 && alignment.clusters.allSatisfy { $0.count == 2 })
    #expect(!alignment.isBest && (alignment.leastDisorder ?? 1) < 1e-9)
    let alike = Continuum(scope: TextRange(0, 20_000), units: [units[0], units[0]])
    #expect(Alignment.best(of: alike).disorder == 0)
  }

  @Test(arguments: [false, true])
  func whereNotAllLinksAreKeptTheBoundHolds(_ sharingWords: Bool) throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 5_000_000)
      let continuum = random.make(annotators: 2...5, units: 6, length: 30, labels: 2)
      guard continuum.unitCount > 0 else { continue }
      let placement = Placement(of: continuum, sharingWords: sharingWords)
      let found = [0, Int.max].map { most in
        Alignment(
          PlacedClusters(of: placement, stepLimit: .max, mostLinks: most), of: placement)
      }
      let exact = try #require(found[1].disorder)
      let (disorder, least) = (
        try #require(found[0].disorder), try #require(found[0].leastDisorder)
      )
      try #require(least <= exact + 1e-9 && exact <= disorder + 1e-9, "seed \(seed)")
      for (annotator, units) in continuum.units.enumerated() {
        let members = found[0].clusters.compactMap { $0.members[annotator] }
        try #require(members.sorted() == Array(units.indices), "seed \(seed)")
      }
    }
  }
}

extension Alignment.Cluster {
  /// The disorder of the first units of all annotators as one cluster.
  fileprivate static func disorderOfOne(_ continuum: Continuum) -> Double {
    let units = continuum.units.compactMap(\.first)
    var (sum, count) = (0.0, 0.0)
    for (place, unit) in units.enumerated() {
      for other in units.dropFirst(place + 1) {
        sum += Dissimilarity.total(unit, other)
        count += 1
      }
    }
    return sum / count
  }
}
