/// What stands in another order in the new edition.
extension TextComparison {
  /// How many bytes have to be the same for a stretch to count as moved rather than as written anew.
  private static var leastMoved: Int { 40 }
  /// How many tokens side by side a moved stretch is found by.
  private static var movedShingle: Int { 8 }
  /// How many bytes on either side of what was moved are compared anew: some paragraph's worth.
  private static var reach: Int { 512 }

  /// Looks for what stands alone in each edition and is the same: it was moved.
  mutating func addMoved() {
    let lonelyOld = Self.gaps(runs.map(\.old), in: old.count)
    let lonelyNew = Self.gaps(runs.map(\.new), in: new.count)
    guard !lonelyOld.isEmpty, !lonelyNew.isEmpty else { return }
    let left = lonelyOld.map { TextTokens(old, $0, &names) }
    let right = lonelyNew.map { TextTokens(new, $0, &names) }
    let moved = movedRuns(left, right)
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

  /// What is the same around shingles that each edition has once, and long enough; nothing is taken twice.
  private func movedRuns(_ left: [TextTokens], _ right: [TextTokens]) -> [SharedRun] {
    let shingles = ShinglePairs(left, right, size: Self.movedShingle)
    var moved: [SharedRun] = []
    var takenNew = right.map { Array(repeating: false, count: $0.count) }
    var number = 0
    for (piece, keys) in shingles.keys.enumerated() {
      var free = 0
      for (token, key) in keys.enumerated() {
        defer { number += 1 }
        guard token >= free, let place = shingles.partner(of: key, at: number) else { continue }
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
    return moved
  }

  /// What stands alone in both editions on either side of what was moved.
  ///
  /// Its paragraph may have been mended besides. No byte is in two of them.
  private func stretchesAround(_ moved: [SharedRun]) -> [(Range<Int>, Range<Int>)] {
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
      return (index, max(start, place - Self.reach)..<max(start, place))
    }
    func after(_ ranges: [Range<Int>], _ place: Int, _ count: Int) -> (number: Int, gap: Range<Int>)
    {
      let index = ranges.partitioningIndex { $0.lowerBound >= place }
      let end = index < ranges.count ? ranges[index].lowerBound : count
      return (index, place..<max(place, min(end, place + Self.reach)))
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
}

/// The shingles of some stretches of the old edition, and where the new one has them.
private struct ShinglePairs {
  /// By stretch and token, the shingles of the old edition.
  let keys: [[UInt64]]

  private var table: KeyTable
  private var places: [(piece: Int, token: Int)] = []

  init(_ left: [TextTokens], _ right: [TextTokens], size: Int) {
    keys = left.map { $0.shingles(of: size, in: 0..<$0.count) }
    table = KeyTable(room: keys.reduce(0) { $0 + $1.count })
    var number = 0
    for keys in keys {
      for key in keys {
        table.addLeft(key, at: number)
        number += 1
      }
    }
    for (piece, tokens) in right.enumerated() {
      for (token, key) in tokens.shingles(of: size, in: 0..<tokens.count).enumerated() {
        table.addRight(key, at: places.count)
        places.append((piece, token))
      }
    }
  }

  /// Where the new edition has a shingle, whose number among those of the old one is `number`; `nil`
  /// where it does not stand once in each.
  func partner(of key: UInt64, at number: Int) -> (piece: Int, token: Int)? {
    table.partner(of: key, at: number).map { places[$0] }
  }
}
