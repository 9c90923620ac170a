/// Finds where quoted pieces stand together: see ``PlaceChain``.
struct QuotedChain {
  private let article: Article
  private let index: TokenIndex
  private let costs: ShiftCosts

  /// Prepares to look in an article.
  init(in article: Article, _ index: TokenIndex) {
    self.article = article
    self.index = index
    costs = ShiftCosts(in: article.scalarCount)
  }

  /// How many places all words may have together, and how many the words of a piece may at most and at
  /// least.
  private static let mostPlaces = (all: 1 << 19, each: 16, least: 4)
  /// How many bits it takes to say that words were taken away.
  private static let loss = 4

  /// Words with all pieces that quote them from one stretch of the old text.
  private struct Group {
    let pieces: Range<Int>
    /// Where they may stand, in order.
    var places: [Range<Int>] = []
    /// Whether they may stand elsewhere as well.
    var isCut = false
  }

  /// Places pieces, which are in the order of the old text.
  func place(_ pieces: inout [QuotedPiece]) {
    var groups = groups(pieces)
    guard !groups.isEmpty else { return }
    let limit = min(
      Self.mostPlaces.each, max(Self.mostPlaces.least, Self.mostPlaces.all / groups.count))
    for number in groups.indices {
      let piece = pieces[groups[number].pieces.lowerBound]
      look(for: piece, byShift: 0, limit: limit, &groups[number])
    }
    var choices = chain(groups, pieces)
    if groups.contains(where: { $0.isCut || $0.places.isEmpty }) {
      lookByNeighbours(&groups, pieces, choices, limit: limit)
      choices = chain(groups, pieces)
    }
    take(choices, groups, &pieces)
    takeMoved(groups, &pieces)
  }

  private func groups(_ pieces: [QuotedPiece]) -> [Group] {
    var groups: [Group] = []
    var start = 0
    for number in pieces.indices {
      let (first, next) = (pieces[start], number + 1 < pieces.count ? pieces[number + 1] : nil)
      if let next, next.old == first.old, next.utf8 == first.utf8 { continue }
      if !first.old.isEmpty { groups.append(Group(pieces: start..<number + 1)) }
      start = number + 1
    }
    return groups
  }

  /// Adds the places of words that are nearest to where they stand if they have moved by so much.
  private func look(for piece: QuotedPiece, byShift shift: Int, limit: Int, _ group: inout Group) {
    guard let start = byteOffset(of: piece.old.lower.value + shift) else { return }
    var places = group.places
    if let words = piece.words, words.frequency > 0 {
      let found = index.places(of: words, in: 0..<article.byteCount, near: start, limit: limit)
      group.isCut = found.count == limit
      places += found
    }
    // A part of a word is no token.
    let same = start..<min(article.byteCount, start + piece.utf8.count)
    if article.bytes[same].elementsEqual(piece.utf8) { places.append(same) }
    places.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    group.places.removeAll(keepingCapacity: true)
    for place in places where group.places.last?.lowerBound != place.lowerBound {
      group.places.append(place)
    }
  }

  /// Adds the places that words have if they have kept their distance to what the chain has on either side.
  private func lookByNeighbours(
    _ groups: inout [Group], _ pieces: [QuotedPiece], _ choices: [PlaceChain.Choice?], limit: Int
  ) {
    let old = groups.map { pieces[$0.pieces.lowerBound].old }
    let placed = choices.indices.filter { choices[$0] != nil }
    let shifts = placed.map { (choices[$0]?.place ?? 0) - old[$0].lower.value }
    for number in groups.indices where groups[number].isCut || groups[number].places.isEmpty {
      let piece = pieces[groups[number].pieces.lowerBound]
      let next = placed.partitioningIndex { $0 >= number }
      let near = Set([next - 1, next, next + 1].filter(shifts.indices.contains).map { shifts[$0] })
      for shift in near.sorted() where shift != 0 {
        look(for: piece, byShift: shift, limit: max(1, limit / 4), &groups[number])
      }
    }
  }

  private func chain(_ groups: [Group], _ pieces: [QuotedPiece]) -> [PlaceChain.Choice?] {
    // How many bits it takes to say which word of the article it is.
    let wordBits = bits(article.scalarCount / 4)
    var reached = 0
    let quotations = groups.map { group -> PlaceChain.Quotation in
      let piece = pieces[group.pieces.lowerBound]
      let old = piece.old.lower.value..<piece.old.upper.value
      guard !group.places.isEmpty else {
        return PlaceChain.Quotation(old: old, places: [], worth: 0)
      }
      let frequency = group.isCut ? piece.words?.frequency ?? 1 : group.places.count
      let whole = max(1, wordBits - bits(frequency)) + min(old.count, 64) / 4 + Self.loss
      // What another quotation says already is worth nothing.
      let fresh = old.upperBound - min(old.upperBound, max(old.lowerBound, reached))
      reached = max(reached, old.upperBound)
      let starts = group.places.map { article.scalarOffset(of: ByteOffset($0.lowerBound)).value }
      return PlaceChain.Quotation(
        old: old, places: starts, worth: max(1, whole * fresh / old.count))
    }
    return PlaceChain(quotations, costs).choices
  }

