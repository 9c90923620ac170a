/// Gamma-cat and gamma-k: how far annotators agree on labels, beyond chance, where their units meet.
///
/// Mathet, The Agreement Measure Gamma-cat: a Complement to Gamma Focused on Categorization of a
/// Continuum, Computational Linguistics 43(3), 2017: 1 - observed / expected over the disorders of
/// ``Alignment/labelDisorder(of:label:)``, the expected one the mean over sampled continua, those
/// left out that have none. Where one label is given this is gamma-k of that label. At most 1; 0 is
/// chance. Undefined where no units of two annotators meet, or where chance would not disagree.
public struct GammaCat: Hashable, Sendable {
  /// The number to print.
  public let value: AgreementValue
  /// The label disorder of the best alignment.
  public let observed: AgreementValue
  /// How many samples had a label disorder.
  public let sampleCount: Int
  /// How they were made.
  public let sampler: ContinuumSampler
  /// The seed that gives these samples again.
  public let seed: UInt64

  /// Measures a continuum.
  ///
  /// - Parameters:
  ///   - continuum: What the annotators marked.
  ///   - label: Where given, the one label that is looked at.
  ///   - sampler: How chance is imitated.
  ///   - seed: Where the random numbers start.
  ///   - samples: How many samples are made.
  public init(
    of continuum: Continuum, label: String? = nil, sampler: ContinuumSampler = .statistical,
    seed: UInt64 = 1, samples: Int = 30
  ) {
    self.sampler = sampler
    self.seed = seed
    let chance: [Double]
    (observed, chance) = Self.disorders(of: continuum, label, sampler, seed, samples)
    sampleCount = chance.count
    value =
      observed.number.map {
        .chanceCorrected(
          observed: $0, expected: Spread(of: chance).mean, otherwise: .noChanceDisagreement)
      } ?? observed
  }

  /// The disorder of the continuum, and those of its samples where it has one.
  private static func disorders(
    of continuum: Continuum, _ label: String?, _ sampler: ContinuumSampler, _ seed: UInt64,
    _ samples: Int
  ) -> (observed: AgreementValue, chance: [Double]) {
    let observed = disorder(of: continuum, label, stepLimit: Alignment.stepLimit)
    guard observed.number != nil else { return (observed, []) }
    let source = sampler.source(of: continuum)
    var numbers = SeededNumbers(seed: seed)
    var chance: [Double] = []
    for _ in 0..<max(1, samples) {
      let sample = source.next(&numbers)
      let disorder = disorder(of: sample, label, stepLimit: ExpectedDisorder.stepLimit)
      if let number = disorder.number { chance.append(number) }
    }
    return (observed, chance)
  }

  private static func disorder(
    of continuum: Continuum, _ label: String?, stepLimit: Int
  ) -> AgreementValue {
    guard continuum.annotatorCount > 1 else { return .undefined(.fewerThanTwoAnnotators) }
    return Alignment.best(of: continuum, stepLimit: stepLimit)
      .labelDisorder(of: continuum, label: label)
  }
}
