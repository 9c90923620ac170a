/// What two editions of a text share, found in time linear in their lengths.
///
/// First whole lines that each edition has once; between them the same by tokens, several side by
/// side at first; in what is left the shortest way of editing, as long as that is short. What was
/// moved is looked for in what then stands alone on either side. All steps are bounded: where a text
/// repeats itself endlessly, less is found, and it does not take longer.
///
/// The same two editions have the same in common whichever is called the old one.
struct TextComparison {
  /// What is shared, in the order of the old edition.
  ///
  /// No byte of either edition is in two runs.
  private(set) var runs: [SharedRun] = []

  private let old: [UInt8]
  private let new: [UInt8]
  private var names = TokenNames()
  /// How many comparisons the search for shortest ways may still make.
  private var work = 1 << 25

  /// How many edits a shortest way may have.
  private static let mostEdits = 256
  /// How often stretches between anchors are looked through for further ones.
  private static let deepest = 8

  /// Compares two editions.
  init(_ old: [UInt8], _ new: [UInt8]) {
    let isTurned =
      (new.count, contentHash(of: new)) < (old.count, contentHash(of: old)) && old != new
    self.old = isTurned ? new : old
    self.new = isTurned ? old : new
    compareLines()
    addMoved()
    refine()
    slide()
    if isTurned { runs = runs.map(\.reversed).sorted { $0.old.lowerBound < $1.old.lowerBound } }
  }

  private mutating func add(_ run: SharedRun) {
    guard !run.old.isEmpty else { return }
    if let last = runs.last, last.isContinued(by: run) {
      runs[runs.count - 1].old = last.old.lowerBound..<run.old.upperBound
      runs[runs.count - 1].new = last.new.lowerBound..<run.new.upperBound
    } else {
      runs.append(run)
    }
  }

  // MARK: Lines

  private mutating func compareLines() {
    let (left, right) = (TextLines(old), TextLines(new))
    compareLines(
      left, 0..<left.hashes.count, right, 0..<right.hashes.count, depth: 0)
  }

  private mutating func compareLines(
    _ left: TextLines, _ a: Range<Int>, _ right: TextLines, _ b: Range<Int>, depth: Int
  ) {
    var (lowA, highA) = (a.lowerBound, a.upperBound)
    var (lowB, highB) = (b.lowerBound, b.upperBound)
    while lowA < highA, lowB < highB, isSame(left, lowA, right, lowB) {
      addLines(left, lowA, right, lowB)
      (lowA, lowB) = (lowA + 1, lowB + 1)
    }
    var tail = 0
    while lowA < highA, lowB < highB, isSame(left, highA - 1, right, highB - 1) {
      (highA, highB, tail) = (highA - 1, highB - 1, tail + 1)
    }
    if lowA < highA, lowB < highB {
      let pairs =
        depth < Self.deepest
        ? longestRise(
          KeyTable.uniquePairs(left.hashes[lowA..<highA], right.hashes[lowB..<highB])
        ).filter { isSame(left, $0.0, right, $0.1) } : []
      if pairs.isEmpty {
        compareTokens(left.bytes(of: lowA..<highA), right.bytes(of: lowB..<highB))
      } else {
        var (nextA, nextB) = (lowA, lowB)
        for (lineA, lineB) in pairs {
          compareLines(left, nextA..<lineA, right, nextB..<lineB, depth: depth + 1)
          addLines(left, lineA, right, lineB)
          (nextA, nextB) = (lineA + 1, lineB + 1)
        }
        compareLines(left, nextA..<highA, right, nextB..<highB, depth: depth + 1)
      }
    }
    for step in 0..<tail { addLines(left, highA + step, right, highB + step) }
  }

  private func isSame(_ left: TextLines, _ a: Int, _ right: TextLines, _ b: Int) -> Bool {
    guard left.hashes[a] == right.hashes[b] else { return false }
    let (x, y) = (left.bytes(of: a..<a + 1), right.bytes(of: b..<b + 1))
    return x.count == y.count
      && TextLines.areEqual(old.span, x.lowerBound, new.span, y.lowerBound, count: x.count)
  }

