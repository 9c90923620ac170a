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
