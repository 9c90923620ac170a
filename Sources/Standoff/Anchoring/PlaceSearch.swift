/// The search for the place of one stretch of the old edition in the new one.
///
/// First where what stands at its edges went; then, for what was written anew or moved with changes,
/// the words themselves in what is new nearby.
struct PlaceSearch {
  /// A place with its score.
  struct Found {
    let bytes: Range<Int>
    let score: Double
  }

  /// From which edition to which a place is looked for.
  struct Way: Sendable {
    let old: Article
    let new: Article
    let map: OffsetMap
    let threshold: Double
  }

  private let bytes: Range<Int>
  private let way: Way
  private var map: OffsetMap { way.map }
  private var new: Article { way.new }
  private lazy var keys = FoldedKeys(way.old.bytes[bytes]).keys
  private lazy var contextBefore = way.old.context(before: bytes.lowerBound)
  private lazy var contextAfter = way.old.context(after: bytes.upperBound)
  private var tried: Set<Range<Int>> = []
  /// How many letters may still be compared; what is left when the search is over.
  private(set) var work: Int

  /// How many places an edge may have that stands in what was changed.
  private static let mostPlaces = 24
  /// How many bytes of what is new are searched for words.
  private static let reach = 8192

  /// Prepares to look for the stretch `bytes`.
  ///
  /// - Parameter work: how many letters may be compared.
  init(_ bytes: Range<Int>, _ way: Way, work: Int) {
    self.bytes = bytes
    self.way = way
    self.work = work
  }

  /// Whether the stretch lies in one run that is the same in both editions.
  var isInOneRun: Bool {
    let index = map.run(atOrBefore: bytes.lowerBound)
    return index >= 0 && map.runs[index].isExact
      && bytes.upperBound <= map.runs[index].old.upperBound
  }

  /// Whether so much beside the stretch is in its run that no other with its words can be meant.
  var isWellInOneRun: Bool {
    guard isInOneRun else { return false }
    let run = map.runs[map.run(atOrBefore: bytes.lowerBound)].old
    let context = AnchorScore.context
    return min(context, bytes.lowerBound - run.lowerBound)
      + min(context, run.upperBound - bytes.upperBound) >= Self.enough
  }

  /// How much of what stands beside a stretch tells it from others with its words, in bytes.
  private static let enough = 24

  /// The score of a place with the very words, by what stands right beside it.
  mutating func score(ofSameWordsAt place: Range<Int>) -> Double {
    AnchorScore(
      words: 1, length: keys.count,
      before: Likeness.of(contextBefore, new.context(before: place.lowerBound)),
      after: Likeness.of(contextAfter, new.context(after: place.upperBound)),
      place: AnchorScore.nearness(of: place.lowerBound, to: expected, in: new.byteCount)
    ).value
  }

  /// The best place there is; `nil` where nothing is like the words.
  mutating func best() -> Found? {
    if let place = untouched() { return Found(bytes: place, score: 1) }
    if bytes.isEmpty { return placeOfNothing() }
    var best: Found?
    let (starts, ends) = (starts(), ends())
    for lower in starts {
      for upper in ends where upper > lower {
        if upper - lower > 2 * bytes.count + 64 || 2 * (upper - lower) + 64 < bytes.count {
          continue
        }
        take(lower..<upper, &best)
      }
    }
    if let best, best.score >= way.threshold { return best }
    searchNew(&best)
    return best
  }

  /// The place, where no change came near.
  private func untouched() -> Range<Int>? {
    let index = map.run(atOrBefore: bytes.lowerBound)
    guard index >= 0 else { return nil }
    let run = map.runs[index]
    let context = AnchorScore.context
    let startIsFar =
      bytes.lowerBound - context >= run.old.lowerBound
      || run.old.lowerBound == 0 && run.new.lowerBound == 0
    let endIsFar =
      bytes.upperBound + context <= run.old.upperBound
      || run.old.upperBound == way.old.byteCount && run.new.upperBound == new.byteCount
        && bytes.upperBound <= run.old.upperBound
    guard run.isExact, startIsFar, endIsFar else { return nil }
    let shift = run.new.lowerBound - run.old.lowerBound
    return bytes.lowerBound + shift..<bytes.upperBound + shift
  }

