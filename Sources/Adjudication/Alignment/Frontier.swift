/// Which of the units ahead are taken already, counted from the one whose turn it is.
protocol Frontier: Hashable {
  /// How many steps it takes to branch.
  static var steps: Int { get }
  init()
  /// Whether the unit whose turn it is is taken.
  var isTaken: Bool { get }
  /// Takes the unit `ahead` of the one whose turn it is.
  mutating func take(_ ahead: Int)
  /// Goes on to the next unit.
  func advanced() -> Self
  func isDisjoint(with other: Self) -> Bool
  func union(_ other: Self) -> Self
  /// Calls `body` with each unit that is taken here and not in `other`.
  func forEach(notIn other: Self, _ body: (Int) -> Void)
}

extension Frontier where Self: FixedWidthInteger {
  static var steps: Int { 1 }

  var isTaken: Bool { self & 1 == 1 }

  mutating func take(_ ahead: Int) { self |= 1 << Self(ahead) }

  func advanced() -> Self { self >> 1 }

  func isDisjoint(with other: Self) -> Bool { self & other == 0 }

  func union(_ other: Self) -> Self { self | other }

  func forEach(notIn other: Self, _ body: (Int) -> Void) {
    var rest = self & ~other
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}

extension UInt64: Frontier {}
extension UInt128: Frontier {}

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
