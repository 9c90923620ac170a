/// Gamma: how far annotators agree, beyond chance, on where units are and what they are called, at
/// once and on nested and crossing units too.
///
/// Mathet, Widlöcher and Métivier, The Unified and Holistic Method Gamma for Inter-Annotator
/// Agreement Measure and Alignment, Computational Linguistics 41(3), 2015: 1 - observed / expected,
/// where the observed disorder is that of the best alignment, and the expected one the mean over
/// sampled continua, each aligned exactly. At most 1, for all marked the same; 0 is chance, below 0
/// worse, and nothing is clamped. Undefined where nothing is marked.
public struct Gamma: Hashable, Sendable {
  /// The number to print.
  public let value: AgreementValue
  /// Where the value lies in 19 of 20 choices of samples; `nil` where there is no value, or one sample.
  ///
  /// Where a search for the best alignment was given up, there is room for the best one, whatever it is.
  public let interval: ClosedRange<Double>?
  /// The disorder of the best alignment.
  public let observed: Double?
  /// The mean disorder of the samples.
  public let expected: Double?
  /// How many samples were made.
  public let sampleCount: Int
  /// How they were made.
  public let sampler: ContinuumSampler
  /// The seed that gives these samples again.
  public let seed: UInt64
  /// The best alignment; ``Alignment/isBest`` says whether it is.
  public let alignment: Alignment?
  /// By which part of it one of the disorders, observed or sampled, can be less at most; 0 where all
  /// alignments are the best ones.
  public let shortfall: Double

  /// Measures a continuum.
  ///
  /// - Parameters:
  ///   - continuum: What the annotators marked.
  ///   - sampler: How chance is imitated.
  ///   - seed: Where the random numbers start.
  ///   - samples: How many samples are made at least.
  ///   - precision: By what part the expected disorder may be off in one case of 20: as many samples more
  ///     are made as the first ones, 30 at least, show to be needed, a million at most; `nil` makes no more.
  public init(
    of continuum: Continuum, sampler: ContinuumSampler = .statistical, seed: UInt64 = 1,
    samples: Int = 30, precision: Double? = nil
  ) {
    let best = Alignment.best(of: continuum)
    guard best.disorder != nil else {
      self.init(
        continuum.annotatorCount < 2 ? .fewerThanTwoAnnotators : .nothingMarked, sampler, seed)
      return
    }
    let chance = ExpectedDisorder(
      of: continuum, sampler: sampler, seed: seed, samples: samples, precision: precision)
    self.init(best, chance, sampler, seed)
  }

  private init(
    _ best: Alignment, _ chance: ExpectedDisorder, _ sampler: ContinuumSampler, _ seed: UInt64
  ) {
    self.sampler = sampler
    self.seed = seed
    alignment = best
    observed = best.disorder
    expected = chance.spread.mean
    sampleCount = chance.count
    let disorder = best.disorder ?? 0
    value =
      disorder == 0
      ? .number(1)
      : .chanceCorrected(
        observed: disorder, expected: chance.spread.mean, otherwise: .noChanceDisagreement)
    interval = ExpectedDisorder.interval(
      observed: disorder, leastObserved: best.leastDisorder ?? 0, expected: chance.spread.mean,
      leastExpected: chance.leastMean, squaredError: chance.squaredError)
    shortfall = max(best.shortfall, chance.shortfall)
  }

  /// A measure without a value.
  private init(_ reason: AgreementValue.Reason, _ sampler: ContinuumSampler, _ seed: UInt64) {
    self.sampler = sampler
    self.seed = seed
    (value, interval, observed, expected) = (.undefined(reason), nil, nil, nil)
    (sampleCount, alignment, shortfall) = (0, nil, 0)
  }
}
