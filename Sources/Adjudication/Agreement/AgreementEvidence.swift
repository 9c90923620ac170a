import Standoff

/// What articles show about agreement: counts and sums, which add up.
///
/// Articles can be looked at apart, on several threads, and put together in their order:
/// ```swift
/// var all = AgreementEvidence(plan)
/// for article in articles { all.add(article) }
/// for row in AgreementReport(all).rows { print(row.measure.rawValue, row.group, row.value) }
/// ```
/// Memory grows with the number of articles by a few hundred bytes for each, whatever is marked in it.
public struct AgreementEvidence: Sendable {
  let plan: AgreementPlan
  var groups: [AgreementGroup: MeasureEvidence] = [:]
  /// What a label shows that occurs nowhere, where labels are told apart.
  private var blank: MeasureEvidence?
  var attributes: AttributeTally
  var relations: RelationTally
  private var met = MetLabels()
  var places: [DisputedPlace] = []
  var leftOut: [LeftOut] = []
  /// The rows of each article, where these are asked for.
  var documentRows: [AgreementRow] = []
  /// How many articles two or more have read.
  var documentCount = 0
  /// The code points or words of the text that two or more have read.
  var readCount = 0
  /// The spans of each annotator.
  var spanCounts: [Int]

  /// Begins with nothing.
  public init(_ plan: AgreementPlan) {
    self.plan = plan
    attributes = AttributeTally(annotatorCount: plan.annotators.count)
    relations = RelationTally(modes: Self.relationModes(plan))
    spanCounts = Array(repeating: 0, count: plan.annotators.count)
    groups[.all] = evidence()
    if plan.groups.contains(.label) { blank = evidence() }
    guard plan.groups.contains(.pair) else { return }
    for (one, other) in annotatorPairs(plan.annotators.count) {
      groups[pair(one, other)] = evidence(
        annotatorCount: 2,
        reference: plan.reference == one ? 0 : plan.reference == other ? 1 : nil)
    }
  }

  /// Looks at one article, by the places of the plan's annotators: see ``add(_:)``.
  public init(of article: ComparedArticle, _ plan: AgreementPlan) {
    self.init(plan)
    take(article)
  }

  /// Adds what another article shows, whose sets are those of the plan's annotators in their order; sets
  /// beyond these are not looked at, and who has none has read nothing.
  public mutating func add(_ article: ComparedArticle) {
    if addsUpInPlace { take(article) } else { append(AgreementEvidence(of: article, plan)) }
  }

  /// Whether an article can be counted among the others at once, without evidence of its own.
  ///
  /// Whole numbers add up the same whichever are added first, and fractions do not. A label that is new
  /// was nowhere before, which takes both.
  private var addsUpInPlace: Bool {
    blank == nil && plan.measures.allSatisfy { $0.mode != nil || $0.countsItems }
  }

  /// Which labels met.
  var confusion: ConfusionTable { ConfusionTable(met) }

  func pair(_ one: Int, _ other: Int) -> AgreementGroup {
    .pair(plan.annotators[one], plan.annotators[other])
  }

  /// Relations are held together by the spans' own matching; of code points there is none.
  private static func relationModes(_ plan: AgreementPlan) -> [SpanF1.Mode] {
    guard plan.groups.contains(.relation) else { return [] }
    var modes: [SpanF1.Mode] = []
    for mode in plan.measures.compactMap(\.mode) + [.strict]
    where mode != .chars && !modes.contains(mode) { modes.append(mode) }
    return modes
  }

  private func evidence(annotatorCount: Int? = nil, reference: Int? = nil) -> MeasureEvidence {
    MeasureEvidence(
      plan.measures, annotatorCount: annotatorCount ?? plan.annotators.count,
      reference: annotatorCount == nil ? plan.reference : reference)
  }

  private mutating func take(_ article: ComparedArticle) {
    let article = article.resized(to: plan.annotators.count)
    // Who takes part in events is compared where relations are.
    let areRelated = plan.groups.contains(.relation)
    leftOut += article.leftOut.filter { !areRelated || $0.reason != .event }
    let passages = article.passages
    if !passages.isEmpty { documentCount += 1 }
    let words = plan.item == .words ? article.article.words : nil
    for passage in passages {
      readCount += words.map { $0.count { passage.scope.contains($0) } } ?? passage.scope.count
      for (annotator, units) in passage.units.enumerated() {
        spanCounts[annotator] += units.count
      }
    }
    let chance = chance(article)
    add(passages, words, chance, to: &groups[.all])
    if blank != nil {
      for label in Set(passages.flatMap { $0.units.joined().map(\.label) }) {
        groups[.label(label)] = evidence()
        let parts = passages.map { $0.only { $0 == label } }
        add(parts, words, chance, to: &groups[.label(label)])
      }
      add(passages.map { $0.only { _ in false } }, words, chance, to: &blank)
    }
    if plan.groups.contains(.pair) {
      for (one, other) in annotatorPairs(plan.annotators.count) {
        let parts = passages.compactMap { $0.only(one, other) }
        add(parts, words, chance, to: &groups[pair(one, other)])
      }
    }
    if plan.groups.contains(.document) {
      var alone: MeasureEvidence? = evidence()
      add(passages, words, chance, to: &alone)
      documentRows += plan.measures.compactMap { measure in
        alone.map { AgreementRow(measure, .document(article.name), $0, plan, interval: nil) }
      }
    }
    compare(article, passages)
    if plan.groups.contains(.relation) { leaveOutRelations(of: article) }
  }

  private func chance(_ article: ComparedArticle) -> MeasureEvidence.Chance {
    let isSampled = plan.measures.contains(where: \.samplesChance)
    return MeasureEvidence.Chance(
      sampler: plan.sampler, seed: isSampled ? plan.seed(of: article) : plan.seed,
      samples: plan.samplesOfDocument, precision: plan.precision)
  }

