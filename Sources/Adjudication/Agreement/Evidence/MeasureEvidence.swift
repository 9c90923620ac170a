import Standoff

/// What some measures need to know of one part of what is compared: no more than counts and sums,
/// whatever the number of articles.
struct MeasureEvidence: Sendable {
  private let measures: [AgreementMeasure]
  private let annotatorCount: Int
  private let reference: Int?

  private var spans: [SpanTally] = []
  private var names: NameTally?
  private var unitizing: [String: UnitizingTally]?
  private var coincidences: Coincidences?
  private var disorder: DisorderTally?

  /// The spans in passages that two or more have read.
  private(set) var unitCount = 0
  /// Those where everybody has.
  private var sharedUnitCount = 0
  /// The code points where everybody has.
  private var sharedLength = 0
  /// Whether one annotator marked a place twice with one label, or with any labels.
  private var overlaps = (label: false, any: false)

  init(_ measures: [AgreementMeasure], annotatorCount: Int, reference: Int?) {
    self.measures = measures
    self.annotatorCount = annotatorCount
    self.reference = reference
    var modes: [SpanF1.Mode] = []
    for mode in measures.compactMap(\.mode) where !modes.contains(mode) { modes.append(mode) }
    spans = modes.map { SpanTally($0, annotatorCount: annotatorCount) }
    if measures.contains(where: \.countsItems) { names = NameTally(annotatorCount: annotatorCount) }
    if measures.contains(.alphaU) { unitizing = [:] }
    if measures.contains(where: \.dividesText) {
      coincidences = Coincidences(annotatorCount: annotatorCount)
    }
    if measures.contains(where: \.samplesChance) { disorder = DisorderTally() }
  }

  /// How chance is imitated for one article.
  struct Chance {
    var sampler: ContinuumSampler
    var seed: UInt64
    var samples: Int
    var precision: Double?
  }

  /// Begins an article; where articles are drawn for intervals, it is a piece.
  mutating func beginDocument() {
    for index in spans.indices { spans[index].beginPiece() }
    names?.beginPiece()
  }

  /// Adds a passage.
  ///
  /// - Parameters:
  ///   - passage: The passage.
  ///   - words: The words of the article, where these are counted.
  ///   - byParagraph: Whether each paragraph is a piece.
  ///   - chance: How chance is imitated.
  mutating func add(
    _ passage: Passage, words: [TextRange]?, byParagraph: Bool, chance: Chance
  ) {
    unitCount += passage.unitCount
    for index in spans.indices { spans[index].add(passage, byParagraph: byParagraph) }
    if names != nil { addItems(of: passage, words, byParagraph) }
    disorder?.add(
      passage.continuum, sampler: chance.sampler, seed: chance.seed, samples: chance.samples,
      precision: chance.precision,
      measuresLabels: measures.contains(.gammaCat) || measures.contains(.gammaK))
    // The alphas of units compare the whole texts of a fixed number of annotators.
    guard passage.readers.count == annotatorCount else { return }
    sharedUnitCount += passage.unitCount
    if coincidences?.add(passage.continuum) == false { overlaps.any = true }
    if unitizing != nil { addUnits(of: passage) }
    sharedLength += passage.scope.count
  }

  private mutating func addItems(
    of passage: Passage, _ words: [TextRange]?, _ byParagraph: Bool
  ) {
    let inside = words.map { $0.filter { passage.scope.contains($0) } }
    var borders: [Int] = []
    if byParagraph {
      borders = passage.borders.map { border in
        inside.map { words in words.partitioningIndex { $0.lower.value >= border } }
          ?? border - passage.scope.lower.value
      }
      names?.beginPiece()
    }
    names?.add(LabelRuns(passage, words: inside), borders: borders)
  }

