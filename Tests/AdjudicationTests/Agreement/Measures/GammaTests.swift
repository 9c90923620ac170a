import Adjudication
import Standoff
import Testing

/// Gamma and the disorders under it against the oracle, and by laws.
@Suite struct GammaTests {
  /// The samples of pygamma-agreement, whose bounds are 0 and the last end.
  private static func bounded(_ continuum: Continuum) -> Continuum {
    let end = continuum.units.joined().map(\.extent.upper).max() ?? 0
    return Continuum(scope: TextRange(0, end), units: continuum.units)
  }

  private static func sample() throws -> Continuum {
    let lists = [
      [(0, 5, "a"), (9, 15, "b"), (20, 22, "a"), (30, 41, "c")],
      [(1, 5, "a"), (9, 13, "c"), (24, 29, "a"), (30, 40, "c"), (50, 52, "b")],
    ]
    return Continuum(
      scope: TextRange(0, 60),
      units: lists.map { list in
        list.compactMap { Continuum.Unit([TextRange($0.0, $0.1)], label: $0.2) }
      })
  }

  @Test(.enabled(if: Oracle.isThere)) func expectedDisordersOfTheOracle() throws {
    let names: [(ContinuumSampler, String)] = [
      (.statistical, "statistical_sampler_pygamma"),
      (.shuffle, "shuffle_sampler_pygamma_int_pivot"),
    ]
    var compared = 0
    for set in try Oracle.sets() {
      let continuum = Self.bounded(try set.continuum())
      // Large sets take long without optimization: `.ci/bench laws` has all of them.
      let isThorough = RandomContinuum.rounds > 1000
      guard isThorough || continuum.unitCount < 150 else { continue }
      let count = isThorough ? 60 : continuum.unitCount < 25 ? 60 : 6
      for (sampler, name) in names {
        guard let value = set.value.at("gamma", "expected", name), let mean = value["mean"]?.double,
          let deviation = value["sd"]?.double, let samples = value["samples"]?.integer
        else { continue }
        let gamma = Gamma(of: continuum, sampler: sampler, seed: 4772, samples: count)
        let error = deviation * (1 / Double(samples) + 1 / Double(count)).squareRoot()
        let found = try #require(gamma.expected)
        #expect(
          abs(found - mean) <= 4 * error, "\(set.name) \(sampler): \(found), not \(mean) ± \(error)"
        )
        compared += 1
      }
    }
    #expect(compared >= 26)
  }

  /// Where the best alignment is not the only one, the oracle's is another.
  @Test(.enabled(if: Oracle.isThere)) func labelDisordersOfTheOracle() throws {
    var count = 0
    for set in try Oracle.sets() where set.value.at("gamma", "optimum_unique") == .bool(true) {
      let continuum = try set.continuum()
      let best = Alignment.best(of: continuum)
      for (label, value) in set.value.at("gamma", "observed_cat_disorder")?.members ?? [] {
        let found = best.labelDisorder(of: continuum, label: label == "CAT" ? nil : label)
        guard let expected = value["mathet2017"]?.double else {
          #expect(found == .undefined(.nothingShared), "\(set.name) \(label)")
          continue
        }
        #expect(abs(try #require(found.number) - expected) <= 1e-9, "\(set.name) \(label)")
        count += 1
      }
    }
    #expect(count > 30)
  }

  @Test func theSameSeedGivesTheSameNumber() throws {
    let continuum = try Self.sample()
    for sampler in ContinuumSampler.allCases {
      let gamma = Gamma(of: continuum, sampler: sampler, seed: 5)
      #expect(gamma == Gamma(of: continuum, sampler: sampler, seed: 5))
      #expect(gamma.expected != Gamma(of: continuum, sampler: sampler, seed: 6).expected)
      let moved = Gamma(of: continuum.moved(by: 100), sampler: sampler, seed: 5)
      #expect(abs(try #require(moved.value.number) - (gamma.value.number ?? 0)) < 1e-9)
      let value = try #require(gamma.value.number)
      #expect(gamma.interval?.contains(value) == true && gamma.sampleCount == 30)
    }
  }

  @Test func moreSamplesForMorePrecision() throws {
    let gamma = Gamma(of: try Self.sample(), precision: 0.05)
    #expect(gamma.sampleCount > 30)
  }

  @Test func oneForTheSameAndNoneWhereNothingIsMarked() throws {
    let unit = try #require(Continuum.Unit([TextRange(2, 9)], label: "a"))
    let same = Continuum(scope: TextRange(0, 20), units: [[unit], [unit]])
    #expect(Gamma(of: same).value == .number(1))
    let alone = Continuum(scope: TextRange(0, 20), units: [[unit]])
    #expect(Gamma(of: alone).value == .undefined(.fewerThanTwoAnnotators))
    let empty = Continuum(scope: TextRange(0, 20), units: [[], []])
    #expect(Gamma(of: empty).value == .undefined(.nothingMarked))
    let far = try #require(Continuum.Unit([TextRange(15, 16)], label: "b"))
    let apart = Continuum(scope: TextRange(0, 20), units: [[unit], [far]])
    #expect((Gamma(of: apart).value.number ?? 1) < 0.2)
  }

  @Test func labelsAloneAgreeWhereUnitsMeet() throws {
    let continuum = try Self.sample()
    let value = try #require(GammaCat(of: continuum).value.number)
    #expect(value < 1 && value > -1)
    #expect(GammaCat(of: continuum) == GammaCat(of: continuum))
    #expect(GammaCat(of: continuum, label: "a").value == .number(1))
    let lists = [continuum.units[0], continuum.units[0]]
    let same = Continuum(scope: continuum.scope, units: lists)
    #expect(GammaCat(of: same).value == .number(1))
    let one = Continuum(scope: continuum.scope, units: [continuum.units[0]])
    #expect(GammaCat(of: one).value == .undefined(.fewerThanTwoAnnotators))
    let none = Continuum(scope: continuum.scope, units: [continuum.units[0], []])
    #expect(GammaCat(of: none).value == .undefined(.nothingShared))
  }
}
