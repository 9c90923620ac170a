/// The measures there are, by the names that commands and programs give them.
public enum AgreementMeasure: String, Hashable, Sendable, CaseIterable {
  /// ``SpanF1`` with the same pieces and the same label.
  case f1Strict = "f1-strict"
  /// ``SpanF1`` with the same pieces.
  case f1Exact = "f1-exact"
  /// ``SpanF1`` with a code point in common.
  case f1Overlap = "f1-overlap"
  /// ``SpanF1`` with a code point in common and the same label.
  case f1OverlapLabel = "f1-overlap-label"
  /// ``SpanF1`` where an overlap counts one half.
  case f1Partial = "f1-partial"
  /// ``SpanF1`` of code points.
  case f1Chars = "f1-chars"
  /// How much of what the others marked the reference has too, strictly.
  case precision
  /// How much of what the reference marked the others have too, strictly.
  case recall
  /// ``CohenKappa``.
  case kappa
  /// ``ScottPi``.
  case pi
  /// ``FleissKappa``.
  case fleiss
  /// ``KrippendorffAlpha``, nominal.
  case alpha
  /// ``KrippendorffAlpha`` with the distance of sets MASI.
  case alphaMASI = "alpha-masi"
  /// ``AlphaU``.
  case alphaU = "alpha-u"
  /// ``UnitizedAlpha/value``.
  case uAlpha = "u-alpha"
  /// ``UnitizedAlpha/boundaries``.
  case uAlphaBoundaries = "u-alpha-boundaries"
  /// ``UnitizedAlpha/labels``; of one label, the alpha of that label.
  case uAlphaLabels = "u-alpha-labels"
  /// ``Gamma``.
  case gamma
  /// ``GammaCat``.
  case gammaCat = "gamma-cat"
  /// ``GammaCat`` of one label.
  case gammaK = "gamma-k"

  /// What is measured where nothing else is asked for.
  public static let usual: [AgreementMeasure] = [.f1Strict, .f1Overlap, .alpha, .gamma]
}

extension AgreementMeasure {
  /// When two spans are counterparts, where the measure matches spans.
  var mode: SpanF1.Mode? {
    switch self {
    case .f1Strict, .precision, .recall: .strict
    case .f1Exact: .exact
    case .f1Overlap: .overlap
    case .f1OverlapLabel: .overlapLabel
    case .f1Partial: .partial
    case .f1Chars: .chars
    default: nil
    }
  }

  /// Whether one annotator is taken to be right.
  public var needsReference: Bool { self == .precision || self == .recall }

  /// Whether it counts items, code points or words, by what they are called.
  public var countsItems: Bool {
    switch self {
    case .kappa, .pi, .fleiss, .alpha, .alphaMASI: true
    default: false
    }
  }

  /// Whether it needs the units and gaps of each annotator to fill the text without rest.
  var dividesText: Bool {
    self == .uAlpha || self == .uAlphaBoundaries || self == .uAlphaLabels
  }

  /// Whether it stands on the best alignment and on sampled chance.
  public var samplesChance: Bool { self == .gamma || self == .gammaCat || self == .gammaK }

  /// The value of a measure that counts items.
  func value(of runs: LabelRuns, _ distances: KrippendorffAlpha.Distances?) -> AgreementValue {
    switch self {
    case .kappa: CohenKappa.value(of: runs)
    case .pi: ScottPi.value(of: runs)
    case .fleiss: FleissKappa.value(of: runs)
    case .alphaMASI: KrippendorffAlpha.value(of: runs, distances ?? .init(runs, .masi))
    default: KrippendorffAlpha.value(of: runs)
    }
  }
}
