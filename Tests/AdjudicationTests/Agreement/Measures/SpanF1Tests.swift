import Adjudication
import Standoff
import Testing

/// The six modes of F1 against the oracle, and what a greedy matching gets wrong.
@Suite struct SpanF1Tests {
  @Test(.enabled(if: Oracle.isThere)) func everyPairOfTheOracle() throws {
    let names: [(SpanF1.Mode, String)] = [
      (.strict, "strict"), (.exact, "exact"), (.overlap, "overlap"),
      (.overlapLabel, "overlap_type"), (.partial, "partial"), (.chars, "char_typed"),
    ]
    var count = 0
    for set in try Oracle.sets() {
      let continuum = try set.continuum()
      for (pair, value) in set.value["pairwise_f1"]?.members ?? [] {
        let annotators = pair.split(separator: "-").compactMap { Int($0) }
        for (mode, name) in names {
          let expected = try #require(value.at("exact", "f1", name)?.double)
          let counts = SpanF1(mode).counts(
            of: [continuum], between: annotators[0], and: annotators[1])
          let found = try #require(counts.f1.number)
          #expect(abs(found - expected) <= 1e-12, "\(set.name) \(pair) \(name)")
          count += 1
        }
      }
    }
    #expect(count > 180)
  }

  /// Taking the first counterpart at hand would leave the short span of the second annotator alone.
  @Test func theMatchingIsTheLargest() throws {
    let documents = [
      try marked([[(0, 20), (2, 4)], [(2, 4), (10, 12)]])
    ]
    #expect(SpanF1(.overlap).value(of: documents) == .number(1))
    #expect(SpanF1(.strict).value(of: documents) == .number(0.5))
    #expect(SpanF1(.partial).value(of: documents) == .number(0.75))
  }

  @Test func bothEmptyIsOneOfNothing() throws {
    let counts = SpanF1(.strict).counts(of: [try marked([[], []])], between: 0, and: 1)
    #expect(counts.f1 == .number(1) && counts.spanCount == 0)
    #expect(counts.precision == .undefined(.nothingMarked))
    #expect(counts.recall == .undefined(.nothingMarked))
    #expect(
      SpanF1(.strict).value(of: [try marked([[]])]) == .undefined(.fewerThanTwoAnnotators))
  }

  @Test func precisionAndRecallTakeTheFirstAsReference() throws {
    let documents = [try marked([[(0, 2), (4, 6), (8, 9)], [(0, 2), (3, 4), (8, 9), (11, 12)]])]
    let counts = SpanF1(.strict).counts(of: documents, between: 0, and: 1)
    #expect(counts.precision == .number(0.5))
    #expect(counts.recall == .number(2.0 / 3))
  }

  /// 1 exactly where the same is marked; strict ≤ exact ≤ overlap; neither order nor place counts.
  @Test func laws() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 4_000_000)
      let continuum = random.make(annotators: 2...2, units: 7, length: 40)
      let values = try SpanF1.Mode.allCases.map { mode in
        try #require(SpanF1(mode).value(of: [continuum]).number)
      }
      try #require(values[0] <= values[1] && values[1] <= values[2], "seed \(seed)")
      try #require(values[3] <= values[2] && values[1] <= values[4], "seed \(seed)")
      try #require((values[0] == 1) == continuum.isUnanimous, "seed \(seed)")
      let moved = random.shuffled(continuum.moved(by: 77, renaming: ["a": "c", "c": "a"]))
      for (mode, value) in zip(SpanF1.Mode.allCases, values) {
        #expect(SpanF1(mode).value(of: [moved]) == .number(value), "\(mode), seed \(seed)")
        #expect(SpanF1(mode).value(of: [moved, moved]) == .number(value), "\(mode), seed \(seed)")
        #expect(SpanF1(mode).pooledValue(of: [moved]) == .number(value), "\(mode), seed \(seed)")
      }
    }
  }

  private func marked(_ annotators: [[(Int, Int)]]) throws -> Continuum {
    Continuum(
      scope: TextRange(0, 30),
      units: annotators.map { list in
        list.compactMap { Continuum.Unit([TextRange($0.0, $0.1)], label: "a") }
      })
  }
}
