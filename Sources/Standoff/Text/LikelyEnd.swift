/// A place where a span that has begun is likely to end.
package struct LikelyEnd: Hashable, Sendable {
  /// What ends there, the least first.
  package enum Kind: Int, Comparable, Sendable {
    /// A clause: before a comma, a dash, a bracket, a full stop.
    case clause
    /// A sentence, with its full stop.
    case sentence
    /// A quotation: before the closing mark.
    case quotation
    /// A paragraph.
    case paragraph

    /// Whether `left` is the lesser.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// What ends there; of several, the greatest.
  package var kind: Kind
  /// The place after the last code point.
  package var place: ScalarOffset
}

extension Article {
  /// How far ends are looked for, in code points.
  private static let reach = 4000
  /// How many sentences are looked at.
  private static let mostSentences = 3

  /// Where a span that reaches up to `start` is likely to end if it goes on, in text order.
  ///
  /// Those are the ends of clauses and sentences, of the quotation that `start` lies in, and of the
  /// paragraph, each once; none where the paragraph ends at `start`.
  package func likelyEnds(after start: ScalarOffset) -> [LikelyEnd] {
    guard let number = layout.paragraphNumber(at: start), let paragraph = layout.paragraph(number)
    else { return [] }
    let quotation = quotations(in: paragraph).first { $0.lower <= start && start < $0.upper }
    let ahead = TextAhead(of: self, from: start, reach: Self.reach)
    var kinds: [ScalarOffset: LikelyEnd.Kind] = [:]
    func add(_ kind: LikelyEnd.Kind, _ place: ScalarOffset) {
      guard place > start, endsWord(at: place) else { return }
      kinds[place] = max(kind, kinds[place] ?? kind)
    }
    let limit = quotation?.upper ?? paragraph.upper
    let sentences = layout.sentences(in: number).filter { $0.upper > start && $0.lower < limit }
    for sentence in sentences.prefix(Self.mostSentences) {
      let upper = min(sentence.upper, limit)
      guard upper.value - start.value <= Self.reach else { break }
      add(.sentence, upper)
      add(.clause, withoutStops(TextRange(max(start, sentence.lower), upper)))
    }
    if let first = sentences.first {
      let upper = min(first.upper, limit).value - start.value
      for end in ahead.clauseEnds(upTo: upper) { add(.clause, ahead.place(end)) }
    }
    if let quotation { add(.quotation, quotation.upper) }
    add(.paragraph, paragraph.upper)
    return kinds.map { LikelyEnd(kind: $0.value, place: $0.key) }.sorted { $0.place < $1.place }
  }

  /// The end of a stretch without the punctuation that closes a sentence.
  private func withoutStops(_ range: TextRange) -> ScalarOffset {
    let scalars = Array(text(in: range).unicodeScalars)
    var end = scalars.count
    while end > 0, !scalars[end - 1].isOfWord { end -= 1 }
    return ScalarOffset(range.lower.value + end)
  }
}
