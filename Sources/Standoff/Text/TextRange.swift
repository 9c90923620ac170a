/// One unbroken stretch of an article, in code points: from `lower` up to but not including `upper`.
///
/// A span is one `TextRange`, or several where it is discontinuous.
public struct TextRange: Hashable, Sendable {
  /// The place before the first code point of the stretch.
  public var lower: ScalarOffset
  /// The place after the last code point of the stretch; never before `lower`.
  public var upper: ScalarOffset

  /// Creates the stretch between two places; given the wrong way round, they are swapped.
  public init(_ lower: ScalarOffset, _ upper: ScalarOffset) {
    self.lower = min(lower, upper)
    self.upper = max(lower, upper)
  }

  /// Creates the stretch between two counts of code points.
  public init(_ lower: Int, _ upper: Int) {
    self.init(ScalarOffset(lower), ScalarOffset(upper))
  }

  /// How many code points the stretch has.
  public var count: Int { upper.value - lower.value }

  /// Whether the stretch has no code point.
  public var isEmpty: Bool { lower == upper }

  /// Whether all of `other` lies inside; an empty stretch at either edge does.
  public func contains(_ other: TextRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the two share at least one code point.
  public func overlaps(_ other: TextRange) -> Bool {
    max(lower, other.lower) < min(upper, other.upper)
  }
}

extension TextRange: Comparable {
  /// The order of standoff files: by start, then the longer one first.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    left.lower != right.lower ? left.lower < right.lower : left.upper > right.upper
  }
}

extension TextRange: CustomStringConvertible {
  /// The range as span expressions have it: `120-133`.
  public var description: String { "\(lower)-\(upper)" }
}
