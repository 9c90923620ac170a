import Standoff

/// `..`, `+`, `in` and `[…]`.
extension SpanSearch {
  /// What stands beside a `..` or an ellipsis.
  enum Target {
    /// A span expression.
    case expression(SpanExpression)
    /// Words in which an ellipsis is only itself.
    case literal(String, Article.SearchOptions)
  }

  /// `A .. B .. C` where A is unique: from A through the next B, then the next C.
  mutating func stretch(_ targets: [Target], in scope: Scope) throws(UnresolvedSpan) -> Candidate {
    guard case .expression(let start)? = targets.first else { return Candidate([]) }
    let first = try single(start, in: scope)
    var (upper, isWidened) = (first.upper, first.isWidened)
    var before = start
    for case .expression(let end) in targets.dropFirst() {
      guard let next = try self.first(.expression(end), from: upper, in: scope) else {
        throw notFollowing(end, after: before, from: upper, in: scope)
      }
      before = end
      upper = next.upper
      isWidened = isWidened || next.isWidened
    }
    return Candidate(
      [TextRange(first.lower, upper)], isExact: first.isExact, isWidened: isWidened)
  }

  /// All whole matches of `A .. B .. C`, left to right without overlap.
  mutating func stretches(
    _ targets: [Target], in scope: Scope
  ) throws(UnresolvedSpan) -> [Candidate] {
    guard let start = targets.first else { return [] }
    let starts = try choices(of: start, in: scope)
    guard targets.count > 1 else { return starts }
    var found: [Candidate] = []
    var free = scope.range.lower
    for first in starts where first.lower >= free {
      var (upper, isWidened) = (first.upper, first.isWidened)
      for target in targets.dropFirst() {
        // What does not follow here follows nowhere further on.
        guard
          let next = try following(
            target, from: upper, in: scope, isFirst: first.lower == starts[0].lower)
        else { return found }
        upper = next.upper
        isWidened = isWidened || next.isWidened
      }
      found.append(
        Candidate(
          [TextRange(first.lower, upper)], isExact: first.isExact, isWidened: isWidened))
      free = upper
    }
    return found
  }

  /// What follows one of several places; behind the first of them an error says why nothing does.
  private mutating func following(
    _ target: Target, from lower: ScalarOffset, in scope: Scope, isFirst: Bool
  ) throws(UnresolvedSpan) -> Candidate? {
    do throws(UnresolvedSpan) {
      return try first(target, from: lower, in: scope)
    } catch {
      let isMissing = [.notFound, .outOfRange].contains(error.diagnostic.name)
      guard isMissing, !isFirst else { throw error }
      return nil
    }
  }

  /// Where the first of the places ends that an expression may mean; `nil` where there is none.
  ///
  /// Words are not looked for beyond that place.
  mutating func firstEnd(of expression: SpanExpression) throws(UnresolvedSpan) -> ScalarOffset? {
    switch expression.form {
    case .words(let words, let ignoresCase, let ignoresWordEdges):
      let options = Article.SearchOptions(
        ignoresCase: ignoresCase, ignoresWordEdges: ignoresWordEdges)
      guard words.partedAtEllipses.count == 1 else { break }
      return try first(.literal(words, options), from: 0, in: everywhere)?.upper
    case .through(let operands):
      guard let start = operands.first, var end = try firstEnd(of: start) else { return nil }
      for operand in operands.dropFirst() {
        guard let next = try first(.expression(operand), from: end, in: everywhere) else {
          return nil
        }
        end = next.upper
      }
      return end
    default: break
    }
    return try choices(of: expression, in: everywhere).first?.upper
  }

