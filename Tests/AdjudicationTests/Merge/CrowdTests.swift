import Adjudication
import Standoff
import Testing

/// Dawid and Skene, and MACE, against crowd-kit 1.4.2 on sixty things that five annotators of known
/// skill labelled.
@Suite(.enabled(if: Oracle.isThere)) struct CrowdTests {
  private let answers: CrowdAnswers
  private let items: [String]
  private let reference: JSONValue

  init() throws {
    let oracle = try Oracle("30_crowd_aggregation.json")
    let rows = try #require(oracle.value["rows"]?.array).map { row in
      (row.array ?? []).compactMap(\.string)
    }
    items = Set(rows.map { $0[0] }).sorted()
    let workers = Set(rows.map { $0[1] }).sorted()
    let ballots = items.map { item in
      let own = rows.filter { $0[0] == item }
      let labels = Set(own.map { $0[2] }).subtracting(["NONE"]).sorted()
      return Ballot(
        .label,
        labels.map { label in
          Ballot.Answer(label, by: own.filter { $0[2] == label }.map { $0[1] })
        }, voters: own.map { $0[1] })
    }
    answers = CrowdAnswers(ballots, annotators: workers)
    reference = try #require(oracle.value["ref"])
  }

  private func label(_ posterior: [Double]) -> String {
    let best = posterior.indices.max { posterior[$0] < posterior[$1] } ?? 0
    return best == 0 ? "NONE" : answers.labels[best]
  }

  @Test func dawidAndSkeneAgreeWithThePackage() throws {
    let model = DawidSkene(answers, smoothing: 0)
    let known = try #require(reference["DawidSkene_n_iter_100_tol_1e-5"])
    for (place, item) in items.enumerated() {
      #expect(label(model.posteriors[place]) == known.at("labels", item)?.string, "\(item)")
      for (number, name) in answers.labels.enumerated() {
        let value = known.at("probas_", item, number == 0 ? "NONE" : name)?.double ?? 0
        #expect(abs(model.posteriors[place][number] - value) < 1e-3, "\(item) \(name)")
      }
    }
    // What is used, which thinks no error impossible, says the same.
    let smoothed = DawidSkene(answers)
    #expect(smoothed.posteriors.map(label) == model.posteriors.map(label))
    #expect((smoothed.skills["w4"] ?? 1) < 0.6 && (smoothed.skills["w2"] ?? 0) > 0.85)
  }

  @Test func maceAgreesWithThePackage() throws {
    let known = try #require(reference["MACE_vb_restarts10_iter50_seed0"])
    let labels = items.map { known.at("labels", $0)?.string ?? "" }
    for seed in 0..<5 as Range<UInt64> {
      let model = MACE(answers, seed: seed)
      #expect(model.posteriors.map(label) == labels, "seed \(seed)")
      let order = model.competences.sorted { $0.value > $1.value }.map(\.key)
      // As the package has them: .963, .893, .883, .712, .264.
      #expect(order == ["w2", "w1", "w0", "w3", "w4"], "seed \(seed)")
    }
  }

  @Test func theDigammaFunctionIsThatOfTheTables() {
    // Abramowitz and Stegun, table 6.1 and 6.3.2.
    #expect(abs(MACE.digamma(1) + 0.577_215_664_901_533) < 1e-9)
    #expect(abs(MACE.digamma(2) - 0.422_784_335_098_467) < 1e-9)
    #expect(abs(MACE.digamma(0.5) + 1.963_510_026_021_423) < 1e-9)
  }
}
