/// The taking up of what was parked and whose words an article has again.
package struct ParkedReturn: Sendable {
  /// The annotations, with those that came back.
  package private(set) var set: AnnotationSet
  /// Those that came back, in the order they were parked.
  package private(set) var restored: [Annotation] = []
  /// What stays parked.
  package private(set) var rest = ParkedFile()

  private let threshold: Double

  /// Looks for what is parked in the article of a set.
  ///
  /// On the very edition it was parked on it goes back to its old place. Elsewhere the words have to
  /// stand there but for kinds of marks and blanks, and what surrounds them has to be alike enough; of
  /// two places that are about as good neither is taken. Where nothing is known of what surrounded them
  /// they have to stand in their old place, or be long and stand once.
  package init(
    of file: ParkedFile, into set: AnnotationSet, threshold: Double = Correction.usualThreshold
  ) {
    self.set = set
    self.threshold = threshold
    for section in file.sections { takeUp(section) }
  }

  private mutating func takeUp(_ section: ParkedSection) {
    let parked = AnnotationSet(parsing: section.lines.flatMap(\.self), of: set.article)
    let spans = QuotedSpan.all(in: parked)
    var draft = Draft(set)
    /// What each line that came back is called now.
    var names: [AnnotationID: AnnotationID] = [:]
    var done: Set<UInt32> = []
    for span in spans {
      if stands(span) {
        names[span.id] = span.id
        done.insert(span.row)
        continue
      }
      guard let ranges = place(of: span, parked, section.article) else { continue }
      let id = Self.insert(span, ranges, of: parked, into: &draft)
      names[span.id] = id
      done.insert(span.row)
      if let annotation = draft.set[id] { restored.append(annotation) }
    }
    if !done.isEmpty { Self.takeUpBelongings(of: parked, &names, &done, &draft) }
    set = draft.set
    let lines = parked.store.order.filter { !done.contains($0) }
      .map { AnnotationSet.terminated(parked.store.content(of: $0)) }
    if !lines.isEmpty {
      rest.sections.append(ParkedSection(article: section.article, lines: lines))
    }
  }

  /// Whether the set has the very annotation: it was parked, and then could not be taken out.
  private func stands(_ span: QuotedSpan) -> Bool {
    guard let annotation = set[span.id], annotation.label == span.label else { return false }
    return span.words.utf8.elementsEqual(set.article.text(in: annotation.ranges).utf8)
  }

  /// Puts a span in, under another id where its own has gone to something else.
  private static func insert(
    _ span: QuotedSpan, _ ranges: [TextRange], of parked: AnnotationSet, into draft: inout Draft
  ) -> AnnotationID {
    let article = draft.set.article
    let fragments = article.splitting(ranges)
    let data = StandoffWriter.textBound(label: span.label, fragments: fragments)
    var id = span.id
    if draft.set.store.row(of: id) != nil { id = draft.newID("T", of: data) }
    let extra = String(decoding: span.column.drop { $0 != .tab }, as: UTF8.self)
    draft.insert("\(id)\t\(data)\t\(StandoffWriter.text(of: fragments, in: article))\(extra)")
    return id
  }

  /// Puts in what belongs to that which came back and whose other ends are there.
  private static func takeUpBelongings(
    of parked: AnnotationSet, _ names: inout [AnnotationID: AnnotationID],
    _ done: inout Set<UInt32>,
    _ draft: inout Draft
  ) {
    let store = parked.store
    var foundMore = true
    while foundMore {
      foundMore = false
      for row in store.order
      where !done.contains(row) && store.isUsed(row) && store.kind(of: row) != .malformed {
        guard !store.kind(of: row).isTextBound else { continue }
        let ends = store.links(of: row).map { store.writtenID($0.target) }
        let isOwn = store.kind(of: row) == .note && store.label(of: row) == ParkedSection.noteType
        if isOwn {
          if ends.allSatisfy({ names[$0] != nil }) { done.insert(row) }
          continue
        }
        guard ends.contains(where: { names[$0] != nil }),
          ends.allSatisfy({ names[$0] != nil || draft.set.store.row(of: $0) != nil })
        else { continue }
        done.insert(row)
        foundMore = true
        putIn(row, of: parked, &names, &draft)
      }
    }
  }

  private static func putIn(
    _ row: UInt32, of parked: AnnotationSet, _ names: inout [AnnotationID: AnnotationID],
    _ draft: inout Draft
  ) {
    var record = parked.record(row).renamed(nil, names)
    if record.kind == .group {
      let members = Set(record.mentions.map(\.id))
      let store = draft.set.store
      for other in store.order
      where store.kind(of: other) == .group && store.label(of: other) == record.name {
        if store.links(of: other).allSatisfy({ members.contains(store.writtenID($0.target)) }) {
          draft.set.store.remove(other)
        }
      }
    } else if draft.set.store.row(of: record.id) != nil {
      let old = record.id
      // The very line stands there where the file could not be rewritten last time.
      if let there = draft.set.store.row(of: old),
        draft.set.store.content(of: there) == record.content
      {
        names[old] = old
        return
      }
      record = record.rekeyed { draft.set.store.row(of: $0) != nil }
      names[old] = record.id
    } else {
      names[record.id] = record.id
    }
    draft.insert(String(decoding: record.content, as: UTF8.self))
  }

  // MARK: Where the words stand

  private func place(
    of span: QuotedSpan, _ parked: AnnotationSet, _ edition: UInt64?
  ) -> [TextRange]? {
    let article = set.article
    if edition == article.hash { return span.stretches == nil ? nil : span.ranges }
    guard let words = span.pieceWords, let first = words.first else { return nil }
    let around = ParkedSection.surroundings(of: span.id, in: parked)
    let before = FoldedKeys(Array((around?.before ?? "").utf8)[...]).keys
    let after = FoldedKeys(Array((around?.after ?? "").utf8)[...]).keys
    var options = Article.SearchOptions(ignoresWordEdges: true)
    options.limit = 64
    var scored: [(ranges: [TextRange], score: Double)] = []
    for occurrence in article.occurrences(of: first, options) {
      guard let ranges = Self.pieces(words, from: occurrence.range, in: article),
        let start = ranges.first?.lower, let end = ranges.last?.upper
      else { continue }
      let bytes = article.byteRange(of: TextRange(start, end))
      let length = ranges.reduce(0) { $0 + $1.count }
      let score = AnchorScore(
        words: 1, length: length,
        before: around == nil ? 1 : Likeness.of(before, article.context(before: bytes.lowerBound)),
        after: around == nil ? 1 : Likeness.of(after, article.context(after: bytes.upperBound)),
        place: AnchorScore.nearness(
          of: start.value, to: span.ranges.first?.lower.value ?? 0, in: article.scalarCount))
      scored.append((ranges, score.value))
    }
    scored.sort { ($0.score, $1.ranges[0].lower) > ($1.score, $0.ranges[0].lower) }
    guard let best = scored.first, best.score >= threshold else { return nil }
    // Where nobody knows what stood beside them, short words may be any.
    if around == nil, !span.fits(article) {
      let length = best.ranges.reduce(0) { $0 + $1.count }
      guard scored.count == 1, length >= 2 * QuotedPlaces.tellingLength else { return nil }
    }
    if scored.count > 1, best.score - scored[1].score < 0.02 { return nil }
    return best.ranges
  }

  /// The pieces one after the other from the first on, each at its next occurrence.
  private static func pieces(
    _ words: [String], from first: TextRange, in article: Article
  ) -> [TextRange]? {
    var ranges = [first]
    var options = Article.SearchOptions(ignoresWordEdges: true)
    options.limit = 1
    for word in words.dropFirst() {
      let rest = TextRange(ranges[ranges.count - 1].upper, ScalarOffset(article.scalarCount))
      guard let next = article.occurrences(of: word, options, in: rest).first else { return nil }
      ranges.append(next.range)
    }
    return article.joining(ranges)
  }
}

extension QuotedSpan {
  /// The words of each piece, as the line quotes them; `nil` where they cannot be told apart or there
  /// are none.
  var pieceWords: [String]? {
    var rest = column.prefix { $0 != .tab }
    while rest.last?.isBlank == true { rest.removeLast() }
    guard fragments.count > 1 else {
      return rest.isEmpty ? nil : [String(decoding: rest, as: UTF8.self)]
    }
    var words: [String] = []
    for (number, fragment) in fragments.enumerated() {
      if number > 0 { guard rest.popFirst() == .space else { return nil } }
      let word = rest.prefix(scalars: fragment.count)
      guard !word.isEmpty, word.scalarCount == fragment.count else { return nil }
      words.append(String(decoding: word, as: UTF8.self))
      rest = rest.dropFirst(word.count)
    }
    return rest.isEmpty ? words : nil
  }
}
