import Standoff
import Testing

@testable import Adjudication

/// What samples of chance say where they are few, and of several texts and passages.
@Suite struct ChanceTests {
  private static func continuum(
    _ length: Int, _ lists: [[(Int, Int, String)]]
  ) -> Continuum {
    Continuum(
      scope: TextRange(0, length),
      units: lists.map { list in
        list.compactMap { Continuum.Unit([TextRange($0.0, $0.1)], label: $0.2) }
      })
  }

  /// Articles of eight units by each annotator, of which one has the rare label, for both or for one.
  private static func rareLabels(_ count: Int) -> [Continuum] {
    var random = RandomContinuum(60)
    return (0..<count).map { number in
      let rare = random.below(8)
      let lists = (0..<2).map { annotator in
        (0..<8).map { place in
          let start = 10 * place + random.below(4)
          let isRare = place == rare && (annotator == 0 || number.isMultiple(of: 2))
          return (start, start + 4 + random.below(3), isRare ? "rare" : "usual")
        }
      }
      return continuum(90, lists)
    }
  }

  /// Of many articles there are two samples each, and one whose samples happen to lack a label says
  /// nothing of chance, which is not the same as saying that chance gives no disorder.
  @Test func aRareLabelInManyArticles() throws {
    let articles = try Self.rareLabels(50).enumerated().map { try Sheets($1).compared("\($0)") }
    func value(samples: Int) throws -> Double {
      let report = Sheets.report(articles, annotators: 2) {
        $0.measures = [.gammaK, .gammaCat]
        $0.groups = [.label]
        $0.samples = samples
      }
      return try #require(report.row(.gammaK, .label("rare"))?.value.number)
    }
    let (few, many) = (try value(samples: 30), try value(samples: 50 * 40))
    #expect(abs(few - many) < 0.05, "\(few), not \(many)")
  }

  /// The same texts measured one by one, chance pooled over those of which a sample has the label.
  @Test func labelsOfSeveralTextsArePooled() throws {
    var (sum, weight, chance, sampled) = (0.0, 0.0, 0.0, 0.0)
    var tally = DisorderTally()
    for (number, text) in Self.rareLabels(20).enumerated() {
      let seed = UInt64(number)
      tally.add(
        text, sampler: .statistical, seed: seed, samples: 2, precision: nil, measuresLabels: true)
      let found = try #require(Alignment.best(of: text).labelSum(of: text, label: "rare"))
      sum += found.sum
      weight += found.weight
      var disorders: [Double] = []
      _ = ExpectedDisorder(
        of: text, sampler: .statistical, seed: seed, samples: 2, precision: nil
      ) { sample, best in
        if let number = best.labelDisorder(of: sample, label: "rare").number {
          disorders.append(number)
        }
      }
      guard !disorders.isEmpty else { continue }
      chance += found.weight * Spread(of: disorders).mean
      sampled += found.weight
    }
    #expect(sampled < weight)
    let pooled = AgreementValue.number(1 - (sum / weight) / (chance / sampled))
    #expect(tally.labelAgreement("rare").isNear(pooled))
  }

  /// Two samples that happen to be equally disordered are no proof of precision.
  @Test func precisionIsDecidedByThirtySamples() {
    let text = Self.continuum(
      60, [[(0, 5, "a"), (20, 28, "b")], [(1, 5, "a"), (33, 41, "b"), (50, 52, "a")]])
    for samples in [1, 2, 10] {
      let chance = ExpectedDisorder(
        of: text, sampler: .statistical, seed: 1, samples: samples, precision: 0.9)
      #expect(chance.count == 30)
    }
    let exact = ExpectedDisorder(
      of: text, sampler: .statistical, seed: 1, samples: 2, precision: 0.05)
    #expect(exact.count > 30)
    #expect(
      ExpectedDisorder.deviations * exact.squaredError.squareRoot() < 0.06 * exact.spread.mean)
  }

  /// One sample does not tell how far another would have been from it.
  @Test func oneSampleHasNoInterval() throws {
    let text = Self.continuum(60, [[(0, 5, "a"), (20, 28, "b")], [(1, 5, "a"), (33, 41, "b")]])
    let gamma = Gamma(of: text, samples: 1)
    #expect(gamma.value.number != nil && gamma.interval == nil)
    let report = Sheets.report([try Sheets(text).compared()], annotators: 2) {
      $0.measures = [.gamma]
      $0.samples = 1
    }
    #expect(report.row(.gamma)?.value.number != nil && report.row(.gamma)?.interval == nil)
    #expect(Gamma(of: text, samples: 2).interval != nil)
  }

  /// Passages have samples of their own, or their errors would be one error, and not sum up as they do.
  @Test func passagesAreSampledApart() {
    let plan = AgreementPlan(annotators: ["ana", "ben"])
    let seeds = (0..<4).map { plan.seed(ofPassage: $0, in: 7) }
    #expect(seeds[0] == 7 && Set(seeds).count == 4)
  }

  /// The seed of an article belongs to its words and its name without folders.
  @Test func seedsDoNotDependOnFolders() throws {
    let plan = AgreementPlan(annotators: ["ana", "ben"], documentCount: 3)
    func seed(_ name: String, _ text: String) throws -> UInt64 {
      plan.seed(of: try Sheets(text, ["", ""]).compared(name))
    }
    #expect(try seed("corpus/2023/doc", "The pier.") == seed("/abs/corpus/2023/doc", "The pier."))
    #expect(try seed("2023/doc", "The pier.") != seed("2024/doc", "The quay."))
    #expect(try seed("doc", "The pier.") != seed("other", "The pier."))
    let one = AgreementPlan(annotators: ["ana", "ben"])
    #expect(one.seed(of: try Sheets("x", ["", ""]).compared()) == 1)
  }
}
