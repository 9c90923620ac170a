/// Where each token of an article stands, to find words without going through the text for each.
struct TokenIndex {
  private let tokens: TextTokens
  private var names: TokenNames
  /// For each reading, where its places begin in `places`, and last, how many there are.
  private let firsts: [UInt32]
  /// The places of all tokens, by their readings, each in the order of the text.
  private let places: [UInt32]

  /// Indexes an article, in time linear in its bytes.
  init(_ article: Article) {
    var names = TokenNames()
    let tokens = TextTokens(article.bytes, 0..<article.byteCount, &names)
    var firsts = Array(repeating: UInt32(0), count: names.count + 1)
    for reading in tokens.readings { firsts[Int(reading) + 1] += 1 }
    for index in firsts.indices.dropFirst() { firsts[index] += firsts[index - 1] }
    var next = firsts
    var places = Array(repeating: UInt32(0), count: tokens.count)
    for (place, reading) in tokens.readings.enumerated() {
      places[Int(next[Int(reading)])] = UInt32(truncatingIfNeeded: place)
      next[Int(reading)] += 1
    }
    self.tokens = tokens
    self.names = names
    self.firsts = firsts
    self.places = places
  }

  /// Words to look for, as tokens.
  struct Words {
    fileprivate let readings: [UInt32]
    /// The token that stands in the article least often, with how often it does.
    fileprivate let rarest: Int
    let frequency: Int
  }

  /// Takes words apart; `nil` for no words.
  mutating func words(_ utf8: [UInt8]) -> Words? {
    let readings = TextTokens(utf8, 0..<utf8.count, &names).readings
    let counts = readings.map(count)
    guard let rarest = counts.indices.min(by: { counts[$0] < counts[$1] }) else { return nil }
    return Words(readings: readings, rarest: rarest, frequency: counts[rarest])
  }

  private func count(_ reading: UInt32) -> Int {
    Int(reading) + 1 < firsts.count ? Int(firsts[Int(reading) + 1] - firsts[Int(reading)]) : 0
  }

  /// The places in some bytes where words stand, as people read; the `limit` nearest to `expected`.
  func places(of words: Words, in bytes: Range<Int>, near expected: Int, limit: Int) -> [Range<Int>]
  {
    guard words.frequency > 0 else { return [] }
    let reading = Int(words.readings[words.rarest])
    let list = places[Int(firsts[reading])..<Int(firsts[reading + 1])]
    var right = list.partitioningIndex { Int(tokens.starts[Int($0)]) >= expected }
    var left = right - 1
    var found: [Range<Int>] = []
    // A token that stands everywhere is not gone through to the end.
    var steps = 0
    while found.count < limit, steps < 4 * limit + 64 {
      steps += 1
      let leftStart = left >= list.startIndex ? Int(tokens.starts[Int(list[left])]) : nil
      let rightStart = right < list.endIndex ? Int(tokens.starts[Int(list[right])]) : nil
      let isLeft: Bool
      switch (leftStart, rightStart) {
      case (nil, nil): return found
      case (let start?, nil): isLeft = start >= bytes.lowerBound
      case (nil, let start?): isLeft = start >= bytes.upperBound
      case (let start?, let other?): isLeft = expected - start <= other - expected
      }
      if isLeft {
        guard let leftStart, leftStart >= bytes.lowerBound else {
          if rightStart.map({ $0 >= bytes.upperBound }) ?? true { return found }
          left = list.startIndex - 1
          continue
        }
        if let match = match(words, at: Int(list[left]), in: bytes) { found.append(match) }
        left -= 1
      } else {
        guard let rightStart, rightStart < bytes.upperBound else {
          if leftStart.map({ $0 < bytes.lowerBound }) ?? true { return found }
          right = list.endIndex
          continue
        }
        if let match = match(words, at: Int(list[right]), in: bytes) { found.append(match) }
        right += 1
      }
    }
    return found
  }

  private func match(_ words: Words, at place: Int, in bytes: Range<Int>) -> Range<Int>? {
    let start = place - words.rarest
    let end = start + words.readings.count
    guard start >= 0, end <= tokens.count,
      tokens.readings[start..<end].elementsEqual(words.readings)
    else { return nil }
    let found = tokens.bytes(of: start..<end)
    return bytes.lowerBound <= found.lowerBound && found.upperBound <= bytes.upperBound
      ? found : nil
  }
}
