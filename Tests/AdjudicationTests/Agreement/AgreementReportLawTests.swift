import Adjudication
import Standoff
import Testing

/// Reports hold what the measures say of the same continua, and keep the laws of agreement.
@Suite struct AgreementReportLawTests {
  private static let direct: [(AgreementMeasure, @Sendable ([Continuum]) -> AgreementValue)] = [
    (.f1Chars, { SpanF1(.chars).value(of: $0) }),
    (.kappa, { CohenKappa.value(of: LabelRuns(codePointsOf: $0)) }),
    (.pi, { ScottPi.value(of: LabelRuns(codePointsOf: $0)) }),
    (.fleiss, { FleissKappa.value(of: LabelRuns(codePointsOf: $0)) }),
    (.alpha, { KrippendorffAlpha.value(of: LabelRuns(codePointsOf: $0)) }),
    (.alphaMASI, { KrippendorffAlpha.value(of: LabelRuns(codePointsOf: $0), metric: .masi) }),
    (.alphaU, { AlphaU.value(of: $0) }),
    (.uAlpha, { UnitizedAlpha($0).value }),
    (.uAlphaBoundaries, { UnitizedAlpha($0).boundaries }),
    (.uAlphaLabels, { UnitizedAlpha($0).labels }),
  ]
  private static let modes: [(AgreementMeasure, SpanF1.Mode)] = [
    (.f1Strict, .strict), (.f1Exact, .exact), (.f1Overlap, .overlap),
    (.f1OverlapLabel, .overlapLabel), (.f1Partial, .partial),
  ]