  private mutating func addLines(_ left: TextLines, _ a: Int, _ right: TextLines, _ b: Int) {
    add(
      SharedRun(old: left.bytes(of: a..<a + 1), new: right.bytes(of: b..<b + 1), isExact: true))
  }

  // MARK: Tokens

  private mutating func compareTokens(_ a: Range<Int>, _ b: Range<Int>) {
    let left = TextTokens(old, a, &names)
    let right = TextTokens(new, b, &names)
    compareTokens(left, 0..<left.count, right, 0..<right.count, depth: 0)
  }

  private mutating func compareTokens(
    _ left: TextTokens, _ a: Range<Int>, _ right: TextTokens, _ b: Range<Int>, depth: Int
  ) {
    var (lowA, highA) = (a.lowerBound, a.upperBound)
    var (lowB, highB) = (b.lowerBound, b.upperBound)
    while lowA < highA, lowB < highB, left.readings[lowA] == right.readings[lowB] {
      addTokens(left, lowA, right, lowB, count: 1)
      (lowA, lowB) = (lowA + 1, lowB + 1)
    }
    var tail = 0
    while lowA < highA, lowB < highB, left.readings[highA - 1] == right.readings[highB - 1] {
      (highA, highB, tail) = (highA - 1, highB - 1, tail + 1)
    }
    if lowA < highA, lowB < highB {
      compareInner(left, lowA..<highA, right, lowB..<highB, depth: depth)
    }
    addTokens(left, highA, right, highB, count: tail)
  }

  private mutating func compareInner(
    _ left: TextTokens, _ a: Range<Int>, _ right: TextTokens, _ b: Range<Int>, depth: Int
  ) {
    if a.count + b.count <= Self.mostEdits || depth >= Self.deepest {
      return addShortestWay(left, a, right, b)
    }
    for size in [12, 6, 3] {
      let keysA = left.shingles(of: size, in: a)
      let keysB = right.shingles(of: size, in: b)
      let pairs = longestRise(KeyTable.uniquePairs(keysA[...], keysB[...]))
      guard !pairs.isEmpty else { continue }
      var (nextA, nextB) = (a.lowerBound, b.lowerBound)
      for (placeA, placeB) in pairs {
        let (tokenA, tokenB) = (a.lowerBound + placeA, b.lowerBound + placeB)
        // One that overlaps the one before it has been taken in by that.
        guard tokenA >= nextA, tokenB >= nextB else { continue }
        guard left.readings[tokenA] == right.readings[tokenB] else { continue }
        compareTokens(left, nextA..<tokenA, right, nextB..<tokenB, depth: depth + 1)
        var count = 0
        while tokenA + count < a.upperBound, tokenB + count < b.upperBound,
          left.readings[tokenA + count] == right.readings[tokenB + count]
        { count += 1 }
        addTokens(left, tokenA, right, tokenB, count: count)
        (nextA, nextB) = (tokenA + count, tokenB + count)
      }
      return compareTokens(
        left, nextA..<a.upperBound, right, nextB..<b.upperBound, depth: depth + 1)
    }
    addShortestWay(left, a, right, b)
  }

  private mutating func addShortestWay(
    _ left: TextTokens, _ a: Range<Int>, _ right: TextTokens, _ b: Range<Int>
  ) {
    let stretches = EditGraph.sharedStretches(
      left.readings[a], right.readings[b], limit: Self.mostEdits, work: &work)
    for stretch in stretches ?? [] {
      addTokens(left, stretch.left, right, stretch.right, count: stretch.count)
    }
  }

  private mutating func addTokens(
    _ left: TextTokens, _ a: Int, _ right: TextTokens, _ b: Int, count: Int
  ) {
    for run in Self.runs(left, a, right, b, count: count) { add(run) }
  }