  private mutating func addUnits(of passage: Passage) {
    let continuum = passage.continuum
    for label in Set(continuum.labels + (unitizing ?? [:]).keys) {
      var tally =
        unitizing?[label] ?? UnitizingTally(annotatorCount: annotatorCount, length: sharedLength)
      if !tally.add(continuum, label: label) { overlaps.label = true }
      unitizing?[label] = tally
    }
  }

  /// Adds what was found in other articles.
  mutating func append(_ other: MeasureEvidence) {
    for index in spans.indices { spans[index].append(other.spans[index]) }
    if let more = other.names { names?.append(more) }
    if let more = other.disorder { disorder?.append(more) }
    if let more = other.coincidences { coincidences?.append(more) }
    for label in Set((unitizing ?? [:]).keys).union((other.unitizing ?? [:]).keys) {
      var tally =
        unitizing?[label] ?? UnitizingTally(annotatorCount: annotatorCount, length: sharedLength)
      tally.append(
        other.unitizing?[label]
          ?? UnitizingTally(annotatorCount: annotatorCount, length: other.sharedLength))
      unitizing?[label] = tally
    }
    unitCount += other.unitCount
    sharedUnitCount += other.sharedUnitCount
    sharedLength += other.sharedLength
    overlaps = (
      overlaps.label || other.overlaps.label, overlaps.any || other.overlaps.any
    )
  }
}

extension MeasureEvidence {
  /// The disorder of the best alignment.
  var observedDisorder: Double? { disorder?.disorder }
  /// How many samples of chance were made.
  var sampleCount: Int { disorder?.sampleCount ?? 0 }

  /// ``Gamma/shortfall``.
  var shortfall: Double { disorder?.shortfall ?? 0 }
  /// Whether some of it was not read by everybody, so that measures of units pass over it.
  var isPartlyShared: Bool { sharedUnitCount < unitCount }

  /// Of precision and recall, how many of those beside the reference have none, and of how many.
  func passedOver(_ measure: AgreementMeasure) -> (count: Int, all: Int)? {
    guard measure.needsReference, let reference,
      let tally = spans.first(where: { $0.mode == measure.mode })
    else { return nil }
    return tally.passedOver(
      measure == .precision ? \.precision : \.recall, reference: reference)
  }

  /// How many spans, or items, a value stands on.
  func count(of measure: AgreementMeasure) -> Int {
    if measure.countsItems {
      return names?.itemCount(readByAtLeast: measure == .fleiss ? annotatorCount : 2) ?? 0
    }
    return measure == .alphaU || measure.dividesText ? sharedUnitCount : unitCount
  }

  /// The value of a measure; the `label` is that of gamma-k, and of u-alpha-labels where one is asked
  /// for.
  func value(of measure: AgreementMeasure, label: String? = nil) -> AgreementValue {
    guard annotatorCount > 1 else { return .undefined(.fewerThanTwoAnnotators) }
    switch measure {
    case .alphaU:
      guard sharedLength > 0 else { return .undefined(.nothingCompared) }
      guard !overlaps.label else { return .undefined(.sameLabelOverlap) }
      let tallies = (unitizing ?? [:]).sorted { $0.key < $1.key }
      return AlphaU.value(of: tallies.map(\.value.disagreement))
    case .uAlpha, .uAlphaBoundaries, .uAlphaLabels: return unitizedAlpha(measure, label)
    case .gamma: return disorder?.gamma ?? .undefined(.nothingCompared)
    case .gammaCat: return disorder?.labelAgreement(nil) ?? .undefined(.nothingCompared)
    case .gammaK:
      guard let label else { return .undefined(.oneLabelEach) }
      return disorder?.labelAgreement(label) ?? .undefined(.nothingCompared)
    default:
      return value(of: measure, spans.map(\.table.sums), names.map { $0.runs($0.table.sums) })
    }
  }

