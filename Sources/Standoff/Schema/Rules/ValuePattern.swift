/// What a value has to look like: a regular expression that is matched against the whole of it.
///
/// Literals, `.`, `[a-z]`, `[^…]`, `\d \w \s \D \W \S`, groups, `|`, `* + ? {n} {n,} {n,m}`. It is
/// matched code point by code point by following all alternatives at once, so no pattern and no
/// value can make it run away: the cost is the length of the value times that of the pattern.
public struct ValuePattern: Hashable, Sendable {
  /// The expression as it was written.
  public let source: String

  let steps: [Step]

  enum Step: Hashable, Sendable {
    /// One code point in, or not in, these ranges.
    case take(ranges: [ClosedRange<UInt32>], negated: Bool)
    /// Two ways on, as steps from the start.
    case split(Int, Int)
    /// One way on, as a step from the start.
    case jump(Int)
    /// The end of the expression.
    case accept
  }

  /// Reads an expression; throws `schema-bad-pattern`, whose column counts code points from 1 within
  /// the expression.
  public init(_ source: String) throws(DiagnosticError) {
    var reader = ValuePatternReader(source)
    self.source = source
    steps = try reader.read()
  }

  /// Whether the whole of `value` matches.
  public func matches(_ value: String) -> Bool {
    var states = Frontier(count: steps.count)
    follow(from: 0, into: &states)
    for scalar in value.unicodeScalars {
      var next = Frontier(count: steps.count)
      for state in states.members {
        if case .take(let ranges, let negated) = steps[state],
          ranges.contains(where: { $0.contains(scalar.value) }) != negated
        {
          follow(from: state + 1, into: &next)
        }
      }
      if next.members.isEmpty { return false }
      states = next
    }
    return states.members.contains { steps[$0] == .accept }
  }

  private struct Frontier {
    var members: [Int] = []
    var isMember: [Bool]

    init(count: Int) { isMember = Array(repeating: false, count: count) }
  }

  /// Adds the state and all that can be reached from it without taking a code point.
  private func follow(from start: Int, into frontier: inout Frontier) {
    var waiting = [start]
    while let state = waiting.popLast() {
      guard frontier.isMember.indices.contains(state), !frontier.isMember[state] else { continue }
      frontier.isMember[state] = true
      switch steps[state] {
      case .jump(let target): waiting.append(target)
      case .split(let first, let second):
        waiting.append(second)
        waiting.append(first)
      case .take, .accept: frontier.members.append(state)
      }
    }
  }
}

extension ValuePattern: CustomStringConvertible {
  /// The expression as it was written.
  public var description: String { source }
}

extension ValuePattern {
  /// Whether both were written alike.
  public static func == (left: ValuePattern, right: ValuePattern) -> Bool {
    left.source.utf8.elementsEqual(right.source.utf8)
  }

  /// Feeds the expression to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