  private func take(
    _ choices: [PlaceChain.Choice?], _ groups: [Group], _ pieces: inout [QuotedPiece]
  ) {
    func shift(_ number: Int) -> Int? {
      choices[number].map { $0.place - pieces[groups[number].pieces.lowerBound].old.lower.value }
    }
    let placed = choices.indices.filter { choices[$0] != nil }
    for (rank, number) in placed.enumerated() {
      guard let choice = choices[number], let place = place(of: choice, in: groups[number]) else {
        continue
      }
      let before = rank > 0 ? shift(placed[rank - 1]) : nil
      let after = rank + 1 < placed.count ? shift(placed[rank + 1]) : nil
      let hasCompany = before == shift(number) || after == shift(number)
      // Where another place is as good, the order alone tells.
      guard choice.lead > 0 || hasCompany else {
        for piece in groups[number].pieces { pieces[piece].isDoubtful = true }
        continue
      }
      // Another place needs an edit more, or else is as likely.
      let length = pieces[groups[number].pieces.lowerBound].old.count
      let isDoubtful =
        choice.lead < costs.far
        || (choice.isAlone || choice.isFaint) && length < QuotedPlaces.tellingLength
      put(
        groups[number], at: place, isDoubtful: isDoubtful, before: before == shift(number),
        after: after == shift(number), &pieces)
      for piece in groups[number].pieces { pieces[piece].isSure = !isDoubtful }
    }
  }

  /// Takes what the chain did without as another chain: it was moved, with its paragraph perhaps.
  private func takeMoved(_ groups: [Group], _ pieces: inout [QuotedPiece]) {
    let left = groups.filter { !$0.places.isEmpty && pieces[$0.pieces.lowerBound].found == nil }
    let choices = chain(left, pieces)
    func old(_ number: Int) -> TextRange { pieces[left[number].pieces.lowerBound].old }
    func shift(_ number: Int) -> Int? { choices[number].map { $0.place - old(number).lower.value } }
    let placed = choices.indices.filter { choices[$0] != nil }
    var start = 0
    while start < placed.count {
      var end = start + 1
      while end < placed.count, shift(placed[end]) == shift(placed[start]) { end += 1 }
      // Stretches that overlap say the same again.
      var (letters, reached) = (0, 0)
      for number in placed[start..<end] {
        let range = old(number)
        letters += max(0, range.upper.value - max(reached, range.lower.value))
        reached = max(reached, range.upper.value)
      }
      if letters >= QuotedPlaces.tellingLength {
        for number in placed[start..<end] {
          guard let choice = choices[number], choice.lead >= costs.far,
            let place = place(of: choice, in: left[number])
          else { continue }
          let isDoubtful = letters < Self.longQuotation
          put(left[number], at: place, isDoubtful: isDoubtful, before: false, after: false, &pieces)
        }
      }
      start = end
    }
  }

  /// The place of words that a chain has taken.
  private func place(of choice: PlaceChain.Choice, in group: Group) -> Range<Int>? {
    guard let start = byteOffset(of: choice.place) else { return nil }
    return group.places.first { $0.lowerBound == start }
  }

  /// Puts pieces in a place; `before` and `after` are whether what stands there has moved alike.
  private func put(
    _ group: Group, at place: Range<Int>, isDoubtful: Bool, before: Bool, after: Bool,
    _ pieces: inout [QuotedPiece]
  ) {
    for piece in group.pieces {
      pieces[piece].found = place
      pieces[piece].isDoubtful = isDoubtful
      pieces[piece].score =
        AnchorScore(
          words: 1, length: pieces[piece].old.count, before: before ? 1 : 0.75,
          after: after ? 1 : 0.75, place: 1
        ).value
    }
  }

  /// How many code points words have that are not said twice.
  private static let longQuotation = 48

  private func byteOffset(of scalar: Int) -> Int? {
    guard scalar >= 0 else { return nil }
    return article.byteOffset(of: ScalarOffset(scalar))?.value
  }

  /// How many bits a number has.
  private func bits(_ number: Int) -> Int { Int.bitWidth - max(1, number).leadingZeroBitCount }
}