  /// The runs that tokens side by side make up: one for those that are the same to the letter, one
  /// for each that is only read the same.
  private static func runs(
    _ left: TextTokens, _ a: Int, _ right: TextTokens, _ b: Int, count: Int
  ) -> [SharedRun] {
    var runs: [SharedRun] = []
    var start = 0
    func take(_ end: Int, isExact: Bool) {
      guard end > start else { return }
      runs.append(
        SharedRun(
          old: left.bytes(of: a + start..<a + end), new: right.bytes(of: b + start..<b + end),
          isExact: isExact))
      start = end
    }
    for place in 0..<count where left.spellings[a + place] != right.spellings[b + place] {
      take(place, isExact: true)
      take(place + 1, isExact: false)
    }
    take(count, isExact: true)
    return runs
  }

  // MARK: What was moved

  /// How many bytes have to be the same for a stretch to count as moved rather than as written anew.
  private static let leastMoved = 40
  /// How many tokens side by side a moved stretch is found by.
  private static let movedShingle = 8

  /// Looks for what stands alone in each edition and is the same: it was moved.
  private mutating func addMoved() {
    let lonelyOld = Self.gaps(runs.map(\.old), in: old.count)
    let lonelyNew = Self.gaps(runs.map(\.new), in: new.count)
    guard !lonelyOld.isEmpty, !lonelyNew.isEmpty else { return }
    let left = lonelyOld.map { TextTokens(old, $0, &names) }
    let right = lonelyNew.map { TextTokens(new, $0, &names) }
    let size = Self.movedShingle
    let keysA = left.map { $0.shingles(of: size, in: 0..<$0.count) }
    let keysB = right.map { $0.shingles(of: size, in: 0..<$0.count) }
    var table = KeyTable(room: keysA.reduce(0) { $0 + $1.count })
    var number = 0
    for keys in keysA {
      for key in keys {
        table.addLeft(key, at: number)
        number += 1
      }
    }
    var places: [(piece: Int, token: Int)] = []
    for (piece, keys) in keysB.enumerated() {
      for (token, key) in keys.enumerated() {
        table.addRight(key, at: places.count)
        places.append((piece, token))
      }
    }
    var moved: [SharedRun] = []
    var takenNew = right.map { Array(repeating: false, count: $0.count) }
    number = 0
    for (piece, keys) in keysA.enumerated() {
      var free = 0
      for (token, key) in keys.enumerated() {
        defer { number += 1 }
        guard token >= free, let partner = table.partner(of: key, at: number) else { continue }
        let place = places[partner]
        let (tokensA, tokensB) = (left[piece], right[place.piece])
        func isShared(_ a: Int, _ b: Int) -> Bool {
          a >= free && b >= 0 && a < tokensA.count && b < tokensB.count
            && !takenNew[place.piece][b]
            && tokensA.readings[a] == tokensB.readings[b]
        }
        var (before, after) = (0, 0)
        while isShared(token - before - 1, place.token - before - 1) { before += 1 }
        while isShared(token + after, place.token + after) { after += 1 }
        let a = token - before
        let b = place.token - before
        let found = Self.runs(tokensA, a, tokensB, b, count: before + after)
        guard found.reduce(0, { $0 + $1.old.count }) >= Self.leastMoved else { continue }
        moved += found
        for taken in b..<b + before + after { takenNew[place.piece][taken] = true }
        free = token + after
      }
    }
    guard !moved.isEmpty else { return }
    let byOld: (SharedRun, SharedRun) -> Bool = { $0.old.lowerBound < $1.old.lowerBound }
    runs = (runs + moved).sorted(by: byOld)
    let around = stretchesAround(moved)
    var settled: [SharedRun] = []
    swap(&settled, &runs)
    var found: [SharedRun] = []
    for (a, b) in around {
      compareTokens(a, b)
      found += runs
      runs = []
    }
    runs = (settled + found).sorted(by: byOld)
  }

