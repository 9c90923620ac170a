/// What came of a comparison: values, what was left out, which labels met, and where it is worst.
public struct AgreementReport: Sendable {
  /// What was asked for.
  public let plan: AgreementPlan
  /// The values: first those of everything, then those of each part, measure by measure.
  public let rows: [AgreementRow]
  /// What was left out, added up by annotator and reason.
  public let leftOut: [LeftOut]
  /// Which labels met.
  public let confusion: ConfusionTable
  /// Where annotators differ, the worst first.
  public let places: [DisputedPlace]
  /// How many articles at least two annotators have read.
  public let documentCount: Int
  /// How many code points or words they have.
  public let readCount: Int
  /// The spans that were compared, by annotator.
  public let spanCounts: [Int]
  /// How many articles or paragraphs were drawn from for intervals; 0 where they were too few.
  public let pieceCount: Int
  /// What one should know before believing the values, a sentence each.
  public let remarks: [String]

  /// Puts together what all articles show.
  public init(_ evidence: AgreementEvidence) {
    let plan = evidence.plan
    self.plan = plan
    confusion = evidence.confusion
    places = evidence.places
    documentCount = evidence.documentCount
    readCount = evidence.readCount
    spanCounts = evidence.spanCounts
    leftOut = Self.added(evidence.leftOut, plan.annotators)
    let pieces = evidence.groups[.all]?.pieceCount ?? 0
    pieceCount = pieces < PieceDrawing.fewestPieces || plan.draws < 1 ? 0 : pieces
    let rows = Self.rows(evidence)
    self.rows = rows
    remarks = AgreementRemarks(evidence, rows: rows, pieces: pieces).sentences
  }

  private static func added(_ leftOut: [LeftOut], _ annotators: [String]) -> [LeftOut] {
    annotators.flatMap { annotator in
      LeftOut.Reason.allCases.compactMap { reason in
        let count = leftOut.reduce(0) {
          $1.annotator == annotator && $1.reason == reason ? $0 + $1.count : $0
        }
        return count > 0 ? LeftOut(reason, of: annotator, count: count) : nil
      }
    }
  }

  private static func rows(_ evidence: AgreementEvidence) -> [AgreementRow] {
    let plan = evidence.plan
    var rows = Self.rows(.all, evidence)
    let labels = evidence.groups.keys.compactMap { group in
      if case .label(let label) = group { label } else { nil }
    }.sorted()
    for label in labels { rows += Self.rows(.label(label), evidence, label: label) }
    for (one, other) in annotatorPairs(plan.annotators.count) where plan.groups.contains(.pair) {
      rows += Self.rows(evidence.pair(one, other), evidence)
    }
    return rows + attributeRows(evidence) + relationRows(evidence) + evidence.documentRows
  }

  private static func rows(
    _ group: AgreementGroup, _ evidence: AgreementEvidence, label: String? = nil
  ) -> [AgreementRow] {
    let plan = evidence.plan
    guard let part = evidence.groups[group] else { return [] }
    let intervals = part.intervals(draws: plan.draws, seed: plan.seed)
    return plan.measures.map { measure in
      // The labels of one label alone are no question; how it fares among the others is.
      let asksAll = label != nil && (measure == .gammaK || measure == .uAlphaLabels)
      let value = asksAll ? evidence.groups[.all]?.value(of: measure, label: label) : nil
      return AgreementRow(
        measure, group, part, plan, interval: intervals[measure], value: value)
    }
  }

  private static func attributeRows(_ evidence: AgreementEvidence) -> [AgreementRow] {
    guard evidence.plan.groups.contains(.attribute) else { return [] }
    let wanted = evidence.plan.measures.filter(\.countsItems)
    let measures = wanted.isEmpty ? [.alpha] : wanted
    return evidence.attributes.names.flatMap { name in
      let runs = evidence.attributes.runs(of: name)
      let coverage = evidence.attributes.coverage(of: name)
      return measures.map {
        AgreementRow(
          $0, .attribute(name), value: $0.value(of: runs, nil), count: runs.itemCount,
          coverage: coverage)
      }
    }
  }

  private static func relationRows(_ evidence: AgreementEvidence) -> [AgreementRow] {
    guard evidence.plan.groups.contains(.relation) else { return [] }
    let wanted = evidence.plan.measures.filter {
      !$0.needsReference && $0.mode != nil && $0 != .f1Chars
    }
    let measures = wanted.isEmpty ? [.f1Strict] : wanted
    return evidence.relations.names.flatMap { name in
      measures.compactMap { measure in
        guard let mode = measure.mode else { return nil }
        let counts = evidence.relations.counts(of: name, mode)
        return AgreementRow(
          measure, .relation(name), value: evidence.relations.f1(of: name, mode),
          count: counts.all,
          coverage: counts.all > 0 ? Double(counts.covered) / Double(counts.all) : nil)
      }
    }
  }
}
