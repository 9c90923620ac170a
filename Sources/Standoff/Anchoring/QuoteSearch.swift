/// Looks for words that may have been changed, by the fewest edits.
struct QuoteSearch {
  private let keys: [UInt32]

  /// How many places are told, the nearest to the words first.
  private static let mostPlaces = 4

  /// Prepares to look for words.
  init(_ keys: [UInt32]) { self.keys = keys }

  /// The places in a stretch of an article that are most like the words, at most four; none that needs
  /// more edits than half the words have letters.
  ///
  /// Costs a step for each letter of the stretch and every 64 letters of the words.
  func places(in article: Article, _ stretch: Range<Int>) -> [Range<Int>] {
    let text = PlacedKeys(article, stretch)
    guard !keys.isEmpty, !text.keys.isEmpty else { return [] }
    var rows = BitParallelRows(keys)
    var ends: [(end: Int, distance: Int)] = []
    var falling = false
    var last = keys.count
    for (index, key) in text.keys.enumerated() {
      rows.step(key, isGlobal: false)
      // A place ends where the distance is lower than on both sides.
      if rows.distance < last { falling = true }
      if rows.distance > last, falling {
        ends.append((index, last))
        falling = false
      }
      last = rows.distance
    }
    if falling { ends.append((text.keys.count, last)) }
    return ends.filter { $0.distance * 2 <= keys.count }
      .sorted { ($0.distance, $0.end) < ($1.distance, $1.end) }.prefix(Self.mostPlaces)
      .compactMap { end in
        start(ofMatchEndingAt: end.end, within: end.distance, in: text).map { start in
          article.widened(text.starts[start]..<text.starts[end.end])
        }
      }
  }

  /// The nearest start from which a match of that many edits leads to `end`.
  private func start(ofMatchEndingAt end: Int, within distance: Int, in text: PlacedKeys) -> Int? {
    var rows = BitParallelRows(keys.reversed())
    let first = max(0, end - keys.count - distance)
    var best: (start: Int, distance: Int)?
    for place in stride(from: end - 1, through: first, by: -1) {
      rows.step(text.keys[place], isGlobal: true)
      if best.map({ rows.distance < $0.distance }) ?? true { best = (place, rows.distance) }
    }
    return best?.start
  }
}

extension Article {
  /// A stretch with the rest of the words that it cuts, if these are not too long.
  func widenedToWords(_ range: Range<Int>) -> Range<Int> {
    let longest = 32
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while !beginsWord(at: lower), range.lowerBound - lower < longest, lower > 0 {
      lower = characterStart(before: lower)
    }
    while !endsWord(at: upper), upper - range.upperBound < longest, upper < byteCount {
      upper = characterEnd(from: upper)
    }
    return lower..<upper
  }
}

/// A stretch of an article as ``FoldedKeys`` has it, with where each key stands.
private struct PlacedKeys {
  private(set) var keys: [UInt32] = []
  /// Where each key starts, and last, where the stretch ends.
  private(set) var starts: [Int] = []

  init(_ article: Article, _ stretch: Range<Int>) {
    var place = stretch.lowerBound
    for character in String(decoding: article.bytes[stretch], as: UTF8.self) {
      let key = FoldedKeys.key(of: character)
      if key != 0x20 || keys.last != 0x20 {
        keys.append(key)
        starts.append(place)
      }
      place += character.utf8.count
    }
    starts.append(stretch.upperBound)
  }
}