  /// Adds the passages of an article; without any it is no piece that could be drawn.
  private func add(
    _ passages: [Passage], _ words: [TextRange]?, _ chance: MeasureEvidence.Chance,
    to evidence: inout MeasureEvidence?
  ) {
    guard !passages.isEmpty else { return }
    if plan.piece == .documents { evidence?.beginDocument() }
    for (number, passage) in passages.enumerated() {
      var chance = chance
      chance.seed = plan.seed(ofPassage: number, in: chance.seed)
      evidence?.add(
        passage, words: words, byParagraph: plan.piece == .paragraphs, chance: chance)
    }
  }

  /// Finds out where annotators differ, pair by pair.
  private mutating func compare(_ article: ComparedArticle, _ passages: [Passage]) {
    for passage in passages {
      var search = plan.placeCount > 0 ? DisputedPlaceSearch(passage) : nil
      let facts = SpanFacts(article, passage)
      var together = plan.groups.contains(.attribute) ? MarkedTogether(passage) : nil
      var joined: [(one: Int, other: Int, pairs: ClosestPairs)] = []
      let labels = zip(article.lines, passage.units.indices).map { lines, annotator in
        lines.map { met.numbers(ofNames: passage.names[annotator], in: $0) } ?? []
      }
      for (one, other) in passage.pairs {
        let pairs =
          isInOrder(one, other)
          ? ClosestPairs(passage.units[one], passage.units[other])
          : ClosestPairs(passage.units[other], passage.units[one]).swapped
        let (mine, theirs) = (labels[one], labels[other])
        for pair in pairs.pairs { met.add(mine[pair.first], theirs[pair.second]) }
        for place in pairs.firstAlone { met.add(mine[place], MetLabels.none) }
        for place in pairs.secondAlone { met.add(MetLabels.none, theirs[place]) }
        search?.join(one, other, pairs)
        if together != nil { joined.append((one, other, pairs)) }
      }
      for (one, other, pairs) in joined.sorted(by: { precedes($0, $1) }) {
        together?.join(one, other, pairs)
      }
      if let together { attributes.add(passage, together) { facts.attributes(of: $0, $1) } }
      if plan.groups.contains(.relation) {
        let edges = passage.units.indices.map { facts.edges(of: $0) }
        for (number, pair) in annotatorPairs(plan.annotators.count).enumerated()
        where passage.readers.contains(pair.0) && passage.readers.contains(pair.1) {
          let (one, other) = isInOrder(pair.0, pair.1) ? pair : (pair.1, pair.0)
          relations.add(
            (passage.units[one], edges[one]), (passage.units[other], edges[other]), pair: number)
        }
      }
      if let found = search?.places(plan.placeCount, in: article, annotators: plan.annotators) {
        places = places.worst(plan.placeCount, with: found)
      }
    }
  }

  /// Whether two annotators are in the order of their names.
  ///
  /// Of several ways to pair what overlaps one is taken, and it must not depend on whose file was named
  /// first.
  private func isInOrder(_ one: Int, _ other: Int) -> Bool {
    !plan.annotators[other].utf8.lexicographicallyPrecedes(plan.annotators[one].utf8)
  }

  /// Whether one pair of annotators comes before another by their names.
  private func precedes(
    _ one: (one: Int, other: Int, pairs: ClosestPairs),
    _ other: (one: Int, other: Int, pairs: ClosestPairs)
  ) -> Bool {
    func names(_ pair: (one: Int, other: Int, pairs: ClosestPairs)) -> [String] {
      [plan.annotators[pair.one], plan.annotators[pair.other]].sorted()
    }
    return names(one).lexicographicallyPrecedes(names(other))
  }

  /// Notes the relations that are between the spans of no passage.
  private mutating func leaveOutRelations(of article: ComparedArticle) {
    for (annotator, lines) in article.lines.enumerated() {
      guard let lines else { continue }
      let ids = article.passages.map { Set($0.rows[annotator].map { lines.id(of: $0) }) }
      var (ends, across) = (0, 0)
      for tie in lines.annotations.ties {
        if ids.contains(where: { $0.contains(tie.source) && $0.contains(tie.target) }) {
          continue
        }
        let isCompared = [tie.source, tie.target].allSatisfy { end in
          ids.contains { $0.contains(end) }
        }
        if isCompared { across += 1 } else { ends += 1 }
      }
      for (reason, count) in [(LeftOut.Reason.relationEnd, ends), (.relationAcross, across)]
      where count > 0 {
        leftOut.append(LeftOut(reason, of: plan.annotators[annotator], count: count))
      }
    }
  }

  /// Notes what was left out before there was an article to compare.
  public mutating func leaveOut(_ more: [LeftOut]) { leftOut += more }

  /// Adds what other articles show; the order is that of the articles.
  public mutating func append(_ other: AgreementEvidence) {
    for (group, more) in other.groups {
      // A label that is met for the first time was nowhere until then. What is known is taken out to be
      // added to, for a copy of it would grow with the articles.
      var evidence = groups.removeValue(forKey: group) ?? blank ?? self.evidence()
      evidence.append(more)
      groups[group] = evidence
    }
    if let nowhere = other.blank {
      for group in groups.keys where other.groups[group] == nil { groups[group]?.append(nowhere) }
      blank?.append(nowhere)
    }
    attributes.append(other.attributes)
    relations.append(other.relations)
    met.append(other.met)
    places = places.worst(plan.placeCount, with: other.places)
    leftOut += other.leftOut
    documentRows += other.documentRows
    documentCount += other.documentCount
    readCount += other.readCount
    for (annotator, count) in other.spanCounts.enumerated() { spanCounts[annotator] += count }
  }
}
