/// The units that are taken beyond what the bits of a number hold, in order.
struct WideFrontier: Frontier {
  private var words: [UInt64] = []

  static var steps: Int { 16 }

  init() {}

  var isTaken: Bool { words.first.map(\.isTaken) ?? false }

  mutating func take(_ ahead: Int) {
    while words.count <= ahead / 64 { words.append(0) }
    words[ahead / 64].take(ahead % 64)
  }

  func advanced() -> WideFrontier {
    var next = self
    for place in words.indices {
      let carried = place + 1 < words.count ? words[place + 1] << 63 : 0
      next.words[place] = words[place] >> 1 | carried
    }
    // Equal frontiers have equal words.
    if next.words.last == 0 { next.words.removeLast() }
    return next
  }

  func isDisjoint(with other: WideFrontier) -> Bool {
    zip(words, other.words).allSatisfy { $0 & $1 == 0 }
  }

  func union(_ other: WideFrontier) -> WideFrontier {
    var sum = words.count >= other.words.count ? self : other
    for (place, word) in (words.count >= other.words.count ? other : self).words.enumerated() {
      sum.words[place] |= word
    }
    return sum
  }

  func forEach(notIn other: WideFrontier, _ body: (Int) -> Void) {
    for (place, word) in words.enumerated() {
      let rest = place < other.words.count ? other.words[place] : 0
      word.forEach(notIn: rest) { body(64 * place + $0) }
    }
  }
}
