import Adjudication
import Standoff
import TestSupport
import Testing

/// The best alignment against the oracle, and at its edges.
@Suite struct BestAlignmentTests {
  @Test(.enabled(if: Oracle.isThere)) func disordersOfTheOracle() throws {
    var count = 0
    for set in try Oracle.sets() {
      let continuum = try set.continuum()
      let best = Alignment.best(of: continuum)
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

  @Test func tooFewToDisagree() throws {
    let unit = try #require(Continuum.Unit([TextRange(2, 5)], label: "a"))
    let alone = Alignment.best(of: Continuum(scope: TextRange(0, 9), units: [[unit, unit]]))
    #expect(alone.disorder == nil)
    #expect(alone.clusters.map(\.members) == [[0], [1]])
    let none = Alignment.best(of: Continuum(scope: TextRange(0, 9), units: []))
    #expect(none.clusters.isEmpty && none.disorder == nil)
  }

  @Test func aSearchThatIsTooLongSaysSo() throws {
    var random = RandomContinuum(7)
    let continuum = random.make(annotators: 4...4, units: 40, length: 20, labels: 1)
    let best = Alignment.best(of: continuum, stepLimit: 1000)
    #expect(!best.isBest && best.shortfall > 0)
    let (disorder, least) = (try #require(best.disorder), try #require(best.leastDisorder))
    #expect(least < disorder && abs(best.shortfall * disorder - (disorder - least)) < 1e-12)
  }
}
