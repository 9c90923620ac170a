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

  /// Within how many deviations 19 of 20 normally distributed numbers lie.
  static let deviations = 1.96
  /// How many samples are made at least before it is decided how many make a mean precise, as in the
  /// paper on gamma: of two, equal by chance, one would gather that they are enough.
  static let fewestToDecide = 30
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
    let precision = precision ?? 0
    let first = max(samples, precision > 0 ? Self.fewestToDecide : 1)
    var wanted = first
    while disorders.count < wanted {
      let sample = source.next(&numbers)
      let best = Alignment.best(of: sample, stepLimit: stepLimit)
      disorders.append(best.disorder ?? 0)
      least.append(best.leastDisorder ?? 0)
      shortfall = max(shortfall, best.shortfall)
      visit(sample, best)
      guard disorders.count == first, precision > 0 else { continue }
      let spread = Spread(of: disorders)
      let ratio = Self.deviations * spread.deviation / (spread.mean * precision)
      if spread.mean > 0 {
        wanted = max(wanted, Int(min(Double(Self.mostSamples), ratio * ratio).rounded(.up)))
      }
    }
    count = disorders.count
    spread = Spread(of: disorders)
    leastMean = Spread(of: least).mean
    self.shortfall = shortfall
  }

  /// The square of the standard error of the mean; infinite for one sample, which does not tell.
  var squaredError: Double {
    count > 1 ? spread.deviation * spread.deviation / Double(count - 1) : .infinity
  }

  /// Where 1 - observed / expected lies in 19 of 20 choices of samples; `nil` where anything may be.
  ///
  /// - Parameters:
  ///   - observed: The disorder that was found.
  ///   - leastObserved: What it is at least, where the best alignment was not found.
  ///   - expected: The mean disorder of the samples.
  ///   - leastExpected: What that is at least.
  ///   - squaredError: The square of its standard error.
  static func interval(
    observed: Double, leastObserved: Double, expected: Double, leastExpected: Double,
    squaredError: Double
  ) -> ClosedRange<Double>? {
    let error = deviations * squaredError.squareRoot()
    guard leastExpected - error > 0 else { return nil }
    let low = 1 - observed / (leastExpected - error)
    return low...max(low, 1 - leastObserved / (expected + error))
  }
}
