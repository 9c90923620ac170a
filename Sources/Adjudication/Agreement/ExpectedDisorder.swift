/// What disorder chance gives, by aligning sampled continua.
struct ExpectedDisorder {
  /// How many samples were made.
  let count: Int
  /// The mean and deviation of their disorders.
  let spread: Spread

  /// The factor of a deviation within which 19 of 20 normally distributed numbers lie.
  private static let most = 1.96

  init(
    of continuum: Continuum, sampler: ContinuumSampler, seed: UInt64, samples: Int,
    precision: Double?
  ) throws(AlignmentLimitReached) {
    var numbers = SeededNumbers(seed: seed)
    var disorders: [Double] = []
    var wanted = max(1, samples)
    while disorders.count < wanted {
      let sample = sampler.sample(of: continuum, &numbers)
      disorders.append(try Alignment.best(of: sample).disorder ?? 0)
      guard disorders.count == samples, let precision, precision > 0 else { continue }
      let first = Spread(of: disorders)
      let ratio = Self.most * first.deviation / (first.mean * precision)
      if first.mean > 0 { wanted = max(wanted, Int((ratio * ratio).rounded(.up))) }
    }
    count = disorders.count
    spread = Spread(of: disorders)
  }

  /// Where 1 - observed / expected lies in 19 of 20 choices of samples.
  func interval(observed: Double) -> ClosedRange<Double>? {
    let error = Self.most * spread.deviation / Double(max(1, count - 1)).squareRoot()
    guard spread.mean - error > 0 else { return nil }
    let low = 1 - observed / (spread.mean - error)
    return low...max(low, 1 - observed / (spread.mean + error))
  }
}
