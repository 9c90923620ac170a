import Adjudication
import Foundation
import Standoff
import TestSupport
import Testing

/// The best alignment against the oracle, against trying everything, and by its laws.
@Suite struct BestAlignmentTests {
  static let rounds = ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init) ?? 100

  @Test(.enabled(if: Oracle.isThere)) func disordersOfTheOracle() throws {
    var count = 0
    for set in try Oracle.sets() {
      let continuum = try set.continuum()
      let best = try Alignment.best(of: continuum)
      let disorder = set.value.at("gamma", "observed_disorder")?.double
      #expect((best.disorder == nil) == (disorder == nil), "\(set.name)")
      guard let disorder, let found = best.disorder else { continue }
      #expect(abs(found - disorder) <= 1e-9, "\(set.name): \(found), not \(disorder)")
      if set.value.at("gamma", "optimum_unique") == .bool(true) {
        let listed = try #require(set.value.at("gamma", "alignment")?.array)
        let members = try listed.map { try Self.members($0, continuum) }
        #expect(Set(best.clusters.map(\.members)) == Set(members), "\(set.name)")
      }
      count += 1
    }
    #expect(count > 15)
  }

  /// The members of an alignment that the oracle lists.
  private static func members(_ cluster: JSONValue, _ continuum: Continuum) throws -> [Int?] {
    var members: [Int?] = Array(repeating: nil, count: continuum.annotatorCount)
    for unit in try #require(cluster["units"]?.array) {
      let place = try #require(unit.array).compactMap(\.integer)
      members[place[0]] = place[1]
    }
    return members
  }

  @Test func tryingEverythingFindsNothingBetter() throws {
    for seed in 0..<Self.rounds {
      var random = RandomContinuum(seed)
      let continuum = random.make(annotators: 2...4, units: seed % 3 == 0 ? 4 : 3, length: 40)
      let best = try Alignment.best(of: continuum)
      guard continuum.unitCount > 0 else {
        #expect(best.disorder == nil)
        continue
      }
      let least = PlainAlignment.least(of: continuum)
      let found = try #require(best.disorder)
      try #require(abs(found - least) <= 1e-9, "seed \(seed): \(found), not \(least)")
    }
  }

  @Test func itIsAnAlignmentAndNoRandomOneIsBetter() throws {
    for seed in 0..<Self.rounds {
      var random = RandomContinuum(seed &+ 1_000_000)
      let continuum = random.make(annotators: 2...4, units: 6, length: 60)
      let best = try Alignment.best(of: continuum)
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
    for seed in 0..<Self.rounds {
      var random = RandomContinuum(seed &+ 2_000_000)
      let continuum = random.make(annotators: 2...4, units: 5, length: 60)
      let best = try Alignment.best(of: continuum)
      let moved = continuum.moved(by: 100_000_000, renaming: ["a": "z", "b": "Ä", "c": "b"])
      #expect(try Alignment.best(of: moved).clusters.map(\.cost) == best.clusters.map(\.cost))
      let shuffled = try Alignment.best(of: random.shuffled(continuum))
      try #require(shuffled.disorder == best.disorder, "seed \(seed)")
    }
  }

  @Test func twiceTheSameIsNoDisorder() throws {
    for seed in 0..<Self.rounds {
      var random = RandomContinuum(seed &+ 3_000_000)
      let one = random.make(annotators: 1...1, units: 6).units[0]
      let twice = Continuum(scope: TextRange(0, 30), units: [one, one.reversed(), one])
      let best = try Alignment.best(of: twice)
      #expect(best.disorder == (one.isEmpty ? nil : 0))
      #expect(best.clusters.allSatisfy { $0.count == 3 })
    }
  }

  @Test func tooFewToDisagree() throws {
    let unit = try #require(Continuum.Unit([TextRange(2, 5)], label: "a"))
    let alone = try Alignment.best(of: Continuum(scope: TextRange(0, 9), units: [[unit, unit]]))
    #expect(alone.disorder == nil)
    #expect(alone.clusters.map(\.members) == [[0], [1]])
    let none = try Alignment.best(of: Continuum(scope: TextRange(0, 9), units: []))
    #expect(none.clusters.isEmpty && none.disorder == nil)
  }

  @Test func aSearchThatIsTooLongSaysSo() throws {
    var random = RandomContinuum(7)
    let continuum = random.make(annotators: 4...4, units: 40, length: 20, labels: 1)
    let error = #expect(throws: AlignmentLimitReached.self) {
      try Alignment.best(of: continuum, stepLimit: 1000)
    }
    #expect(error?.description.contains("1000 steps") == true)
  }
}
