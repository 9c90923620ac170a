import Adjudication
import Standoff
import Testing

/// Every measure of three small texts, worked out in fractions; the disorders that chance gives were
/// sampled with pygamma-agreement 0.5.9.
@Suite struct SmallContinuaTests {
  private static func continuum(
    _ length: Int, _ lists: [(Int, Int, String)]...
  ) -> Continuum {
    Continuum(
      scope: TextRange(0, length),
      units: lists.map { list in
        list.compactMap { Continuum.Unit([TextRange($0.0, $0.1)], label: $0.2) }
      })
  }

  private static let flat = continuum(
    20, [(1, 5, "a"), (10, 14, "b")], [(2, 6, "a"), (11, 15, "b")], [(1, 4, "a"), (9, 14, "c")])
  private static let nested = continuum(
    40, [(0, 30, "claim"), (5, 12, "speaker"), (14, 28, "topic")],
    [(0, 28, "claim"), (5, 12, "speaker"), (16, 28, "topic"), (18, 22, "speaker")],
    [(0, 30, "claim"), (14, 28, "topic")])
  private static let split = continuum(
    30, [(0, 20, "a")], [(0, 10, "a"), (10, 20, "a")], [(0, 5, "a"), (5, 10, "a"), (10, 20, "a")])

  private func near(_ found: AgreementValue?, _ value: Double) -> Bool {
    found.map { $0.isNear(.number(value)) } ?? false
  }

  @Test func coefficients() {
    let runs = LabelRuns(codePointsOf: [Self.flat])
    #expect(near(KrippendorffAlpha.value(of: runs), 973 / 2094))
    #expect(near(FleissKappa.value(of: runs), 159 / 349))
    #expect(near(DaviesFleissKappa.value(of: runs), 83 / 178))
    #expect(near(CohenKappa.value(of: runs, between: 0, and: 2), 31 / 61))
    #expect(near(ScottPi.value(of: runs, between: 1, and: 2), 107 / 467))
    let stacked = LabelRuns(codePointsOf: [Self.nested])
    #expect(near(KrippendorffAlpha.value(of: stacked), 3571 / 5356))
    #expect(near(FleissKappa.value(of: stacked), 889 / 1339))
    #expect(near(CohenKappa.value(of: stacked, between: 1, and: 2), 26 / 51))
    let one = LabelRuns(codePointsOf: [Self.flat], label: "c")
    #expect(near(KrippendorffAlpha.value(of: one), -4 / 55))
  }

  @Test func pairsOfSpans() {
    let values: [(SpanF1.Mode, Double)] = [
      (.strict, 2 / 7), (.exact, 2 / 7), (.overlap, 6 / 7), (.overlapLabel, 6 / 7),
      (.chars, 47 / 51), (.partial, 4 / 7),
    ]
    for (mode, value) in values {
      let counts = SpanF1(mode).counts(of: [Self.nested], between: 0, and: 1)
      #expect(near(counts.f1, value), "\(mode)")
    }
  }

  @Test func alphasOfUnits() {
    #expect(near(AlphaU.value(of: [Self.flat], label: "a"), 467 / 545))
    #expect(near(AlphaU.value(of: [Self.flat]), 39_676_903 / 132_189_895))
    #expect(near(AlphaU.value(of: [Self.nested]), 544_921_729_361 / 581_420_405_360))
    #expect(near(AlphaU.value(of: [Self.split]), 431 / 2139))
    let union = UnitizedAlpha([Self.flat])
    #expect(near(union.value, 29_893 / 62_820) && near(union.boundaries, 2587 / 4320))
    #expect(near(union.labels, 652 / 1233) && near(union.byLabel["b"], 57 / 169))
    #expect(near(union.byLabel["c"], 15 / 203) && near(union.coverage["a"], 8 / 11))
    let mean = UnitizedAlpha([Self.flat], reading: .mean)
    #expect(near(mean.labels, 1816 / 3699) && near(mean.byLabel["b"], 1206 / 3887))
    #expect(near(mean.byLabel["a"], 1) && near(mean.byLabel["c"], 0))
    // Where the bounds inside are is no matter of code points.
    #expect(UnitizedAlpha([Self.split]).value == .number(1))
  }

  @Test func disorders() throws {
    let (flat, nested) = (Alignment.best(of: Self.flat), Alignment.best(of: Self.nested))
    #expect(abs(try #require(flat.disorder) - 0.4087564037960864) < 1e-12)
    #expect(abs(try #require(nested.disorder) - 0.5571347156456459) < 1e-12)
    #expect(abs(try #require(Alignment.best(of: Self.split).disorder) - 8.0 / 9) < 1e-12)
    #expect(near(flat.labelDisorder(of: Self.flat), 0.33827060967509354))
    #expect(near(flat.labelDisorder(of: Self.flat, label: "b"), 0.6668494653139566))
    #expect(near(flat.labelDisorder(of: Self.flat, label: "c"), 1))
    #expect(near(nested.labelDisorder(of: Self.nested), 0))
  }

  /// What samplers of chance give lies within four errors of both means.
  @Test func chance() throws {
    let known: [(Continuum, ContinuumSampler, mean: Double, deviation: Double)] = [
      (Self.flat, .statistical, 1.1296025900215356, 0.3292422943799),
      (Self.flat, .shuffle, 1.244678013983371, 0.29264173493876344),
      (Self.nested, .statistical, 1.6494232771552546, 0.3808596937942819),
      (Self.nested, .shuffle, 0.9589324746139707, 0.1692428180736381),
    ]
    for (continuum, sampler, mean, deviation) in known {
      let end = continuum.units.joined().map(\.extent.upper.value).max() ?? 0
      let bounded = Continuum(scope: TextRange(0, end), units: continuum.units)
      let found = try #require(Gamma(of: bounded, sampler: sampler, samples: 200).expected)
      let error = deviation * (2.0 / 200).squareRoot()
      #expect(abs(found - mean) < 4 * error, "\(sampler): \(found), not \(mean)")
    }
  }
}