  /// Counts that are added up article by article say the same as all articles at once.
  @Test func articlesAddedUpSayWhatTheySayAtOnce() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 7_000_000)
      let annotators = 2 + random.below(3)
      let flat = random.below(2) == 0
      let documents = (0...random.below(4)).map { _ in
        random.make(annotators: annotators...annotators, units: flat ? 2 : 5, length: 40)
      }
      let sheets = try documents.map { try Sheets($0) }
      let report = Sheets.report(sheets.map { $0.compared() }, annotators: annotators) {
        $0.measures = AgreementMeasure.allCases.filter {
          !$0.needsReference && ![.gamma, .gammaCat, .gammaK].contains($0)
        }
        $0.draws = 0
        $0.groups = [.label]
      }
      let isMarked = documents.contains { $0.unitCount > 0 }
      for (measure, value) in Self.direct where measure != .f1Chars || Self.allPairsMark(documents)
      {
        let (found, expected) = (report.row(measure)?.value, value(documents))
        #expect(
          found.map { $0.isNear(expected) } == true,
          "\(measure), seed \(seed): \(String(describing: found)), not \(expected)")
      }
      for (measure, mode) in Self.modes where Self.allPairsMark(documents) {
        #expect(report.row(measure)?.value == SpanF1(mode).value(of: documents), "seed \(seed)")
      }
      if !isMarked { #expect(report.row(.f1Strict)?.value == .undefined(.nothingMarked)) }
      for label in Set(documents.flatMap(\.labels)) {
        let runs = LabelRuns(codePointsOf: documents, label: label)
        #expect(
          report.row(.alpha, .label(label))?.value.isNear(KrippendorffAlpha.value(of: runs))
            == true,
          "\(label), seed \(seed)")
        #expect(
          report.row(.alphaU, .label(label))?.value.isNear(
            AlphaU.value(of: documents, label: label)) == true, "\(label), seed \(seed)")
        #expect(
          report.row(.f1Strict, .label(label))?.count
            == documents.reduce(0) { sum, document in
              sum + document.units.joined().count { $0.label == label }
            })
      }
    }
  }

  /// Articles that are looked at apart and then put together say what they say one after the other.
  @Test func articlesLookedAtApartSayTheSame() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 9_500_000)
      let annotators = 2 + random.below(2)
      var articles: [ComparedArticle] = []
      for number in 0...5 + random.below(3) {
        let made = random.make(annotators: annotators...annotators, units: 5, length: 40)
        let read: [[TextRange]?] = [[TextRange(0, 20), TextRange(25, 40)], [TextRange(0, 30)]]
        articles.append(
          try Sheets(made).compared("doc\(number)", read: random.below(2) == 0 ? read : []))
      }
      var plan = AgreementPlan(annotators: Sheets.names(annotators), documentCount: articles.count)
      plan.measures = [.f1Exact, .f1Partial, .kappa, .alpha]
      if random.below(2) == 0 { plan.measures += [.alphaU, .uAlpha] }
      let groups: [Set<AgreementGroup.Kind>] = [
        [], [.pair, .document], [.label], [.attribute, .relation],
      ]
      plan.groups = groups[random.below(4)]
      plan.draws = 20
      plan.placeCount = 3
      var (added, apart) = (AgreementEvidence(plan), AgreementEvidence(plan))
      for article in articles {
        added.add(article)
        apart.append(AgreementEvidence(of: article, plan))
      }
      let (one, other) = (AgreementReport(added), AgreementReport(apart))
      #expect(one.rows == other.rows, "seed \(seed)")
      #expect(one.leftOut == other.leftOut, "seed \(seed)")
      #expect(one.confusion == other.confusion, "seed \(seed)")
      #expect(one.documentCount == other.documentCount && one.spanCounts == other.spanCounts)
      #expect(
        one.places.map { "\($0.document) \($0.range) \($0.cost)" }
          == other.places.map { "\($0.document) \($0.range) \($0.cost)" }, "seed \(seed)")
    }
  }

  /// Two who mark nothing are 1 by the convention of `SpanF1`, which a report does not make up.
  private static func allPairsMark(_ documents: [Continuum]) -> Bool {
    guard let count = documents.first?.annotatorCount else { return false }
    return (0..<count).count { annotator in
      documents.allSatisfy { $0.units[annotator].isEmpty }
    } < 2
  }

  /// Names, the order of the annotators and where the text begins change no number; 1 exactly where
  /// the same is marked; strict ≤ exact ≤ overlap.
  @Test func neitherNamesNorOrderNorPlaceMatter() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 8_000_000)
      let continuum = random.make(annotators: 2...4, units: 4, length: 40)
      guard continuum.unitCount > 0 else { continue }
      let measures: [AgreementMeasure] = [
        .f1Strict, .f1Exact, .f1Overlap, .kappa, .alpha, .alphaMASI, .gamma, .gammaCat,
      ]
      func report(_ continuum: Continuum) throws -> AgreementReport {
        Sheets.report([try Sheets(continuum).compared()], annotators: continuum.annotatorCount) {
          $0.measures = measures
          $0.samples = 2
          $0.draws = 0
          $0.sampler = seed.isMultiple(of: 2) ? .statistical : .shuffle
        }
      }
      let first = try report(continuum)
      let names = ["a": "Zeta", "b": "Beta", "c": "Alpha"]
      let second = try report(random.shuffled(continuum.moved(by: 0, renaming: names)))
      for measure in measures {
        let (one, other) = (first.row(measure)?.value, second.row(measure)?.value)
        #expect(
          one.flatMap { one in other.map(one.isNear) } == true,
          "\(measure), seed \(seed): \(String(describing: one)), then \(String(describing: other))")
      }
      let strict = first.row(.f1Strict)?.value.number ?? 0
      let exact = first.row(.f1Exact)?.value.number ?? 0
      #expect(strict <= exact && exact <= first.row(.f1Overlap)?.value.number ?? 0, "seed \(seed)")
      #expect((strict == 1) == continuum.isUnanimous, "seed \(seed)")
      #expect((first.row(.gamma)?.value == .number(1)) == continuum.isUnanimous, "seed \(seed)")
      #expect(first.places.isEmpty == continuum.isUnanimous, "seed \(seed)")
    }
  }

  /// Doubling the articles leaves F1, kappa and pi.
  @Test func twiceTheSameArticlesAgreeAsWell() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 9_000_000)
      let documents = (0..<3).map { _ in random.make(annotators: 3...3, units: 4, length: 40) }
      let once = try documents.enumerated().map { try Sheets($1).compared("\($0)") }
      let measures: [AgreementMeasure] = [.f1Strict, .f1Overlap, .f1Partial, .f1Chars, .kappa, .pi]
      let one = Sheets.report(once, annotators: 3) {
        $0.measures = measures
        $0.draws = 0
      }
      let two = Sheets.report(once + once, annotators: 3) {
        $0.measures = measures
        $0.draws = 0
      }
      for measure in measures {
        #expect(
          two.row(measure)?.value.isNear(one.row(measure)?.value ?? .number(2)) == true,
          "\(measure), seed \(seed)")
      }
    }
  }

  /// The paragraphs that intervals are drawn from sum to the whole, spans over their borders included.
  @Test func intervalsLieAroundTheirValues() throws {
    var random = RandomContinuum(11)
    let continuum = random.make(annotators: 3...3, units: 60, length: 400)
    let compared = try Sheets(continuum, paragraphs: 10).compared()
    let measures = AgreementMeasure.allCases.filter {
      $0.rawValue.hasPrefix("f1") || $0.countsItems
    }
    let report = Sheets.report([compared], annotators: 3) {
      $0.measures = measures
      $0.draws = 100
    }
    #expect(report.pieceCount == 10)
    for measure in measures {
      let row = try #require(report.row(measure))
      let value = try #require(row.value.number, "\(measure)")
      let interval = try #require(row.interval, "\(measure)")
      let isWide =
        interval.lowerBound < interval.upperBound || measure == .f1Strict || measure == .f1Exact
      #expect(interval.contains(value) && isWide, "\(measure)")
    }
    let other = Sheets.report([compared], annotators: 3) {
      $0.measures = measures
      $0.draws = 100
      $0.seed = 2
    }
    #expect(other.row(.alpha)?.value == report.row(.alpha)?.value)
    #expect(other.row(.alpha)?.interval != report.row(.alpha)?.interval)
    let again = Sheets.report([compared], annotators: 3) {
      $0.measures = measures
      $0.draws = 100
    }
    #expect(again.rows == report.rows)
    let fewer = try Sheets(continuum, paragraphs: 4).compared()
    let few = Sheets.report([fewer], annotators: 3) { $0.measures = [.alpha] }
    #expect(few.row(.alpha)?.interval == nil && few.row(.alpha)?.value.number != nil)
    #expect(few.remarks.contains { $0.contains("at least 5 paragraphs, and there are 4") })
  }
}
