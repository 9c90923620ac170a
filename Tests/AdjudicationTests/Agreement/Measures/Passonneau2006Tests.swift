import Adjudication
import Standoff
import Testing

/// Passonneau, Measuring Agreement on Set-Valued Items, LREC 2006: MASI is Jaccard's index times 1 for
/// equal sets, 2/3 where one holds the other, 1/3 where they cross, and 0 where they share nothing.
@Suite struct Passonneau2006Tests {
  /// Two items of which the second is called alike, so that alpha is 1 - 3 d / (sum of d over pairs).
  private func alpha(_ one: [String], _ other: [String], _ both: [String]) -> AgreementValue {
    func units(_ labels: [String], _ place: Int) -> [Continuum.Unit] {
      labels.compactMap { Continuum.Unit(TextRange(place, place + 1), label: $0) }
    }
    let continuum = Continuum(
      scope: TextRange(0, 2),
      units: [units(one, 0) + units(both, 1), units(other, 0) + units(both, 1)])
    return KrippendorffAlpha.value(of: LabelRuns(codePointsOf: [continuum]), metric: .masi)
  }

  /// Observed are 2 d of 4 names, expected 2 d + 4 (d' + d'') of 12 pairs, where d' and d'' are the
  /// distances from what both say.
  private func alpha(_ d: Double, _ toFirst: Double, _ toSecond: Double) -> AgreementValue {
    .number(1 - (2 * d / 4) / ((2 * d + 4 * (toFirst + toSecond)) / 12))
  }

  @Test func distancesAreThoseOfThePaper() {
    // Apart 1 from nothing and from other labels.
    #expect(alpha(["a"], ["b"], []).isNear(alpha(1, 1, 1)))
    // One holds the other: 1 - 1/2 · 2/3.
    #expect(alpha(["a"], ["a", "b"], []).isNear(alpha(2.0 / 3, 1, 1)))
    // They cross: 1 - 1/3 · 1/3; each holds what both say: 1 - 1/2 · 2/3.
    #expect(
      alpha(["a", "b"], ["b", "c"], ["b"]).isNear(alpha(8.0 / 9, 2.0 / 3, 2.0 / 3)))
    #expect(alpha(["a", "b"], ["a", "b"], ["c"]) == .number(1))
  }
}