  /// What stands alone in both editions on either side of what was moved.
  ///
  /// Its paragraph may have been mended besides. No byte is in two of them.
  private func stretchesAround(_ moved: [SharedRun]) -> [(Range<Int>, Range<Int>)] {
    let reach = 512
    let olds = runs.map(\.old)
    let news = runs.map(\.new).sorted { $0.lowerBound < $1.lowerBound }
    var stretches: [(Range<Int>, Range<Int>)] = []
    // Gaps by the number of the range behind them; each is compared once.
    var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
    func take(_ a: (number: Int, gap: Range<Int>), _ b: (number: Int, gap: Range<Int>)) {
      let (left, right) = (Self.aligned(a.gap, in: old), Self.aligned(b.gap, in: new))
      guard !left.isEmpty, !right.isEmpty, !taken.old.contains(a.number),
        !taken.new.contains(b.number)
      else { return }
      taken.old.insert(a.number)
      taken.new.insert(b.number)
      stretches.append((left, right))
    }
    func before(_ ranges: [Range<Int>], _ place: Int) -> (number: Int, gap: Range<Int>) {
      let index = ranges.partitioningIndex { $0.lowerBound >= place }
      let start = index > 0 ? ranges[index - 1].upperBound : 0
      return (index, max(start, place - reach)..<max(start, place))
    }
    func after(_ ranges: [Range<Int>], _ place: Int, _ count: Int) -> (number: Int, gap: Range<Int>)
    {
      let index = ranges.partitioningIndex { $0.lowerBound >= place }
      let end = index < ranges.count ? ranges[index].lowerBound : count
      return (index, place..<max(place, min(end, place + reach)))
    }
    for run in moved {
      take(before(olds, run.old.lowerBound), before(news, run.new.lowerBound))
      take(
        after(olds, run.old.upperBound, old.count), after(news, run.new.upperBound, new.count))
    }
    return stretches
  }

  /// A range without parts of characters at its edges.
  private static func aligned(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, text[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper > lower, upper < text.count, text[upper] & 0xC0 == 0x80 { upper -= 1 }
    return lower..<upper
  }

  /// The stretches between ranges that are long enough to have been moved.
  private static func gaps(_ ranges: [Range<Int>], in count: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound - start >= leastMoved { gaps.append(start..<range.lowerBound) }
      start = max(start, range.upperBound)
    }
    if count - start >= leastMoved { gaps.append(start..<count) }
    return gaps
  }

  // MARK: Neighbours

  /// For each run the one that follows it in the new edition, `runs.count` after the last; at the end
  /// the first of all.
  private var following: [Int] {
    let order = runs.indices.sorted { runs[$0].new.lowerBound < runs[$1].new.lowerBound }
    var following = Array(repeating: runs.count, count: runs.count + 1)
    for (run, next) in zip(order, order.dropFirst()) { following[run] = next }
    following[runs.count] = order.first ?? runs.count
    return following
  }

  // MARK: Inside words

  /// Takes in what the two sides of a gap begin and end with alike, where neighbours in one edition
  /// are neighbours in the other.
  private mutating func refine() {
    let following = self.following
    var found: [SharedRun] = []
    for index in -1..<runs.count {
      guard following[index < 0 ? runs.count : index] == index + 1 else { continue }
      let next = index + 1
      var (oldStart, newStart, oldEnd, newEnd) = (0, 0, old.count, new.count)
      if index >= 0 {
        (oldStart, newStart) = (runs[index].old.upperBound, runs[index].new.upperBound)
      }
      if next < runs.count {
        (oldEnd, newEnd) = (runs[next].old.lowerBound, runs[next].new.lowerBound)
      }
      let (a, b) = (oldStart..<oldEnd, newStart..<newEnd)
      found += edges(a, b)
    }
    guard !found.isEmpty else { return }
    var whole: [SharedRun] = []
    swap(&whole, &runs)
    for run in (whole + found).sorted(by: { $0.old.lowerBound < $1.old.lowerBound }) { add(run) }
  }

