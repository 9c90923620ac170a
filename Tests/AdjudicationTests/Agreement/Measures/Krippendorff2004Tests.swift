import Adjudication
import Standoff
import Testing

/// Krippendorff, Content Analysis, 2nd edition, 2004, page 254, and an example of dkpro-statistics.
@Suite struct Krippendorff2004Tests {
  private func continuum(
    _ scope: TextRange, _ annotators: [[(Int, Int, String)]]
  ) -> Continuum {
    Continuum(
      scope: scope,
      units: annotators.map { list in
        list.compactMap { Continuum.Unit([TextRange($0.0, $0.1)], label: $0.2) }
      })
  }

  @Test func twoLabelsFrom150To450() throws {
    let page = continuum(
      TextRange(150, 450),
      [
        [(225, 295, "c"), (370, 400, "c"), (180, 240, "k"), (300, 350, "k")],
        [(220, 300, "c"), (355, 375, "c"), (400, 420, "c"), (180, 240, "k"), (300, 350, "k")],
      ])
    let found = try AlphaU.disagreement(of: [page], label: "c").get()
    #expect(abs(found.observed - 0.0144) < 5e-5)
    #expect(abs(found.expected - 0.0532) < 5e-5)
    let c = try #require(AlphaU.value(of: [page], label: "c").number)
    #expect(abs(c - 0.7286) < 5e-5)
    #expect(AlphaU.value(of: [page], label: "k") == .number(1))
    // The book adds up rounded disagreements.
    let all = try #require(AlphaU.value(of: [page]).number)
    #expect(abs(all - 0.8591) < 5e-4)
  }

  @Test func oneUnitAgainstThreeInsideIt() throws {
    let small = continuum(
      TextRange(0, 10), [[(1, 9, "A")], [(2, 3, "A"), (4, 5, "A"), (6, 7, "A")]])
    let found = try AlphaU.disagreement(of: [small], label: "A").get()
    #expect(abs(found.observed - 0.91) < 1e-4 && abs(found.expected - 0.5351) < 1e-4)
    let alpha = try #require(AlphaU.value(of: [small]).number)
    #expect(abs(alpha + 0.7003) < 1e-4)
  }
}
