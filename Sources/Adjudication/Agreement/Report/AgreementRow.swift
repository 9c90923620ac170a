/// What a measure says of all that was compared, or of a part of it.
public struct AgreementRow: Hashable, Sendable {
  /// The measure.
  public let measure: AgreementMeasure
  /// What it is about.
  public let group: AgreementGroup
  /// The number, or why there is none.
  public let value: AgreementValue
  /// Where the value lies in 19 of 20 drawings of articles or paragraphs; for gamma, in 19 of 20
  /// choices of samples.
  public let interval: ClosedRange<Double>?
  /// How many things it stands on: spans of all annotators, code points or words, relations, or, of
  /// an attribute, pairs of spans that could have it; of three annotators and more, spans that two of
  /// them marked at least.
  public let count: Int
  /// How chance is imitated, where it is.
  public let sampler: ContinuumSampler?
  /// The seed that gives the samples of chance again.
  public let seed: UInt64?
  /// How many samples were made.
  public let sampleCount: Int?
  /// The disorder of the best alignment, for gamma.
  public let disorder: Double?
  /// By which part of it a disorder that gamma stands on can be less at most; `nil` where all alignments
  /// are the best ones.
  public let shortfall: Double?
  /// Of attributes and relations, the share that hangs on spans that both annotators marked.
  public let coverage: Double?

  init(
    _ measure: AgreementMeasure, _ group: AgreementGroup, value: AgreementValue, count: Int,
    interval: ClosedRange<Double>? = nil, coverage: Double? = nil
  ) {
    self.measure = measure
    self.group = group
    self.value = value
    self.interval = value.number == nil ? nil : interval
    self.count = count
    self.coverage = coverage
    (sampler, seed, sampleCount, disorder, shortfall) = (nil, nil, nil, nil, nil)
  }

  init(
    _ measure: AgreementMeasure, _ group: AgreementGroup, _ evidence: MeasureEvidence,
    _ plan: AgreementPlan, interval: ClosedRange<Double>?, value: AgreementValue? = nil
  ) {
    self.measure = measure
    self.group = group
    let value = value ?? evidence.value(of: measure)
    self.value = value
    self.interval = value.number == nil ? nil : interval
    count = evidence.count(of: measure)
    coverage = nil
    let isSampled = measure.samplesChance && evidence.sampleCount > 0
    sampler = isSampled ? plan.sampler : nil
    seed = isSampled ? plan.seed : nil
    sampleCount = isSampled ? evidence.sampleCount : nil
    disorder = measure == .gamma ? evidence.observedDisorder : nil
    shortfall = isSampled && evidence.shortfall > 0 ? evidence.shortfall : nil
  }
}