  /// The place of a span without words: between the same two letters, or nowhere.
  private mutating func placeOfNothing() -> Found? {
    let index = map.run(atOrBefore: bytes.lowerBound)
    guard index >= 0, map.runs[index].isExact, bytes.lowerBound > map.runs[index].old.lowerBound,
      bytes.lowerBound < map.runs[index].old.upperBound
    else { return nil }
    let run = map.runs[index]
    let place = run.new.lowerBound + bytes.lowerBound - run.old.lowerBound
    return scored(place..<place)
  }

  // MARK: By the edges

  private func starts() -> [Int] {
    let place = bytes.lowerBound
    let index = map.run(atOrBefore: place)
    var places: [Int] = []
    if index >= 0, place < map.runs[index].old.upperBound {
      let run = map.runs[index]
      guard !run.isExact else { return [run.new.lowerBound + place - run.old.lowerBound] + byEnd() }
      places =
        place == run.old.lowerBound
        ? [run.new.lowerBound] : [run.new.lowerBound, run.new.upperBound]
    } else {
      places = gap(after: index).map { edges(of: $0, \.lowerBound) } ?? []
    }
    return places + byEnd()
  }

  /// The start that the end and the length tell: what stands before may have been cut elsewhere.
  private func byEnd() -> [Int] {
    let index = map.run(atOrBefore: bytes.upperBound - 1)
    guard index >= 0, map.runs[index].isExact, bytes.upperBound <= map.runs[index].old.upperBound
    else { return [] }
    let start = map.runs[index].new.lowerBound + bytes.lowerBound - map.runs[index].old.lowerBound
    return start >= 0 ? [start] : []
  }

  private func ends() -> [Int] {
    let place = bytes.upperBound
    let index = map.run(atOrBefore: place - 1)
    if index >= 0, place <= map.runs[index].old.upperBound {
      let run = map.runs[index]
      guard !run.isExact else {
        return [run.new.lowerBound + place - run.old.lowerBound] + byStart()
      }
      return place == run.old.upperBound
        ? [run.new.upperBound] : [run.new.lowerBound, run.new.upperBound]
    }
    return (gap(after: index).map { edges(of: $0, \.upperBound) } ?? []) + byStart()
  }

  private func byStart() -> [Int] {
    let index = map.run(atOrBefore: bytes.lowerBound)
    guard index >= 0, map.runs[index].isExact, bytes.lowerBound < map.runs[index].old.upperBound
    else { return [] }
    let end = map.runs[index].new.lowerBound + bytes.upperBound - map.runs[index].old.lowerBound
    return end <= new.byteCount ? [end] : []
  }

  /// What stands in the new edition in place of the gap after a run.
  ///
  /// Where the runs on both sides of the gap went apart, it is what follows the first of them.
  private func gap(after index: Int) -> Range<Int>? {
    let start = index < 0 ? 0 : map.runs[index].new.upperBound
    let next = map.following(index)
    let end = next.map { map.runs[$0].new.lowerBound } ?? new.byteCount
    return start <= end ? start..<end : nil
  }

  /// The places in a gap where words begin or end, with its edges; of a long one those near the edges.
  private func edges(of gap: Range<Int>, _ side: KeyPath<Range<Int>, Int>) -> [Int] {
    var names = TokenNames()
    let limit = 512
    var pieces = [gap]
    if gap.count > 2 * limit {
      pieces = [
        new.scalarAligned(gap.lowerBound..<gap.lowerBound + limit),
        new.scalarAligned(gap.upperBound - limit..<gap.upperBound),
      ]
    }
    var places: [Int] = [gap.lowerBound, gap.upperBound]
    for piece in pieces {
      let tokens = TextTokens(new.bytes, piece, &names)
      for index in 0..<tokens.count {
        let token = tokens.bytes(of: index..<index + 1)
        if new.bytes[token.lowerBound] == 0x20 { continue }
        if !places.contains(token[keyPath: side]) { places.append(token[keyPath: side]) }
      }
    }
    guard places.count > Self.mostPlaces else { return places }
    let sorted = places.sorted()
    return Array(sorted.prefix(Self.mostPlaces / 2) + sorted.suffix(Self.mostPlaces / 2))
  }