  /// Moves what was put in or taken out to where a paragraph begins, or else a sentence or a word.
  ///
  /// Of “The minister left. The minister came back” the first sentence was taken out, though “minister
  /// left. The” could have been as well.
  private mutating func slide() {
    let following = self.following
    for index in runs.indices.dropLast() where following[index] == index + 1 {
      let (left, right) = (runs[index], runs[index + 1])
      guard left.isExact, right.isExact else { continue }
      let isTakenOut = left.new.upperBound == right.new.lowerBound
      let isPutIn = left.old.upperBound == right.old.lowerBound
      guard isTakenOut != isPutIn else { continue }
      let step =
        isTakenOut
        ? Self.bestSlide(
          old.span, left.old.upperBound..<right.old.lowerBound, left.old.count, right.old.count)
        : Self.bestSlide(
          new.span, left.new.upperBound..<right.new.lowerBound, left.new.count, right.new.count)
      guard step != 0 else { continue }
      runs[index].old = left.old.lowerBound..<left.old.upperBound + step
      runs[index].new = left.new.lowerBound..<left.new.upperBound + step
      runs[index + 1].old = right.old.lowerBound + step..<right.old.upperBound
      runs[index + 1].new = right.new.lowerBound + step..<right.new.upperBound
    }
  }

  /// How far a gap that one edition has is best moved; of places as good the first.
  ///
  /// - Parameters:
  ///   - before: how many bytes are shared before the gap.
  ///   - after: how many bytes are shared after it.
  private static func bestSlide(
    _ text: Span<UInt8>, _ gap: Range<Int>, _ before: Int, _ after: Int
  ) -> Int {
    let furthest = 512
    var (back, forth) = (0, 0)
    while back < min(before - 1, furthest),
      text[gap.lowerBound - back - 1] == text[gap.upperBound - back - 1]
    { back += 1 }
    while forth < min(after - 1, furthest),
      text[gap.lowerBound + forth] == text[gap.upperBound + forth]
    { forth += 1 }
    var best = (step: 0, worth: -1)
    for step in -back...forth {
      let worth = worth(of: gap.lowerBound + step, in: text)
      if worth > best.worth { best = (step, worth) }
    }
    return best.step
  }

  /// How likely something begins at a place: a paragraph, a sentence, a word, a letter.
  private static func worth(of place: Int, in text: Span<UInt8>) -> Int {
    guard place > 0 else { return 4 }
    if place < text.count, text[place] & 0xC0 == 0x80 { return -1 }
    let before = text[place - 1]
    if before == 0x0A { return 4 }
    guard before == 0x20 else { return 0 }
    var end = place - 1
    while end > 0, text[end - 1] == 0x20 || text[end - 1] >= 0x80 || text[end - 1] == 0x22 {
      end -= 1
    }
    let isSentence =
      end > 0 && (text[end - 1] == 0x2E || text[end - 1] == 0x21 || text[end - 1] == 0x3F)
    return isSentence ? 3 : 2
  }

  private func edges(_ a: Range<Int>, _ b: Range<Int>) -> [SharedRun] {
    let most = min(a.count, b.count)
    guard most > 0 else { return [] }
    let (left, right) = (old.span, new.span)
    func isStart(_ place: Int) -> Bool { place == left.count || left[place] & 0xC0 != 0x80 }
    func isStartNew(_ place: Int) -> Bool { place == right.count || right[place] & 0xC0 != 0x80 }
    var head = 0
    while head < most, left[a.lowerBound + head] == right[b.lowerBound + head] { head += 1 }
    while head > 0, !isStart(a.lowerBound + head) || !isStartNew(b.lowerBound + head) { head -= 1 }
    var tail = 0
    while tail < most - head, left[a.upperBound - tail - 1] == right[b.upperBound - tail - 1] {
      tail += 1
    }
    while tail > 0, !isStart(a.upperBound - tail) || !isStartNew(b.upperBound - tail) { tail -= 1 }
    var runs: [SharedRun] = []
    if head > 0 {
      runs.append(
        SharedRun(
          old: a.lowerBound..<a.lowerBound + head, new: b.lowerBound..<b.lowerBound + head,
          isExact: true))
    }
    if tail > 0 {
      runs.append(
        SharedRun(
          old: a.upperBound - tail..<a.upperBound, new: b.upperBound - tail..<b.upperBound,
          isExact: true))
    }
    return runs
  }
}