  /// The first place of a target that starts at or after `lower`.
  ///
  /// Words are looked for in windows that grow, so that a near end costs little in a long article.
  private mutating func first(
    _ target: Target, from lower: ScalarOffset, in scope: Scope
  ) throws(UnresolvedSpan) -> Candidate? {
    let rest = scope.from(lower)
    guard case .literal(let words, let options) = target else {
      return try choices(of: target, in: rest).first
    }
    var width = 4096
    while width < rest.range.count {
      let upper = ScalarOffset(rest.range.lower.value + width)
      let window = Scope(range: TextRange(rest.range.lower, upper), name: rest.name)
      if let found = choices(of: words, options, in: window).first { return found }
      width *= 8
    }
    return choices(of: words, options, in: rest).first
  }

  private mutating func choices(
    of target: Target, in scope: Scope
  ) throws(UnresolvedSpan) -> [Candidate] {
    switch target {
    case .expression(let expression): return try choices(of: expression, in: scope)
    case .literal(let words, let options): return choices(of: words, options, in: scope)
    }
  }

  /// `A + B`: one span in pieces.
  mutating func joined(
    _ operands: [SpanExpression], in scope: Scope, at place: Place
  ) throws(UnresolvedSpan) -> Candidate {
    var pieces: [TextRange] = []
    var (isExact, isWidened) = (true, false)
    for operand in operands {
      let candidate = try single(operand, in: scope)
      pieces += candidate.ranges
      isExact = isExact && candidate.isExact
      isWidened = isWidened || candidate.isWidened
    }
    pieces.sort()
    for (left, right) in zip(pieces, pieces.dropFirst()) where left.overlaps(right) {
      let (first, second) = (article.text(in: left).onOneLine, article.text(in: right).onOneLine)
      throw UnresolvedSpan(
        .syntax, "the pieces of a span cannot overlap, as “\(first)” and “\(second)” do", at: place)
    }
    return Candidate(pieces, isExact: isExact, isWidened: isWidened)
  }

  /// The part of a scope that lies in the one stretch an expression names.
  mutating func narrowed(
    _ scope: Scope, to expression: SpanExpression
  ) throws(UnresolvedSpan) -> Scope {
    let candidate = try single(expression, in: everywhere)
    guard let range = candidate.ranges.first, candidate.ranges.count == 1 else {
      throw UnresolvedSpan(
        .syntax,
        "what stands right of `in` is one stretch; `\(expression)` has \(candidate.ranges.count)"
          + " pieces", at: expression.place)
    }
    let lower = max(scope.range.lower, range.lower)
    let upper = max(lower, min(scope.range.upper, range.upper))
    return Scope(range: TextRange(lower, upper), name: expression.description)
  }

  /// The places that stand in brackets.
  mutating func chosen(
    _ selection: SpanExpression.Selection, of expression: SpanExpression, in scope: Scope,
    at place: Place
  ) throws(UnresolvedSpan) -> [Candidate] {
    let all = try choices(of: expression, in: scope)
    guard !all.isEmpty else { throw notFound(expression, in: scope) }
    hintAtCase(expression, in: scope, found: all.count)
    var indexes: [Int] = []
    switch selection {
    case .all: return all
    case .one(let number):
      indexes = [try index(number, of: all, expression, in: scope, at: place)]
    case .several(let items):
      for item in items {
        switch item {
        case .one(let number):
          indexes.append(try index(number, of: all, expression, in: scope, at: place))
        case .through(let first, let last):
          let end = try index(last, of: all, expression, in: scope, at: place)
          indexes += try index(first, of: all, expression, in: scope, at: place)...end
        }
      }
    }
    return Set(indexes).sorted().map { all[$0] }
  }

  private func index(
    _ number: Int, of all: [Candidate], _ expression: SpanExpression, in scope: Scope,
    at place: Place
  ) throws(UnresolvedSpan) -> Int {
    let count = all.count
    let index = number > 0 ? number - 1 : count + number
    guard number != 0, index >= 0, index < count else {
      let times = count == 1 ? "stands once" : "stands \(count) times"
      throw UnresolvedSpan(
        .outOfRange,
        "there is no \(SpanExpression(.chosen(expression, .one(number)))): in "
          + "\(scope.name ?? (scope.range == everywhere.range ? "the article" : "what follows")) it \(times)",
        at: place)
    }
    return index
  }
}