  // MARK: By the words

  private mutating func searchNew(_ best: inout Found?) {
    guard keys.count >= 2, keys.count <= 1024 else { return }
    let expected = self.expected
    var budget = Self.reach
    let near = map.lonely.partitioningIndex { $0.upperBound >= expected }
    var (left, right) = (near - 1, near)
    while budget > 0, work > 0, left >= 0 || right < map.lonely.count {
      let takesLeft =
        right >= map.lonely.count
        || left >= 0
          && expected - map.lonely[left].upperBound < map.lonely[right].lowerBound - expected
      var piece = takesLeft ? map.lonely[left] : map.lonely[right]
      if takesLeft { left -= 1 } else { right += 1 }
      budget -= min(piece.count, Self.reach) + 64
      if piece.count * 2 < keys.count { continue }
      if piece.count > Self.reach {
        let middle = min(max(expected, piece.lowerBound), piece.upperBound)
        piece = piece.clamped(to: middle - Self.reach / 2..<middle + Self.reach / 2)
        piece = new.scalarAligned(piece)
      }
      work -= piece.count * (1 + keys.count / 64)
      for place in QuoteSearch(keys).places(in: new, piece) {
        // Whole words are not looked for inside others.
        let isPart = way.old.hasWordEdges(bytes) && !new.hasWordEdges(place)
        take(isPart ? new.widenedToWords(place) : place, &best)
      }
    }
  }

  /// Where the stretch would stand if only what is around it had moved.
  private var expected: Int {
    let index = map.run(atOrBefore: bytes.lowerBound)
    guard index >= 0 else { return 0 }
    let run = map.runs[index]
    return min(run.new.upperBound, run.new.lowerBound + bytes.lowerBound - run.old.lowerBound)
  }

  // MARK: Scores

  private mutating func take(_ place: Range<Int>, _ best: inout Found?) {
    guard work > 0, tried.insert(place).inserted else { return }
    guard let found = scored(place) else { return }
    if let best, (best.score, -best.bytes.lowerBound) >= (found.score, -found.bytes.lowerBound) {
      return
    }
    best = found
  }

  private mutating func scored(_ place: Range<Int>) -> Found? {
    var place = place
    let old = way.old.bytes[bytes]
    let isSame = new.bytes[place].elementsEqual(old)
    if !isSame {
      guard let trimmed = new.trimmed(new.widened(place)) else { return nil }
      place = trimmed
    }
    let support = map.support(bytes, place, (way.old.byteCount, new.byteCount))
    var score = AnchorScore(
      words: isSame ? 1 : 0, length: keys.count, before: support.before, after: support.after,
      place: AnchorScore.nearness(of: place.lowerBound, to: expected, in: new.byteCount))
    work -= 64
    if !isSame {
      work -= place.count * (1 + keys.count / 64)
      let newKeys = FoldedKeys(new.bytes[place]).keys
      score.words = Likeness.of(keys, newKeys)
      if score.words == 1, !FoldedKeys.areAlike(old, new.bytes[place]) { score.words = 0.999 }
    }
    // What follows is worth its cost only where it can decide.
    var most = score
    (most.before, most.after) = (1, 1)
    guard most.value >= way.threshold else { return Found(bytes: place, score: score.value) }
    if score.before < 1 {
      score.before = max(
        score.before, Likeness.of(contextBefore, new.context(before: place.lowerBound)))
    }
    if score.after < 1 {
      score.after = max(
        score.after, Likeness.of(contextAfter, new.context(after: place.upperBound)))
    }
    return Found(bytes: place, score: score.value)
  }
}
