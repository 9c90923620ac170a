/// Finds spans in an article by the words that their lines quote, where the old text is not to be had.
///
/// Words that stand in the article once, in the order of the file, are sure. Whatever lies between two
/// of them is looked for between their places, and is the surer the better it keeps its distance to
/// them. Words of which two places are about as good are not found. Those that stand elsewhere as well are
/// doubtful unless they have kept their distance to a neighbor, and so are short ones that stand once and
/// have moved otherwise than their neighbors.
struct QuotedPlaces {
  private let article: Article
  private let threshold: Double

  /// Prepares to look in an article.
  init(in article: Article, threshold: Double) {
    self.article = article
    self.threshold = threshold
  }

  /// A piece of a span with what is known of it.
  private struct Piece {
    let span: Int
    let old: TextRange
    let utf8: [UInt8]
    let words: TokenIndex.Words?
    var found: Range<Int>?
    var score = 0.0
    /// Whether others may be placed by it.
    var isSure = false
    /// Whether its words stand elsewhere as well, and it has not kept its distance to a neighbor.
    var isDoubtful = false
  }

  /// How many places of words are looked at before they count as standing everywhere.
  private static let mostPlaces = 32
  /// How far from where they should stand changed words are looked for, in bytes.
  private static let reach = 1024

  /// Where spans stand, which are in the order of the old text; `nil` for those that cannot be told.
  func placements(of spans: [QuotedSpan]) -> [SpanPlacement?] {
    guard !spans.isEmpty else { return [] }
    let fitting = spans.map { $0.fits(article) }
    if fitting.allSatisfy(\.self) {
      return spans.map { SpanPlacement(ranges: $0.ranges, score: 1) }
    }
    var index = TokenIndex(article)
    var pieces: [Piece] = []
    for (number, span) in spans.enumerated() where !span.isArticleLevel {
      guard let words = span.pieceWords else { continue }
      for (fragment, word) in zip(span.fragments, words) {
        let utf8 = Array(word.utf8)
        pieces.append(
          Piece(span: number, old: fragment, utf8: utf8, words: index.words(utf8)))
      }
    }
    pieces.sort { ($0.old, $0.span) < ($1.old, $1.span) }
    findSure(&pieces, index)
    // What was placed by the sure ones may place others in turn.
    for round in 0..<3 { placeByNeighbours(&pieces, index, isLast: round == 2) }
    return placements(spans, pieces)
  }

  /// Finds the words that stand once, in the order of the file.
  private func findSure(_ pieces: inout [Piece], _ index: TokenIndex) {
    let whole = 0..<article.byteCount
    var pairs: [(Int, Int)] = []
    var places: [Int: Range<Int>] = [:]
    for number in pieces.indices {
      guard let words = pieces[number].words, words.frequency <= Self.mostPlaces else { continue }
      let found = index.places(of: words, in: whole, near: 0, limit: 2)
      guard found.count == 1 else { continue }
      places[number] = found[0]
      // Those with one start stand side by side, the longer first; all may be sure.
      pairs.append((number, found[0].lowerBound))
    }
    for (number, _) in longestRise(keepingOrder(pairs, pieces), allowingTies: true) {
      pieces[number].found = places[number]
      pieces[number].isSure = true
    }
    doubtMoved(&pieces)
    // A long quotation that stands once was moved, with its paragraph perhaps.
    for number in pieces.indices where pieces[number].found == nil {
      if pieces[number].old.count >= 48 { pieces[number].found = places[number] }
    }
    for number in pieces.indices where pieces[number].found != nil {
      let score = AnchorScore(
        words: 1, length: pieces[number].old.count, before: 0.75, after: 0.75, place: 1)
      pieces[number].score = score.value
    }
  }

  /// Leaves out what stands on the wrong side of something that has not moved at all.
  private func keepingOrder(_ pairs: [(Int, Int)], _ pieces: [Piece]) -> [(Int, Int)] {
    let still = pairs.filter { shift(pieces[$0.0], to: $0.1) == 0 }
    guard !still.isEmpty else { return pairs }
    return pairs.filter { number, place in
      let next = still.partitioningIndex { $0.0 >= number }
      return (next == 0 || still[next - 1].1 <= place)
        && (next == still.count || place <= still[next].1)
    }
  }

