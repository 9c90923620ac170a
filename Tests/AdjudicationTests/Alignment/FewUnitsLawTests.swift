import Standoff
import TestSupport
import Testing

@testable import Adjudication

/// The short way for two or three units against the search for any number; `GALLEY_LAWS` asks for more
/// rounds.
@Suite struct FewUnitsLawTests {
  @Test func fewUnitsAreClusteredAsManyAre() throws {
    var chosenCount = 0
    for seed in 0..<(RandomContinuum.asked ?? 1000) {
      var random = RandomContinuum(seed)
      let continuum = random.make(annotators: 3...4, units: 4, length: 60, labels: 2)
      for sharesWords in [false, true] {
        let placement = Placement(of: continuum, sharingWords: sharesWords)
        let links = LinkSweep(placement, most: .max)
        let few = FewUnits(placement, links: links)
        var search = ClusterSearch(placement, links: links, places: links.components.places)
        for number in 0..<links.components.count {
          let units = links.components[number]
          guard units.count <= FewUnits.most else { continue }
          var effort = SearchEffort(limit: .max)
          let (table, _) = search.clusters(among: units, &effort)
          let choice = ClusterChoice(among: table, unitCount: units.count, &effort) {
            Rematching(Array(units), placement, links, stepLimit: .max)
          }
          let chosen = choice.clusters.map { $0.map { units[units.startIndex + $0] } }
          let cluster = few.cluster(of: units)
          try #require(
            chosen == (cluster.isEmpty ? [] : [cluster]), "seed \(seed), sharing: \(sharesWords)")
          if cluster.count == 3 { chosenCount += 1 }
        }
      }
    }
    #expect(chosenCount > 50)
  }
}
