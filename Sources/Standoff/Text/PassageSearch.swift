/// Looks for the passage that is most like some words.
///
/// First every window of as many words as were typed is weighed by the typed words it has, rare ones
/// counting more; a word that the article does not have counts for those that look like it. Then the
/// heaviest windows are compared letter by letter.
struct PassageSearch {
  /// How many of the heaviest windows are compared.
  private static let candidateLimit = 8
  /// How many words that the article does not have are looked for in its vocabulary.
  private static let unknownLimit = 8
  /// How many words around a window may belong to the passage, on each side.
  private static let margin = 3

  private let article: Article
  private let table: WordTable
  /// The words of the article that lie inside the bounds.
  private let inside: Range<Int>
  private let typed: [Unicode.Scalar]
  private let typedWords: [String]

  init(for words: String, in article: Article, _ bounds: Range<Int>) {
    self.article = article
    let table = article.wordTable(in: bounds)
    self.table = table
    let first = table.starts.partitioningIndex { Int($0) >= bounds.lowerBound }
    let last = table.ends.partitioningIndex { Int($0) > bounds.upperBound }
    inside = first..<max(first, last)
    let folded = FoldedLetters(of: words.unicodeScalars.prefix(500))
    typed = folded.letters
    typedWords = folded.words
  }

  /// The nearest passage in bytes and its distance; the first one among equals.
  func nearest() -> (bytes: Range<Int>, distance: Int)? {
    guard !typedWords.isEmpty, !inside.isEmpty else { return nil }
    var best: (bytes: Range<Int>, distance: Int)?
    for window in heaviestWindows() {
      guard let found = compare(window) else { continue }
      if let known = best, found.distance >= known.distance { continue }
      best = found
    }
    guard let best, best.distance <= max(1, typed.count * 2 / 3) else { return nil }
    return best
  }

  // MARK: Weighing

  private func heaviestWindows() -> [Range<Int>] {
    let weights = weights()
    let size = min(typedWords.count, inside.count)
    var weight = 0
    var heaviest: [(start: Int, weight: Int)] = []
    for last in inside {
      weight += weights[Int(table.numbers[last])]
      let start = last - size + 1
      guard start >= inside.lowerBound else { continue }
      // One window for each stretch of so many words, so that neighbours do not crowd out the rest.
      let bucket = (start - inside.lowerBound) / size
      if bucket == heaviest.count {
        heaviest.append((start, weight))
      } else if weight > heaviest[bucket].weight {
        heaviest[bucket] = (start, weight)
      }
      weight -= weights[Int(table.numbers[start])]
    }
    return heaviest.filter { $0.weight > 0 }
      .sorted { ($0.weight, $1.start) > ($1.weight, $0.start) }
      .prefix(Self.candidateLimit)
      .map { $0.start..<($0.start + size) }
  }

  /// How much each word of the vocabulary counts: the less often it occurs, the more.
  private func weights() -> [Int] {
    var counts = [Int](repeating: 0, count: table.vocabulary.count)
    for index in inside { counts[Int(table.numbers[index])] += 1 }
    var weights = [Int](repeating: 0, count: counts.count)
    var unknown: [String] = []
    for word in typedWords {
      if let number = table.number(of: word), counts[number] > 0 {
        weights[number] = 256 / (1 + Self.magnitude(counts[number]))
      } else if !unknown.contains(word) {
        unknown.append(word)
      }
    }
    guard !unknown.isEmpty else { return weights }
    let vocabulary = table.vocabulary.map { Array($0.unicodeScalars) }
    unknown.sort { ($0.unicodeScalars.count, $1) > ($1.unicodeScalars.count, $0) }
    for word in unknown.prefix(Self.unknownLimit) {
      let letters = Array(word.unicodeScalars)
      for (number, candidate) in vocabulary.enumerated() where counts[number] > 0 {
        let longer = max(letters.count, candidate.count)
        let limit = longer * 2 / 5
        guard limit > 0, abs(letters.count - candidate.count) <= limit,
          let distance = editDistance(letters, candidate, atMost: limit)
        else { continue }
        let likeness = 256 * (longer - distance) / longer / (1 + Self.magnitude(counts[number]))
        weights[number] = max(weights[number], likeness / 2)
      }
    }
    return weights
  }

  private static func magnitude(_ count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }

  // MARK: Comparing

  /// The stretch of whole words in and around a window that is nearest to what was typed.
  private func compare(_ window: Range<Int>) -> (bytes: Range<Int>, distance: Int)? {
    let first = max(inside.lowerBound, window.lowerBound - Self.margin)
    let last = min(inside.upperBound, window.upperBound + Self.margin) - 1
    let bytes = Int(table.starts[first])..<Int(table.ends[last])
    // A window may hold a run of a million blanks or signs.
    guard bytes.count <= 64 * (typed.count + 64) else { return nil }
    let text = FoldedLetters(
      of: String(decoding: article.bytes[bytes], as: UTF8.self).unicodeScalars)
    let starts = Set((first...last).map { Int(table.starts[$0]) - bytes.lowerBound })
    let ends = Set((first...last).map { Int(table.ends[$0]) - bytes.lowerBound })
    guard let found = nearest(in: text, starts, ends) else { return nil }
    let lower = bytes.lowerBound + found.range.lowerBound
    return (lower..<(bytes.lowerBound + found.range.upperBound), found.distance)
  }

  /// The stretch from a word's start to a word's end with the fewest edits (Sellers, 1980).
  private func nearest(
    in text: FoldedLetters, _ starts: Set<Int>, _ ends: Set<Int>
  ) -> (range: Range<Int>, distance: Int)? {
    let far = Int.max / 4
    // For each letter typed so far: the edits, and the letter of the text that the stretch began at.
    var costs = Array(repeating: far, count: typed.count + 1)
    var origins = Array(repeating: 0, count: typed.count + 1)
    var best: (range: Range<Int>, distance: Int, surplus: Int)?
    for (index, letter) in text.letters.enumerated() {
      if starts.contains(text.starts[index]) {
        // Begin here, unless an earlier beginning has got as far for less.
        for row in 0...typed.count where row < costs[row] {
          costs[row] = row
          origins[row] = index
        }
      }
      var diagonal = (cost: costs[0], origin: origins[0])
      costs[0] = min(far, costs[0] + 1)
      for row in 1..<(typed.count + 1) {
        let above = (cost: costs[row], origin: origins[row])
        var next = (
          cost: diagonal.cost + (typed[row - 1] == letter ? 0 : 1), origin: diagonal.origin
        )
        if above.cost + 1 < next.cost { next = (above.cost + 1, above.origin) }
        if costs[row - 1] + 1 < next.cost { next = (costs[row - 1] + 1, origins[row - 1]) }
        costs[row] = next.cost
        origins[row] = next.origin
        diagonal = above
      }
      let cost = costs[typed.count]
      guard cost < far, ends.contains(text.ends[index]) else { continue }
      // Of two passages as far away, the one as long as what was typed is the likelier.
      let surplus = abs(index + 1 - origins[typed.count] - typed.count)
      if let best, (best.distance, best.surplus) <= (cost, surplus) { continue }
      best = (text.starts[origins[typed.count]]..<text.ends[index], cost, surplus)
    }
    return best.map { ($0.range, $0.distance) }
  }
}
