/// How many of something there may be: `0-1`, `1`, `+`, `2-4`, `*`.
public struct CountRange: Hashable, Sendable {
  /// The fewest there must be; not negative.
  public let minimum: Int
  /// The most there may be; `nil` where there is no limit.
  public let maximum: Int?

  /// Creates a range; a negative minimum counts as 0, a maximum below the minimum as the minimum.
  public init(_ minimum: Int, _ maximum: Int?) {
    self.minimum = max(0, minimum)
    self.maximum = maximum.map { max($0, max(0, minimum)) }
  }

  /// Any number, written `*`.
  public static let any = CountRange(0, nil)
  /// One or more, written `+`.
  public static let some = CountRange(1, nil)
  /// None or one, written `0-1` or `?`.
  public static let optional = CountRange(0, 1)
  /// Exactly one, written `1`.
  public static let one = CountRange(1, 1)

  /// Whether `count` of them are allowed.
  public func contains(_ count: Int) -> Bool {
    count >= minimum && count <= maximum ?? Int.max
  }

  /// Reads `*`, `+`, `?`, `N`, `N-M` or `N-*`; `nil` for anything else, for a range that runs
  /// backwards, and for exactly none.
  public init?(parsing text: String) {
    switch text {
    case "*": self = .any
    case "+": self = .some
    case "?": self = .optional
    default:
      let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      guard let minimum = ends.first.flatMap(Self.number) else { return nil }
      guard ends.count == 2 else {
        guard minimum > 0 else { return nil }
        self.init(minimum, minimum)
        return
      }
      if ends[1] == "*" {
        self.init(minimum, nil)
        return
      }
      guard let maximum = Self.number(ends[1]), maximum >= minimum, maximum > 0 else { return nil }
      self.init(minimum, maximum)
    }
  }

  /// Up to nine ASCII digits, so that no sum of counts overflows.
  private static func number(_ digits: Substring) -> Int? {
    guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit)
    else { return nil }
    return Int(digits)
  }
}

extension CountRange: CustomStringConvertible {
  /// The range as a schema writes it.
  public var description: String {
    switch (minimum, maximum) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (let minimum, nil): "\(minimum)-*"
    case (let minimum, let maximum?): minimum == maximum ? "\(minimum)" : "\(minimum)-\(maximum)"
    }
  }
}
