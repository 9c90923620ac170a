import Standoff
import Testing

@testable import Adjudication

/// What a search that was given up leaves open is said, and the interval has room for it.
@Suite struct ShortfallTests {
  private func tally(_ continuum: Continuum, stepLimit: Int) -> DisorderTally {
    var tally = DisorderTally()
    tally.add(
      continuum, sampler: .shuffle, seed: 1, samples: 5, precision: nil, measuresLabels: true,
      stepLimit: stepLimit)
    return tally
  }

  @Test func theIntervalHasRoomForTheBestAlignment() throws {
    for seed in 0..<20 as Range<UInt64> {
      var random = RandomContinuum(seed)
      let continuum = random.make(annotators: 4...4, units: 9, length: 60)
      guard continuum.unitCount > 4 else { continue }
      let (exact, given) = (
        tally(continuum, stepLimit: .max), tally(continuum, stepLimit: 20)
      )
      #expect(exact.shortfall == 0 && given.shortfall > 0, "seed \(seed)")
      #expect(given.gamma.number != nil)
      guard let wide = given.interval, let narrow = exact.interval else { continue }
      #expect(
        wide.lowerBound <= narrow.lowerBound + 1e-9 && narrow.upperBound <= wide.upperBound + 1e-9,
        "seed \(seed)")
    }
  }

  @Test func aPartIsRoundedUp() {
    #expect(0.0041.percentAtMost == "0.5 %")
    #expect(0.0001.percentAtMost == "0.1 %")
    #expect(1.0.percentAtMost == "100.0 %")
  }
}
