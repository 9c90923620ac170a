import Adjudication
import Testing

/// Artstein and Poesio, Inter-Coder Agreement for Computational Linguistics, Computational Linguistics
/// 34(4), 2008, section 2: two coders call a hundred utterances a statement or a request.
@Suite struct ArtsteinPoesio2008Tests {
  private let runs = LabelRuns(
    items: [("stat", "stat", 20), ("stat", "ireq", 20), ("ireq", "stat", 10), ("ireq", "ireq", 50)]
      .flatMap { [[String?]](repeating: [$0.0, $0.1], count: $0.2) })

  @Test func kappaTakesEachCodersHabitsAndPiTheirsTogether() throws {
    #expect(abs(try #require(CohenKappa.value(of: runs).number) - 0.348) < 5e-4)
    #expect(abs(try #require(ScottPi.value(of: runs).number) - 0.341) < 5e-4)
  }

  /// Of two coders, multi-pi is pi, and multi-kappa is kappa; alpha comes a little nearer to 1 than pi.
  @Test func theMeasuresOfManyAreThoseOfTwo() throws {
    let pi = try #require(ScottPi.value(of: runs).number)
    #expect(FleissKappa.value(of: runs).isNear(.number(pi)))
    #expect(DaviesFleissKappa.value(of: runs).isNear(CohenKappa.value(of: runs)))
    #expect(KrippendorffAlpha.value(of: runs).isNear(.number(1 - (1 - pi) * 199 / 200)))
  }
}
