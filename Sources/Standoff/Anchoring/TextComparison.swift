/// What two editions of a text share, found in time linear in their lengths.
///
/// First whole lines that each edition has once; between them the same by tokens, several side by
/// side at first; in what is left the shortest way of editing, as long as most stays. What was
/// moved is looked for in what then stands alone on either side. All steps are bounded: where a text
/// repeats itself endlessly, less is found, and it does not take longer.
///
/// The same two editions have the same in common whichever is called the old one.
struct TextComparison {
  /// What is shared, in the order of the old edition.
  ///
  /// No byte of either edition is in two runs.
  var runs: [SharedRun] = []

  let old: [UInt8]
  let new: [UInt8]
  var names = TokenNames()
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

  /// Adds what is shared behind all that is known, in the old edition.
  mutating func add(_ run: SharedRun) {
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
            // What is blank parts what stands around it, and tells nothing of it.
            .filter { !left.isBlank($0.0, in: old.span) }
        ).filter { isSame(left, $0.0, right, $0.1) } : []
      if pairs.isEmpty {
        compareTokens(
          left.bytes(of: lowA..<highA), right.bytes(of: lowB..<highB),
          areSeveral: highA - lowA > 1 || highB - lowB > 1)
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

  /// Adds what two stretches share, token by token.
  ///
  /// Where they are several lines, `areSeveral`, what each has once comes before what they begin and end
  /// with: paragraphs that begin with one name are not one for that.
  mutating func compareTokens(_ a: Range<Int>, _ b: Range<Int>, areSeveral: Bool = false) {
    let left = TextTokens(old, a, &names)
    let right = TextTokens(new, b, &names)
    let (all, others) = (0..<left.count, 0..<right.count)
    if areSeveral, addAnchored(left, all, right, others, sizes: [12, 6], depth: 0) { return }
    compareTokens(left, all, right, others, depth: 0)
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
    if addAnchored(left, a, right, b, sizes: [12, 6, 3], depth: depth) { return }
    addShortestWay(left, a, right, b)
  }

  /// Adds what stands around runs of tokens that each stretch has once, and these; tells whether there
  /// are any of the sizes, which are tried in turn.
  private mutating func addAnchored(
    _ left: TextTokens, _ a: Range<Int>, _ right: TextTokens, _ b: Range<Int>, sizes: [Int],
    depth: Int
  ) -> Bool {
    for size in sizes {
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
      compareTokens(
        left, nextA..<a.upperBound, right, nextB..<b.upperBound, depth: depth + 1)
      return true
    }
    return false
  }

  /// Adds what two stretches share on the shortest way between them, which is found piece by piece
  /// where it is long, as long as most of both is the same.
  private mutating func addShortestWay(
    _ left: TextTokens, _ a: Range<Int>, _ right: TextTokens, _ b: Range<Int>
  ) {
    var (restA, restB) = (a, b)
    while !restA.isEmpty || !restB.isEmpty {
      guard
        let way = EditGraph.way(
          left.readings[restA], right.readings[restB], limit: Self.mostEdits, work: &work)
      else { return }
      let isWhole = way.end == (a.upperBound, b.upperBound)
      let passed = way.end.left - restA.lowerBound + way.end.right - restB.lowerBound
      let shared = way.shared.reduce(0) { $0 + 2 * $1.count }
      guard isWhole || 2 * shared > passed else { return }
      for stretch in way.shared {
        addTokens(left, stretch.left, right, stretch.right, count: stretch.count)
      }
      (restA, restB) = (way.end.left..<a.upperBound, way.end.right..<b.upperBound)
    }
  }

  private mutating func addTokens(
    _ left: TextTokens, _ a: Int, _ right: TextTokens, _ b: Int, count: Int
  ) {
    for run in Self.runs(left, a, right, b, count: count) { add(run) }
  }

  /// The runs that tokens side by side make up: one for those that are the same to the letter, one
  /// for each that is only read the same.
  static func runs(
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
}
