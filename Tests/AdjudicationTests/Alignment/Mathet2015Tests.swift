import Adjudication
import Standoff
import Testing

/// Mathet, Widlöcher and Métivier, Computational Linguistics 41(3), 2015, and the fixtures that
/// dkpro-statistics recorded with pygamma-agreement.
@Suite struct Mathet2015Tests {
  private func disorder(_ annotators: [[(Int, Int, String)]]) throws -> Double? {
    let units = annotators.map { list in
      list.compactMap { Continuum.Unit([TextRange($0.0, $0.1)], label: $0.2) }
    }
    return Alignment.best(of: Continuum(scope: TextRange(0, 60), units: units)).disorder
  }

  /// Section 4.3: the positional dissimilarity is 0 for the same place, and does not depend on scale.
  @Test func positionIsScaleFree() throws {
    for scale in [1, 2, 3] {
      let apart = try disorder([[(0, 10 * scale, "a")], [(2 * scale, 12 * scale, "a")]])
      #expect(abs((apart ?? 1) - 0.04) < 1e-15)
    }
  }

  /// Fixture 01: every unit shifted by one.
  @Test func shiftedByOne() throws {
    #expect(
      try disorder([
        [(1, 5, "a"), (6, 10, "b"), (11, 15, "a")], [(2, 6, "a"), (7, 11, "b"), (12, 16, "a")],
      ]) == 0.0625)
  }

  /// Fixture 02: four units against two; pygamma computes in single precision.
  @Test func unequalCounts() throws {
    let found = try #require(
      try disorder([
        [(1, 5, "a"), (6, 10, "b"), (20, 24, "a"), (30, 34, "b")], [(2, 6, "a"), (31, 35, "b")],
      ]))
    #expect(abs(found - 0.70833331) < 2e-5)
  }

  /// Fixture 04: three annotators.
  @Test func threeAnnotators() throws {
    let found = try #require(
      try disorder([
        [(1, 5, "a"), (10, 14, "b")], [(2, 6, "a"), (11, 15, "b")], [(1, 4, "a"), (9, 14, "c")],
      ]))
    #expect(abs(found - 0.40875643) < 2e-5)
  }
}
