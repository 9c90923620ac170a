import Standoff

/// The resolving of one expression: walks it and gathers what there is to say.
struct SpanSearch {
  let resolver: SpanResolver
  var notes: [String] = []
  var hints: [String] = []

  var article: Article { resolver.article }

  /// How words are compared that stand at a place of the command.
  func options(
    _ ignoresCase: Bool, _ ignoresWordEdges: Bool, at place: Place
  ) -> Article.SearchOptions {
    var options = Article.SearchOptions(
      ignoresCase: ignoresCase, ignoresWordEdges: ignoresWordEdges)
    options.mayEndInWord = place == resolver.effort.unfinished
    options.limit = resolver.effort.limit
    return options
  }

  init(_ resolver: SpanResolver) { self.resolver = resolver }

  /// One place that an expression may mean.
  struct Candidate {
    /// Its pieces in text order; never empty.
    var ranges: [TextRange]
    /// Whether it matches to the letter, which settles what is meant where no number is given.
    var isExact = true
    /// Whether an expression cut a character of it, so that it was made wider.
    var isWidened = false

    init(_ ranges: [TextRange], isExact: Bool = true, isWidened: Bool = false) {
      self.ranges = ranges
      self.isExact = isExact
      self.isWidened = isWidened
    }

    var lower: ScalarOffset { ranges.first?.lower ?? 0 }
    var upper: ScalarOffset { ranges.last?.upper ?? 0 }
  }

  /// Where is searched, and what a message calls it.
  struct Scope {
    var range: TextRange
    /// The expression behind `in`; `nil` for the article.
    var name: String?

    func from(_ lower: ScalarOffset) -> Scope {
      Scope(range: TextRange(min(lower, range.upper), range.upper), name: name)
    }

    func holds(_ ranges: [TextRange]) -> Bool { ranges.allSatisfy { range.contains($0) } }
  }

  var everywhere: Scope { Scope(range: TextRange(0, article.scalarCount)) }

  /// The spans an expression stands for.
  mutating func spans(of expression: SpanExpression) throws(UnresolvedSpan) -> [[TextRange]] {
    try spans(of: expression, in: everywhere)
  }

  /// All that an expression may mean; never empty.
  mutating func occurrences(of expression: SpanExpression) throws(UnresolvedSpan) -> [[TextRange]] {
    let found = try choices(of: expression, in: everywhere)
    guard !found.isEmpty else { throw notFound(expression, in: everywhere) }
    hintAtCase(expression, in: everywhere, found: found.count)
    return found.map(\.ranges)
  }

  private mutating func spans(
    of expression: SpanExpression, in scope: Scope
  ) throws(UnresolvedSpan) -> [[TextRange]] {
    switch expression.form {
    case .inside(let inner, let other):
      return try spans(of: inner, in: narrowed(scope, to: other))
    case .chosen(let inner, let selection):
      return taken(try chosen(selection, of: inner, in: scope, at: expression.place))
    default:
      return taken([try single(expression, in: scope)])
    }
  }

  /// The spans of candidates that are taken, with a note on those that were made wider.
  private mutating func taken(_ candidates: [Candidate]) -> [[TextRange]] {
    for candidate in candidates where candidate.isWidened {
      note("\(article.text(in: candidate.ranges).excerpt.quoted) was widened to whole characters")
    }
    return candidates.map(\.ranges)
  }

  /// The one place an expression means.
  mutating func single(
    _ expression: SpanExpression, in scope: Scope
  ) throws(UnresolvedSpan) -> Candidate {
    switch expression.form {
    case .through(let operands):
      return try stretch(operands.map(Target.expression), in: scope)
    case .words(let words, let ignoresCase, let ignoresWordEdges):
      let options = options(ignoresCase, ignoresWordEdges, at: expression.place)
      let parts = try parts(of: words, options, in: scope, at: expression.place)
      guard parts.count == 1 else {
        return try elision(parts, options, of: expression, in: scope)
      }
      let found = choices(of: parts[0], options, in: scope)
      hintAtCase(expression, in: scope, found: found.count)
      return try unique(found, of: expression, in: scope)
    case .inside(let inner, let other):
      return try single(inner, in: narrowed(scope, to: other))
    default:
      return try unique(candidates(of: expression, in: scope), of: expression, in: scope)
    }
  }

