/// Finds spans in an article by the words that their lines quote, where the old text is not to be had.
///
/// Where all words stand together is found first, see ``PlaceChain``: what keeps its distance to much else
/// is sure, also where its words stand elsewhere as well. Whatever the chain does without is looked for
/// between its neighbors, and is the surer the better it keeps its distance to them. Words of which two
/// places are about as good are not found. Those that stand elsewhere as well are doubtful unless they have
/// kept their distance to a neighbor, and so are short ones that stand once and have moved otherwise than
/// their neighbors.
struct QuotedPlaces {
  private let article: Article
  private let threshold: Double

  /// Prepares to look in an article.
  init(in article: Article, threshold: Double) {
    self.article = article
    self.threshold = threshold
  }

  /// How many places of words are looked at before they count as standing everywhere.
  private static let mostPlaces = 32
  /// How far from where they should stand changed words are looked for, in bytes.
  private static let reach = 1024

  /// Where spans stand, which are in the order of the old text; `nil` for those that cannot be told.
  func placements(of spans: [QuotedSpan]) -> [SpanPlacement?] {
    guard !spans.isEmpty else { return [] }
    if spans.allSatisfy({ $0.fits(article) }) {
      return spans.map { SpanPlacement(ranges: $0.ranges, score: 1) }
    }
    var index = TokenIndex(article)
    var pieces: [QuotedPiece] = []
    for (number, span) in spans.enumerated() where !span.isArticleLevel {
      guard let words = span.pieceWords else { continue }
      for (fragment, word) in zip(span.fragments, words) {
        let utf8 = Array(word.utf8)
        pieces.append(
          QuotedPiece(span: number, old: fragment, utf8: utf8, words: index.words(utf8)))
      }
    }
    pieces.sort { ($0.old, $0.span) < ($1.old, $1.span) }
    QuotedChain(in: article, index).place(&pieces)
    // What was placed by the sure ones may place others in turn.
    for round in 0..<3 { placeByNeighbours(&pieces, index, isLast: round == 2) }
    doubtMeetings(&pieces)
    return placements(spans, pieces)
  }

  /// Doubts what meets in one place and stood apart.
  private func doubtMeetings(_ pieces: inout [QuotedPiece]) {
    let found = pieces.indices.filter { pieces[$0].found != nil }.sorted {
      (pieces[$0].found?.lowerBound ?? 0, $0) < (pieces[$1].found?.lowerBound ?? 0, $1)
    }
    // The one that reaches furthest of those before.
    var furthest: Int?
    for number in found {
      guard let place = pieces[number].found else { continue }
      if let other = furthest, let before = pieces[other].found,
        before.upperBound > place.lowerBound
      {
        let (one, two) = (pieces[other].old, pieces[number].old)
        if one.upper <= two.lower || two.upper <= one.lower {
          pieces[other].isDoubtful = true
          pieces[number].isDoubtful = true
        }
      }
      let reach = furthest.flatMap { pieces[$0].found?.upperBound } ?? -1
      if place.upperBound > reach { furthest = number }
    }
  }

  /// Places what is not yet found between what is sure.
  private func placeByNeighbours(_ pieces: inout [QuotedPiece], _ index: TokenIndex, isLast: Bool) {
    let sure = pieces.indices.filter { pieces[$0].isSure }
    var next = 0
    for number in pieces.indices where pieces[number].found == nil {
      while next < sure.count, sure[next] < number { next += 1 }
      let before = next > 0 ? pieces[sure[next - 1]] : nil
      let after = next < sure.count ? pieces[sure[next]] : nil
      guard let best = best(for: pieces[number], before, after, index, mayBeChanged: isLast),
        best.score >= threshold
      else { continue }
      pieces[number].found = best.place
      pieces[number].score = best.score
      if isDoubtful(pieces[number], at: best.place, before, after) {
        pieces[number].isDoubtful = true
      }
      pieces[number].isSure = best.isSame && !pieces[number].isDoubtful
    }
  }

  /// How many code points words have that tell themselves where they belong.
  static let tellingLength = 16

  private func isDoubtful(
    _ piece: QuotedPiece, at place: Range<Int>, _ before: QuotedPiece?, _ after: QuotedPiece?
  ) -> Bool {
    let start = article.scalarOffset(of: ByteOffset(place.lowerBound)).value
    let isAlone = piece.words.map { $0.frequency <= 1 } ?? true
    if isAlone, piece.old.count >= Self.tellingLength { return false }
    return ![before, after].contains { neighbour in
      guard let expected = neighbour.flatMap({ shifted(piece, by: $0) }) else { return false }
      return abs(expected - start) <= (isAlone ? ShiftCosts.smallEdit : 0)
    }
  }

