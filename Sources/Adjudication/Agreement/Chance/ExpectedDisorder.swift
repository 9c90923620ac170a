/// What disorder chance gives, by aligning sampled continua.
struct ExpectedDisorder {
  /// How many samples were made.
  let count: Int
  /// The mean and deviation of their disorders.
  let spread: Spread
  /// What the mean is at least where not all alignments are the best ones.
  let leastMean: Double
  /// By which part of it the disorder of a sample can be less at most.
  let shortfall: Double

  /// The factor of a deviation within which 19 of 20 normally distributed numbers lie.
  static let most = 1.96
  /// How many samples are made at most to be precise.
  private static let mostSamples = 1_000_000
  /// How many steps the alignment of one sample may take: two seconds, for there are many.
  static let stepLimit = Alignment.stepLimit / 5

  /// Makes samples and aligns them; `visit` sees each with its best alignment.
  init(
    of continuum: Continuum, sampler: ContinuumSampler, seed: UInt64, samples: Int,
    precision: Double?, stepLimit: Int = Self.stepLimit,
    visit: (Continuum, Alignment) -> Void = { _, _ in }
  ) {
    let source = sampler.source(of: continuum)
    var numbers = SeededNumbers(seed: seed)
    var (disorders, least): ([Double], [Double]) = ([], [])
    var shortfall = 0.0
    var wanted = max(1, samples)
    while disorders.count < wanted {
      let sample = source.next(&numbers)
      let best = Alignment.best(of: sample, stepLimit: stepLimit)
      disorders.append(best.disorder ?? 0)
      least.append(best.leastDisorder ?? 0)
      shortfall = max(shortfall, best.shortfall)
      visit(sample, best)
      guard disorders.count == samples, let precision, precision > 0 else { continue }
      let first = Spread(of: disorders)
      let ratio = Self.most * first.deviation / (first.mean * precision)
      if first.mean > 0 {
        wanted = max(wanted, Int(min(Double(Self.mostSamples), ratio * ratio).rounded(.up)))
      }
    }
    count = disorders.count
    spread = Spread(of: disorders)
    leastMean = Spread(of: least).mean
    self.shortfall = shortfall
  }

  /// The square of the standard error of the mean.
  var squaredError: Double { spread.deviation * spread.deviation / Double(max(1, count - 1)) }

  /// Where 1 - observed / expected lies in 19 of 20 choices of samples; both disorders anywhere
  /// between what was found and what they are at least.
  func interval(observed: Double, atLeast least: Double) -> ClosedRange<Double>? {
    let error = Self.most * squaredError.squareRoot()
    guard leastMean - error > 0 else { return nil }
    let low = 1 - observed / (leastMean - error)
    return low...max(low, 1 - least / (spread.mean + error))
  }
}