  /// The one of some candidates that is meant: the only one, or the only one to the letter.
  func unique(
    _ candidates: [Candidate], of expression: SpanExpression, in scope: Scope
  ) throws(UnresolvedSpan) -> Candidate {
    guard let first = candidates.first else { throw notFound(expression, in: scope) }
    if candidates.count == 1 { return first }
    let exact = candidates.filter(\.isExact)
    // Where only so many were looked for, there may be another one.
    let areAll = resolver.effort.limit.map { candidates.count < $0 } ?? true
    if areAll, exact.count == 1, let only = exact.first { return only }
    throw ambiguous(expression, among: candidates, in: scope)
  }

  /// The places that `[n]` counts: the quotations one by one, otherwise all candidates.
  mutating func choices(
    of expression: SpanExpression, in scope: Scope
  ) throws(UnresolvedSpan) -> [Candidate] {
    guard !scope.range.isEmpty else { return [] }
    switch expression.form {
    case .marks:
      return article.quotations(in: scope.range).map { Candidate([$0]) }
    case .inside(let inner, let other):
      return try choices(of: inner, in: narrowed(scope, to: other))
    default:
      return try candidates(of: expression, in: scope)
    }
  }

  private mutating func candidates(
    of expression: SpanExpression, in scope: Scope
  ) throws(UnresolvedSpan) -> [Candidate] {
    switch expression.form {
    case .words(let words, let ignoresCase, let ignoresWordEdges):
      let options = options(ignoresCase, ignoresWordEdges, at: expression.place)
      let parts = try parts(of: words, options, in: scope, at: expression.place)
      return try stretches(parts.map { .literal($0, options) }, in: scope)
    case .pattern(let pattern, let ignoresCase):
      return try matches(of: pattern, ignoringCase: ignoresCase, in: scope, at: expression.place)
    case .address(let address):
      return inScope([try passage(address, at: expression.place)], scope)
    case .offsets(let range, let words):
      return try offsets(range, words: words, in: scope, at: expression.place)
    case .reference(let name):
      return inScope(try annotation(name, at: expression.place), scope)
    case .last:
      return inScope(try annotation("$", at: expression.place), scope)
    case .marks:
      let quotations = article.quotations(in: scope.range)
      return quotations.isEmpty ? [] : [Candidate(quotations)]
    case .article:
      return inScope(try wholeArticle(at: expression.place), scope)
    case .hits:
      return resolver.hits.filter { !$0.isEmpty && scope.holds($0) }.map { Candidate($0) }
    case .through(let operands):
      return try stretches(operands.map(Target.expression), in: scope)
    case .joined(let operands):
      return [try joined(operands, in: scope, at: expression.place)]
    case .inside(let inner, let other):
      return try candidates(of: inner, in: narrowed(scope, to: other))
    case .chosen(let inner, let selection):
      return try chosen(selection, of: inner, in: scope, at: expression.place)
    }
  }

  private func inScope(_ ranges: [TextRange], _ scope: Scope) -> [Candidate] {
    scope.holds(ranges) ? [Candidate(ranges)] : []
  }

  /// The error for a name that no annotation has, with advice where the article has the word.
  private func inQuotes(_ name: String, _ error: DiagnosticError) -> DiagnosticError {
    guard error.diagnostic.name == .unknownReference, !article.occurrences(of: name).isEmpty else {
      return error
    }
    var diagnostic = error.diagnostic
    diagnostic.notes.append("words of the article stand in quotes")
    diagnostic.fix = name.quoted
    return DiagnosticError(diagnostic)
  }

  private func annotation(_ name: String, at place: Place) throws(UnresolvedSpan) -> [TextRange] {
    let ranges: [TextRange]
    do throws(DiagnosticError) { ranges = try resolver.lookup(name, place) } catch {
      throw UnresolvedSpan(inQuotes(name, error), at: place)
    }
    guard !ranges.isEmpty else {
      throw UnresolvedSpan(.empty, "`\(name)` has no words of the article", at: place)
    }
    return ranges.sorted()
  }
}
