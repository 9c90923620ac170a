import Standoff

/// How far annotators are from the best alignment's perfection, and how far chance would be.
///
/// Of several texts each weighs as much as was marked in it: by its units by annotator, as it would
/// in one text of them all. Chance does not mix texts.
struct DisorderTally: Sendable {
  /// What labels add, of units that are aligned.
  ///
  /// As in ``GammaCat`` samples without a label disorder are left out of what is expected: so is a
  /// text whose samples all have none. What was observed in it counts, for that is no matter of chance.
  private struct Labels {
    var observed = 0.0
    var weight = 0.0
    /// The sum of the texts' expected disorders, each by its weight.
    var expected = 0.0
    /// The weight of the texts that have one.
    var expectedWeight = 0.0

    static func += (sum: inout Labels, more: Labels) {
      sum.observed += more.observed
      sum.weight += more.weight
      sum.expected += more.expected
      sum.expectedWeight += more.expectedWeight
    }
  }

  private var observed = 0.0
  private var expected = 0.0
  /// What the two are at least, where searches for best alignments were given up.
  private var leastObserved = 0.0
  private var leastExpected = 0.0
  /// The largest ``Gamma/shortfall``.
  private(set) var shortfall = 0.0
  /// The square of the standard error of ``expected``.
  private var variance = 0.0
  private var weight = 0.0
  private var unitCount = 0
  private(set) var sampleCount = 0
  /// By label, `nil` for all labels together.
  private var labels: [String?: Labels] = [:]
  /// The most annotators that have read one text.
  private var annotatorCount = 0

  /// Adds what those who have read a passage marked.
  ///
  /// - Parameter measuresLabels: whether gamma-cat and gamma-k are wanted.
  mutating func add(
    _ continuum: Continuum, sampler: ContinuumSampler, seed: UInt64, samples: Int,
    precision: Double?, measuresLabels: Bool, stepLimit: Int = Alignment.stepLimit
  ) {
    annotatorCount = max(annotatorCount, continuum.annotatorCount)
    unitCount += continuum.unitCount
    guard continuum.annotatorCount > 1, continuum.unitCount > 0 else { return }
    let names: [String?] = measuresLabels ? [nil] + continuum.labels : []
    let best = Alignment.best(of: continuum, stepLimit: stepLimit)
    var chance: [String?: [Double]] = [:]
    let disorder = ExpectedDisorder(
      of: continuum, sampler: sampler, seed: seed, samples: samples, precision: precision,
      stepLimit: min(stepLimit, ExpectedDisorder.stepLimit)
    ) { sample, alignment in
      for name in names {
        if let number = alignment.labelDisorder(of: sample, label: name).number {
          chance[name, default: []].append(number)
        }
      }
    }
    let share = Double(continuum.unitCount) / Double(continuum.annotatorCount)
    weight += share
    observed += share * (best.disorder ?? 0)
    expected += share * disorder.spread.mean
    leastObserved += share * (best.leastDisorder ?? 0)
    leastExpected += share * disorder.leastMean
    shortfall = max(shortfall, best.shortfall, disorder.shortfall)
    variance += share * share * disorder.squaredError
    sampleCount += disorder.count
    for name in names {
      guard let found = best.labelSum(of: continuum, label: name) else { continue }
      var more = Labels(observed: found.sum, weight: found.weight)
      if let disorders = chance[name] {
        more.expected = found.weight * Spread(of: disorders).mean
        more.expectedWeight = found.weight
      }
      labels[name, default: Labels()] += more
    }
  }

  /// Adds what was found in other texts.
  mutating func append(_ other: DisorderTally) {
    observed += other.observed
    expected += other.expected
    leastObserved += other.leastObserved
    leastExpected += other.leastExpected
    shortfall = max(shortfall, other.shortfall)
    variance += other.variance
    weight += other.weight
    unitCount += other.unitCount
    sampleCount += other.sampleCount
    annotatorCount = max(annotatorCount, other.annotatorCount)
    for (name, found) in other.labels { labels[name, default: Labels()] += found }
  }
}

extension DisorderTally {
  /// Why nothing can be said, if so.
  private var reason: AgreementValue.Reason? {
    if annotatorCount < 2 { return .nothingCompared }
    return unitCount == 0 ? .nothingMarked : nil
  }

  /// The disorder of the best alignment, over all texts.
  var disorder: Double? { reason == nil && weight > 0 ? observed / weight : nil }

  /// ``Gamma/value``.
  var gamma: AgreementValue {
    if let reason { return .undefined(reason) }
    return observed == 0
      ? .number(1)
      : .chanceCorrected(observed: observed, expected: expected, otherwise: .noChanceDisagreement)
  }

  /// ``Gamma/interval``.
  var interval: ClosedRange<Double>? {
    guard gamma.number != nil else { return nil }
    return ExpectedDisorder.interval(
      observed: observed, leastObserved: leastObserved, expected: expected,
      leastExpected: leastExpected, squaredError: variance)
  }

  /// Gamma-cat, or gamma-k of a label.
  func labelAgreement(_ label: String?) -> AgreementValue {
    if let reason { return .undefined(reason) }
    guard let found = labels[label], found.weight > 0 else { return .undefined(.nothingShared) }
    return .chanceCorrected(
      observed: found.observed * found.expectedWeight, expected: found.expected * found.weight,
      otherwise: .noChanceDisagreement)
  }
}
