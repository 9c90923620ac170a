import Adjudication
import Standoff
import Testing

/// Dawid and Skene, and MACE, against crowd-kit 1.4.2 on sixty things that five annotators of known
/// skill labelled.
@Suite struct CrowdTests {
  /// What w0 to w4 called each thing: claim, speaker, topic, nothing (`-`), or not seen (`.`).
  private static let table = """
    t.t.t ..cct .--tt .cc-t cc-cc ttttt ..s.t ts.tt scsst ss.ct .cc-t ttttt .ssst ttttt ss.st
    cccct cccct tttct .tsst ttttt ccctc cccct t-.-. ssscs ..cct sssst cccct ---.- sss.t ttttt
    cccct ttt.. cc.ct tccct c.ccc ----t s.sss ----t ----- .tt.t ttttt cccct ---ct sssss cccct
    ssss. ccccc ----- ttttt -tttt t.t.t cc.tc t-ttt s.sst ----t -ccct .cc-t cccct ..--. ---ct
    """.split(whereSeparator: \.isWhitespace).map { Array($0) }
  /// What both models of the package call them.
  private static let called = Array("tc-cctstssctstscctstcc-scsc-stctccc-s--ttc-scsc-tttcts-ccc--")
  private static let names: [Character: String] = [
    "c": "claim", "s": "speaker", "t": "topic", "-": "NONE",
  ]

  private let answers: CrowdAnswers

  init() {
    let workers = (0..<5).map { "w\($0)" }
    let ballots = Self.table.map { row in
      let own = zip(workers, row).filter { $0.1 != "." }
      let labels = Set(own.map(\.1)).subtracting(["-"]).sorted()
      return Ballot(
        .label,
        labels.map { label in
          Ballot.Answer(Self.names[label] ?? "", by: own.filter { $0.1 == label }.map(\.0))
        }, voters: own.map(\.0))
    }
    answers = CrowdAnswers(ballots, annotators: workers)
  }

  /// Without rounds there is what they begin with.
  @Test func noRoundsAreNoFault() {
    #expect(DawidSkene(answers, rounds: -1).skills.count == 5)
    #expect(MACE(answers, starts: -1).competences.count == 5)
    #expect(MACE(answers, rounds: -1).competences.count == 5)
    let ballot = Ballot(.label, [.init("claim", by: ["w0"])], voters: ["w0"])
    #expect(ThresholdPolicy(.percent(.max)).verdict(on: ballot) == .nothing)
    #expect(ThresholdPolicy(.percent(.min)).verdict(on: ballot) == .stands(0))
  }

  private func label(_ posterior: [Double]) -> String {
    let best = posterior.indices.max { posterior[$0] < posterior[$1] } ?? 0
    return best == 0 ? "NONE" : answers.labels[best]
  }

  @Test func dawidAndSkeneAgreeWithThePackage() throws {
    let model = DawidSkene(answers, smoothing: 0)
    #expect(model.posteriors.map(label) == Self.called.compactMap { Self.names[$0] })
    // Two of five saw that nothing is there; where all five say the same, so do they together.
    #expect(abs(model.posteriors[58][0] - 0.97933) < 1e-3)
    // What is used, which thinks no error impossible, says the same.
    let smoothed = DawidSkene(answers)
    #expect(smoothed.posteriors.map(label) == model.posteriors.map(label))
    #expect((smoothed.skills["w4"] ?? 1) < 0.6 && (smoothed.skills["w2"] ?? 0) > 0.85)
  }

  @Test(.enabled(if: Oracle.isThere)) func theTableAndThePosteriorsAreThoseOfTheOracle() throws {
    let oracle = try Oracle("30_crowd_aggregation.json")
    let rows = try #require(oracle.value["rows"]?.array).map { row in
      (row.array ?? []).compactMap(\.string)
    }
    let items = Set(rows.map { $0[0] }).sorted()
    let told = Self.table.enumerated().flatMap { place, row in
      row.enumerated().compactMap { worker, name in
        Self.names[name].map { [items[place], "w\(worker)", $0] }
      }
    }
    #expect(Set(told) == Set(rows))
    let model = DawidSkene(answers, smoothing: 0)
    let known = try #require(oracle.value.at("ref", "DawidSkene_n_iter_100_tol_1e-5"))
    for (place, item) in items.enumerated() {
      for (number, name) in answers.labels.enumerated() {
        let value = known.at("probas_", item, number == 0 ? "NONE" : name)?.double ?? 0
        #expect(abs(model.posteriors[place][number] - value) < 1e-3, "\(item) \(name)")
      }
    }
  }

  @Test func maceAgreesWithThePackage() {
    for seed in 0..<5 as Range<UInt64> {
      let model = MACE(answers, seed: seed)
      #expect(
        model.posteriors.map(label) == Self.called.compactMap { Self.names[$0] }, "seed \(seed)")
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