  private func best(
    for piece: QuotedPiece, _ before: QuotedPiece?, _ after: QuotedPiece?, _ index: TokenIndex,
    mayBeChanged: Bool
  ) -> (place: Range<Int>, score: Double, isSame: Bool)? {
    // Pieces may overlap those before them, and begin with those after.
    let low = before?.found?.lowerBound ?? 0
    let high = max(low, after?.found?.upperBound ?? article.byteCount)
    let room = low..<min(article.byteCount, high + (after == nil ? 0 : piece.utf8.count))
    let expected = self.expected(piece, before, after)
    var places: [Range<Int>] = []
    if let words = piece.words {
      places = index.places(of: words, in: room, near: expected, limit: Self.mostPlaces)
    }
    let isSame = !places.isEmpty
    if places.isEmpty, mayBeChanged {
      let keys = FoldedKeys(piece.utf8[...]).keys
      guard keys.count >= 2, keys.count <= 1024 else { return nil }
      let around = expected - Self.reach..<expected + piece.utf8.count + Self.reach
      places = QuoteSearch(keys).places(
        in: article, article.scalarAligned(room.clamped(to: around))
      ).map { article.widenedToWords($0) }
    }
    let scored = places.map { place in
      (place: place, score: score(place, for: piece, before, after, isOnly: places.count == 1))
    }.sorted { ($0.score, $1.place.lowerBound) > ($1.score, $0.place.lowerBound) }
    guard let best = scored.first else { return nil }
    if scored.count > 1, best.score - scored[1].score < 0.02 { return nil }
    return (best.place, best.score, isSame)
  }

  /// Where a piece stands if it has kept its distance to the nearer neighbour, in bytes.
  private func expected(_ piece: QuotedPiece, _ before: QuotedPiece?, _ after: QuotedPiece?) -> Int
  {
    let left = before.flatMap { shifted(piece, by: $0) }
    let right = after.flatMap { shifted(piece, by: $0) }
    let scalar: Int
    switch (left, right) {
    case (let left?, let right?):
      let (a, b) = (
        piece.old.lower.value - (before?.old.lower.value ?? 0),
        (after?.old.lower.value ?? 0) - piece.old.lower.value
      )
      scalar = a <= b ? left : right
    case (let left?, nil): scalar = left
    case (nil, let right?): scalar = right
    case (nil, nil): scalar = piece.old.lower.value
    }
    let clamped = ScalarOffset(min(max(0, scalar), article.scalarCount))
    return article.byteOffset(of: clamped)?.value ?? 0
  }

  /// Where a piece starts, in code points, if it has kept its distance to another.
  private func shifted(_ piece: QuotedPiece, by other: QuotedPiece) -> Int? {
    other.found.map { found in
      piece.old.lower.value - other.old.lower.value
        + article.scalarOffset(of: ByteOffset(found.lowerBound)).value
    }
  }

  private func score(
    _ place: Range<Int>, for piece: QuotedPiece, _ before: QuotedPiece?, _ after: QuotedPiece?,
    isOnly: Bool
  ) -> Double {
    let start = article.scalarOffset(of: ByteOffset(place.lowerBound)).value
    func nearness(_ neighbour: QuotedPiece?) -> Double {
      guard let neighbour, let wanted = shifted(piece, by: neighbour) else {
        return isOnly ? 0.75 : 0.5
      }
      if wanted == start { return 1 }
      return max(isOnly ? 0.6 : 0, 0.75 * (1 - Double(abs(wanted - start)) / 512))
    }
    let bytes = article.bytes[place]
    var score = AnchorScore(
      words: 1, length: piece.old.count, before: nearness(before), after: nearness(after),
      place: AnchorScore.nearness(
        of: start, to: piece.old.lower.value, in: article.scalarCount))
    if !bytes.elementsEqual(piece.utf8), !FoldedKeys.areAlike(bytes, piece.utf8[...]) {
      score.words = Likeness.of(FoldedKeys(piece.utf8[...]).keys, FoldedKeys(bytes).keys)
    }
    return score.value
  }

  /// Puts pieces together again: a span stands where all of its pieces do.
  private func placements(_ spans: [QuotedSpan], _ pieces: [QuotedPiece]) -> [SpanPlacement?] {
    var found = spans.map { _ in [QuotedPiece]() }
    for piece in pieces { found[piece.span].append(piece) }
    return zip(spans, found).map { span, pieces in
      if span.isArticleLevel { return SpanPlacement(ranges: [article.firstLine], score: 1) }
      let places = pieces.compactMap(\.found).sorted { $0.lowerBound < $1.lowerBound }
      guard !places.isEmpty, places.count == span.fragments.count,
        zip(places, places.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound })
      else { return nil }
      let score = pieces.reduce(0) { $0 + $1.score } / Double(pieces.count)
      let ranges = article.joining(places.map { article.textRange(of: $0) })
      return SpanPlacement(
        ranges: ranges, score: score,
        isDoubtful: pieces.contains(where: \.isDoubtful) || mayBeOne(ranges))
    }
  }

  /// Whether blanks alone part two stretches: the end of a line may have stood there, and then they were
  /// one.
  private func mayBeOne(_ ranges: [TextRange]) -> Bool {
    zip(ranges, ranges.dropFirst()).contains { one, next in
      let gap = article.byteRange(of: TextRange(one.upper, next.lower))
      return article.trimmed(gap) == nil
    }
  }
}

extension QuotedSpan {
  /// Whether the words stand in an article where the line says.
  func fits(_ article: Article) -> Bool {
    fragments.allSatisfy { $0.upper.value <= article.scalarCount }
      && article.reads(column, at: bytes(in: article))
  }
}