  /// Doubts short words that stand once by now, but have moved otherwise than those on both sides: the one
  /// that was meant may have gone, and another is left.
  private func doubtMoved(_ pieces: inout [Piece]) {
    let sure = pieces.indices.filter { pieces[$0].isSure }
    let shifts = sure.map { number in
      shift(pieces[number], to: pieces[number].found?.lowerBound ?? 0)
    }
    for (place, number) in sure.enumerated()
    where shifts[place] != 0 && pieces[number].old.count < Self.tellingLength {
      let near = [place - 1, place + 1].filter(sure.indices.contains)
      if near.contains(where: { abs(shifts[$0] - shifts[place]) <= Self.smallEdit }) { continue }
      pieces[number].isDoubtful = true
    }
  }

  /// How many code points words have that tell themselves where they belong.
  private static let tellingLength = 16
  /// How many code points an edit between two neighbors may add or take.
  private static let smallEdit = 16

  /// By how many code points a piece has moved that starts at a byte now.
  private func shift(_ piece: Piece, to start: Int) -> Int {
    article.scalarOffset(of: ByteOffset(start)).value - piece.old.lower.value
  }

  /// Places what is not yet found between what is sure.
  private func placeByNeighbours(_ pieces: inout [Piece], _ index: TokenIndex, isLast: Bool) {
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

  private func isDoubtful(
    _ piece: Piece, at place: Range<Int>, _ before: Piece?, _ after: Piece?
  ) -> Bool {
    guard let words = piece.words, words.frequency > 1 else { return false }
    let start = article.scalarOffset(of: ByteOffset(place.lowerBound)).value
    return ![before, after].contains { neighbour in
      neighbour.flatMap { shifted(piece, by: $0) } == start
    }
  }

  private func best(
    for piece: Piece, _ before: Piece?, _ after: Piece?, _ index: TokenIndex, mayBeChanged: Bool
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
  private func expected(_ piece: Piece, _ before: Piece?, _ after: Piece?) -> Int {
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
  private func shifted(_ piece: Piece, by other: Piece) -> Int? {
    other.found.map { found in
      piece.old.lower.value - other.old.lower.value
        + article.scalarOffset(of: ByteOffset(found.lowerBound)).value
    }
  }

  private func score(
    _ place: Range<Int>, for piece: Piece, _ before: Piece?, _ after: Piece?, isOnly: Bool
  ) -> Double {
    let start = article.scalarOffset(of: ByteOffset(place.lowerBound)).value
    func nearness(_ neighbour: Piece?) -> Double {
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
  private func placements(_ spans: [QuotedSpan], _ pieces: [Piece]) -> [SpanPlacement?] {
    var found = spans.map { _ in [Piece]() }
    for piece in pieces { found[piece.span].append(piece) }
    return zip(spans, found).map { span, pieces in
      if span.isArticleLevel { return SpanPlacement(ranges: [article.firstLine], score: 1) }
      let places = pieces.compactMap(\.found).sorted { $0.lowerBound < $1.lowerBound }
      guard !places.isEmpty, places.count == span.fragments.count,
        zip(places, places.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound })
      else { return nil }
      let score = pieces.reduce(0) { $0 + $1.score } / Double(pieces.count)
      return SpanPlacement(
        ranges: joined(places), score: score, isDoubtful: pieces.contains(where: \.isDoubtful))
    }
  }

  /// The stretches of pieces; those that only blanks part were one, over the end of a line.
  private func joined(_ places: [Range<Int>]) -> [TextRange] {
    var joined: [Range<Int>] = []
    for place in places {
      if let last = joined.last, article.trimmed(last.upperBound..<place.lowerBound) == nil {
        joined[joined.count - 1] = last.lowerBound..<place.upperBound
      } else {
        joined.append(place)
      }
    }
    return joined.map { article.textRange(of: $0) }
  }
}

extension QuotedSpan {
  /// Whether the words stand in an article where the line says.
  func fits(_ article: Article) -> Bool {
    fragments.allSatisfy { $0.upper.value <= article.scalarCount }
      && article.reads(column, at: bytes(in: article))
  }
}
