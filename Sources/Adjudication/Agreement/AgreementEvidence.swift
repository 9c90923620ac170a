import Standoff

/// What articles show about agreement: counts and sums, which add up.
///
/// Articles can be looked at apart, on several threads, and put together in their order:
/// ```swift
/// var all = AgreementEvidence(plan)
/// for article in articles { all.append(AgreementEvidence(of: article, plan)) }
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
  var confusion = ConfusionTable()
  var places: [DisputedPlace] = []
  var leftOut: [LeftOut] = []
  /// The rows of each article, where these are asked for.
  var documentRows: [AgreementRow] = []
  /// The names of the articles that two or more have read.
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

  /// Looks at one article.
  public init(of article: ComparedArticle, _ plan: AgreementPlan) {
    self.init(plan)
    take(article)
  }

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
    leftOut = article.leftOut
    let passages = article.passages
    if !passages.isEmpty { documentCount = 1 }
    let words = plan.item == .words ? article.article.words : nil
    for passage in passages {
      readCount += words.map { $0.count { passage.scope.contains($0) } } ?? passage.scope.count
      for (annotator, units) in passage.units.enumerated() {
        spanCounts[annotator] += units.count
      }
    }
    add(passages, words, of: article.name, to: &groups[.all])
    if blank != nil {
      for label in Set(passages.flatMap { $0.units.joined().map(\.label) }) {
        groups[.label(label)] = evidence()
        let parts = passages.map { $0.only { $0 == label } }
        add(parts, words, of: article.name, to: &groups[.label(label)])
      }
      add(passages.map { $0.only { _ in false } }, words, of: article.name, to: &blank)
    }
    if plan.groups.contains(.pair) {
      for (one, other) in annotatorPairs(plan.annotators.count) {
        let parts = passages.compactMap { $0.only(one, other) }
        add(parts, words, of: article.name, to: &groups[pair(one, other)])
      }
    }
    if plan.groups.contains(.document) {
      var alone = evidence()
      for passage in passages {
        alone.add(passage, words: words, byParagraph: false, chance: chance(article.name))
      }
      documentRows = plan.measures.map {
        AgreementRow($0, .document(article.name), alone, plan, interval: nil)
      }
    }
    compare(article, passages)
    if plan.groups.contains(.relation) { leaveOutRelations(of: article) }
  }

  private func chance(_ name: String) -> MeasureEvidence.Chance {
    MeasureEvidence.Chance(
      sampler: plan.sampler, seed: plan.seed(ofDocument: name), samples: plan.samplesOfDocument,
      precision: plan.precision)
  }

  private func add(
    _ passages: [Passage], _ words: [TextRange]?, of name: String,
    to evidence: inout MeasureEvidence?
  ) {
    if plan.piece == .documents { evidence?.beginDocument() }
    for passage in passages {
      evidence?.add(
        passage, words: words, byParagraph: plan.piece == .paragraphs, chance: chance(name))
    }
  }

  /// Finds out where annotators differ, pair by pair.
  private mutating func compare(_ article: ComparedArticle, _ passages: [Passage]) {
    for passage in passages {
      var search = PlaceSearch(passage)
      let facts = SpanFacts(article, passage)
      for (one, other) in passage.pairs {
        let pairs = ClosestPairs(passage.units[one], passage.units[other])
        let (mine, theirs) = (passage.units[one], passage.units[other])
        for pair in pairs.pairs { confusion.add(mine[pair.first].label, theirs[pair.second].label) }
        for place in pairs.firstAlone { confusion.add(mine[place].label, nil) }
        for place in pairs.secondAlone { confusion.add(nil, theirs[place].label) }
        search.join(one, other, pairs)
        if plan.groups.contains(.attribute) {
          attributes.add(passage, one, other, pairs) { facts.attributes(of: $0, $1) }
        }
      }
      if plan.groups.contains(.relation) {
        for (number, pair) in annotatorPairs(plan.annotators.count).enumerated()
        where passage.readers.contains(pair.0) && passage.readers.contains(pair.1) {
          relations.add(
            (passage.units[pair.0], facts.edges(of: pair.0)),
            (passage.units[pair.1], facts.edges(of: pair.1)), pair: number)
        }
      }
      places = places.worst(
        plan.placeCount,
        with: search.places(plan.placeCount, in: article, annotators: plan.annotators))
    }
  }

  /// Notes the relations with an end that is not compared.
  private mutating func leaveOutRelations(of article: ComparedArticle) {
    for (annotator, lines) in article.lines.enumerated() {
      guard let lines else { continue }
      let ids = Set(article.passages.flatMap { $0.spans[annotator].map { lines.id(of: $0.row) } })
      let missed = lines.annotations.relations.count {
        !ids.contains($0.source) || !ids.contains($0.target)
      }
      guard missed > 0 else { continue }
      leftOut.append(
        LeftOut(.relationEnd, of: plan.annotators[annotator], count: missed))
    }
  }

  /// Notes what was left out before there was an article to compare.
  public mutating func leaveOut(_ more: [LeftOut]) { leftOut += more }

  /// Adds what other articles show; the order is that of the articles.
  public mutating func append(_ other: AgreementEvidence) {
    for (group, more) in other.groups {
      // A label that is met for the first time was nowhere until then.
      var evidence = groups[group] ?? blank ?? self.evidence()
      evidence.append(more)
      groups[group] = evidence
    }
    if let nowhere = other.blank {
      for group in groups.keys where other.groups[group] == nil { groups[group]?.append(nowhere) }
      blank?.append(nowhere)
    }
    attributes.append(other.attributes)
    relations.append(other.relations)
    confusion.append(other.confusion)
    places = places.worst(plan.placeCount, with: other.places)
    leftOut += other.leftOut
    documentRows += other.documentRows
    documentCount += other.documentCount
    readCount += other.readCount
    for (annotator, count) in other.spanCounts.enumerated() { spanCounts[annotator] += count }
  }
}