  private func unitizedAlpha(_ measure: AgreementMeasure, _ label: String?) -> AgreementValue {
    guard let coincidences, sharedLength > 0 else { return .undefined(.nothingCompared) }
    guard !overlaps.any else { return .undefined(.overlap) }
    if measure == .uAlphaLabels, let label {
      let marked = coincidences.withoutGaps(.union)
      return marked.alpha(of: label, marked.sums)
    }
    let family = UnitizedAlpha(coincidences, reading: .union)
    switch measure {
    case .uAlpha: return family.value
    case .uAlphaBoundaries: return family.boundaries
    default: return family.labels
    }
  }

  /// How many drawings of a hundred have their value in an interval.
  private static let confidence = 95

  /// Where values lie in 19 of 20 drawings of as many pieces as there are, or, for gamma, in 19 of 20
  /// choices of samples; none where too little is known.
  func intervals(draws: Int, seed: UInt64) -> [AgreementMeasure: ClosedRange<Double>] {
    var intervals: [AgreementMeasure: ClosedRange<Double>] = [:]
    if measures.contains(.gamma) { intervals[.gamma] = disorder?.interval }
    guard draws > 0, pieceCount >= PieceDrawing.fewestPieces else { return intervals }
    let drawn = measures.filter { $0.mode != nil || $0.countsItems }
    var values: [[Double]] = Array(repeating: [], count: drawn.count)
    forEachDrawing(draws, seed: seed) { sums, runs, distances in
      for (place, measure) in drawn.enumerated() {
        if let value = value(of: measure, sums, runs, distances).number {
          values[place].append(value)
        }
      }
    }
    // Where many drawings have no value those that have are a choice.
    for (measure, values) in zip(drawn, values) where values.count * 100 >= draws * Self.confidence
    {
      let (sorted, tail) = (values.sorted(), values.count * (100 - Self.confidence) / 200)
      intervals[measure] = sorted[tail]...sorted[sorted.count - 1 - tail]
    }
    return intervals
  }

  /// Calls `body` with the sums of each mode and the items of each of `count` drawings, and with how
  /// unlike their names are.
  private func forEachDrawing(
    _ count: Int, seed: UInt64,
    _ body: ([[Int]], LabelRuns?, KrippendorffAlpha.Distances?) -> Void
  ) {
    let masi = measures.contains(.alphaMASI) ? names.map { $0.runs($0.table.sums) } : nil
    let distances = masi.map { KrippendorffAlpha.Distances($0, .masi) }
    var drawing = PieceDrawing(pieceCount, seed: seed)
    let rows = spans.map { PieceRows($0.table) }
    for first in stride(from: 0, to: count, by: PieceDrawing.blockSize) {
      drawing.next()
      let items = names?.table.sums(drawing: drawing.times)
      for index in 0..<min(PieceDrawing.blockSize, count - first) {
        let runs = items.flatMap { items in names?.runs(items.map { Int($0[index]) }) }
        body(rows.map { $0.sums(of: drawing.pieces(ofDrawing: index)) }, runs, distances)
      }
    }
  }

  /// A value that is a function of counts alone.
  private func value(
    of measure: AgreementMeasure, _ sums: [[Int]], _ runs: LabelRuns?,
    _ distances: KrippendorffAlpha.Distances? = nil
  ) -> AgreementValue {
    if measure.countsItems {
      return runs.map { measure.value(of: $0, distances) } ?? .undefined(.nothingCompared)
    }
    guard let place = spans.firstIndex(where: { $0.mode == measure.mode }) else {
      return .undefined(.nothingCompared)
    }
    let (tally, sums) = (spans[place], sums[place])
    guard measure.needsReference else { return tally.f1(in: sums) }
    guard let reference else { return .undefined(.noReference) }
    return measure == .precision
      ? tally.precision(reference: reference, in: sums)
      : tally.recall(reference: reference, in: sums)
  }

  /// How many pieces can be drawn.
  var pieceCount: Int { spans.first?.table.pieceCount ?? names?.table.pieceCount ?? 0 }
}
