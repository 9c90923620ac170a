import Adjudication
import Standoff
import Testing

/// alpha_U against the oracle, and where it has no value.
@Suite struct AlphaUTests {
  @Test(.enabled(if: Oracle.isThere)) func everyLabelOfTheOracle() throws {
    var count = 0
    for set in try Oracle.sets() {
      let continuum = try set.continuum()
      for (label, value) in set.value.at("alpha_U_1995", "exact")?.members ?? [] {
        let found =
          label == "ALL"
          ? AlphaU.value(of: [continuum]) : AlphaU.value(of: [continuum], label: label)
        guard let expected = value["alpha"]?.double else {
          #expect(found.number == nil, "\(set.name) \(label)")
          continue
        }
        let number = try #require(found.number, "\(set.name) \(label)")
        #expect(abs(number - expected) <= 1e-12 * max(1, abs(expected)), "\(set.name) \(label)")
        count += 1
        guard let observed = value["Do"]?.double, let chance = value["De"]?.double else { continue }
        let parts = try AlphaU.disagreement(of: [continuum], label: label).get()
        #expect(abs(parts.observed - observed) <= 1e-12, "\(set.name) \(label)")
        #expect(abs(parts.expected - chance) <= 1e-12, "\(set.name) \(label)")
      }
    }
    #expect(count > 40)
  }

  @Test func noValueWhereNothingIsDefined() throws {
    let empty = Continuum(scope: TextRange(0, 20), units: [[], []])
    #expect(AlphaU.value(of: [empty]) == .undefined(.nothingMarked))
    let unit = try #require(Continuum.Unit([TextRange(2, 9)], label: "a"))
    let alone = Continuum(scope: TextRange(0, 20), units: [[unit]])
    #expect(AlphaU.value(of: [alone]) == .undefined(.fewerThanTwoAnnotators))
    let across = try #require(Continuum.Unit([TextRange(5, 12)], label: "a"))
    let overlapping = Continuum(scope: TextRange(0, 20), units: [[unit, across], [unit]])
    #expect(AlphaU.value(of: [overlapping]) == .undefined(.sameLabelOverlap))
    let nothing = Continuum(scope: TextRange(4, 4), units: [[], []])
    #expect(AlphaU.value(of: [nothing], label: "a") == .undefined(.nothingCompared))
  }

  /// Two documents are one continuum in which the second follows the first.
  @Test func documentsFollowOneAnother() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 7_000_000)
      let one = random.make(annotators: 2...2, units: 2, length: 30, discontinuous: false)
      let two = random.make(annotators: 2...2, units: 2, length: 30, discontinuous: false)
      let whole = Continuum(
        scope: TextRange(0, 60),
        units: zip(one.units, two.moved(by: 30).units).map { $0 + $1 })
      #expect(AlphaU.value(of: [one, two]) == AlphaU.value(of: [whole]), "seed \(seed)")
    }
  }
}
