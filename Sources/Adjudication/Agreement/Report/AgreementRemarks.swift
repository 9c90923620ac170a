/// What one should know before believing the values: what they stand on, and where that is little.
struct AgreementRemarks {
  private let evidence: AgreementEvidence
  private let rows: [AgreementRow]
  private let pieces: Int

  /// The fewest spans from which a value says much.
  private static let fewSpans = 30

  init(_ evidence: AgreementEvidence, rows: [AgreementRow], pieces: Int) {
    self.evidence = evidence
    self.rows = rows
    self.pieces = pieces
  }

  /// The sentences, those that matter most first.
  var sentences: [String] {
    [
      nobody, undefinedValues, passedOver(.precision), passedOver(.recall), givenUp, partlyShared,
      fewSpansAltogether, twoAnnotators, oneLabel, noInterval, reading,
    ].compactMap(\.self)
  }

  private var plan: AgreementPlan { evidence.plan }
  private var all: [AgreementRow] { rows.filter { $0.group == .all } }
  private var spanCount: Int { evidence.spanCounts.reduce(0, +) }

  private var nobody: String? {
    let idle = zip(plan.annotators, evidence.spanCounts).filter { $0.1 == 0 }.map(\.0)
    guard spanCount > 0, !idle.isEmpty else { return nil }
    return
      "\(idle.joined(separator: ", ")) marked nothing, which counts as reading and finding nothing"
  }

  private var undefinedValues: String? {
    var reasons: [(reason: AgreementValue.Reason, measures: [String])] = []
    for row in all {
      guard case .undefined(let reason) = row.value else { continue }
      if let place = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[place].measures.append(row.measure.rawValue)
      } else {
        reasons.append((reason, [row.measure.rawValue]))
      }
    }
    guard !reasons.isEmpty else { return nil }
    return reasons.map { reason, measures in
      let means = [AgreementMeasure.kappa, .pi].map(\.rawValue)
      let isOfPair =
        reason == .oneLabelOnly && plan.annotators.count > 2 && spanCount > 0
        && measures.contains(where: means.contains)
      let why =
        isOfPair
        ? "these are means over pairs of annotators, and in one pair at least \(reason.rawValue); values by pair tell which"
        : reason.rawValue
      return "\(measures.joined(separator: ", ")) cannot be computed: \(why)"
    }.joined(separator: "; ")
  }

  /// Whoever has no value is not in the mean, which looks better than it is.
  private func passedOver(_ measure: AgreementMeasure) -> String? {
    guard plan.measures.contains(measure),
      let passed = evidence.groups[.all]?.passedOver(measure), passed.count > 0,
      passed.count < passed.all
    else { return nil }
    let why =
      measure == .precision
      ? "who marked nothing that could be right or wrong"
      : "for whom the reference marked nothing to be found"
    return
      "\(measure.rawValue) passes over \(passed.count) of \(passed.all) annotators, \(why)"
  }

  private var givenUp: String? {
    let shortfall = evidence.groups.values.map(\.shortfall).max() ?? 0
    guard shortfall > 0 else { return nil }
    return
      "the search for the best alignment was given up: a disorder of gamma may be \(shortfall.percentAtMost) less at most, for which its interval has room; gamma-cat and gamma-k are about the alignment that was found"
  }

  private var partlyShared: String? {
    guard evidence.groups[.all]?.isPartlyShared == true,
      plan.measures.contains(where: { $0 == .alphaU || $0.dividesText || $0 == .fleiss })
    else { return nil }
    return "alpha-u, u-alpha and fleiss count only what all annotators have read"
  }

  private var fewSpansAltogether: String? {
    guard spanCount > 0, spanCount < Self.fewSpans else { return nil }
    return
      "\(spanCount) \(spanCount == 1 ? "span is" : "spans are") few: one more or less moves these values visibly"
  }

  private var twoAnnotators: String? {
    guard plan.annotators.count == 2, plan.reference == nil, spanCount > 0 else { return nil }
    return "with two annotators a disagreement does not tell who is right"
  }

  private var oneLabel: String? {
    let labels = evidence.confusion.labels
    guard labels.count == 1, let label = labels.first else { return nil }
    return
      "only \(label) occurs, so that this is about where spans are and not about what they are called"
  }

  private var noInterval: String? {
    let wants = plan.measures.contains { $0.mode != nil || $0.countsItems }
    guard wants, plan.draws > 0, spanCount > 0, pieces < PieceDrawing.fewestPieces else {
      return nil
    }
    return
      "an interval takes at least \(PieceDrawing.fewestPieces) \(plan.piece.rawValue), and there are \(pieces)"
  }

  private var reading: String? {
    guard plan.annotators.count > 2, plan.measures.contains(.uAlphaLabels) else { return nil }
    return "u-alpha-labels counts as paired what any other annotator covers"
  }
}
