import Standoff

/// The errors for an expression that stands for nothing, or for too much.
extension SpanSearch {
  /// How many candidates an error lists.
  private static var mostListed: Int { 40 }

  /// The error for an expression that may mean several places.
  func ambiguous(
    _ expression: SpanExpression, because reason: String? = nil, among candidates: [Candidate],
    in scope: Scope
  ) -> UnresolvedSpan {
    guard resolver.effort.explains else {
      var error = UnresolvedSpan(.ambiguous, "", at: expression.place)
      error.count = candidates.count
      return error
    }
    let hits = candidates.enumerated().map { SpanHit($1.ranges, number: $0 + 1, in: article) }
    var notes = hits.prefix(Self.mostListed).map(\.description)
    if hits.count > notes.count { notes.append("and \(hits.count - notes.count) more") }
    let name = expression.description.excerpt
    let one = SpanExpression(.chosen(expression, .one(1))).description.excerpt
    let narrowed = expression.alone(among: candidates.map(\.ranges), in: article).first
    var error = UnresolvedSpan(
      .ambiguous,
      "\(reason ?? "\(name) stands \(hits.count) times") in \(scope.name ?? "the article"): choose "
        + "one, as in `\(one)`"
        + (narrowed.map { ", or narrow it, as in `(\($0.description.excerpt))`" } ?? ""),
      at: expression.place, notes: notes)
    error.candidates = hits
    error.count = hits.count
    return error
  }

  /// The error for an expression that stands nowhere in a scope.
  func notFound(_ expression: SpanExpression, in scope: Scope) -> UnresolvedSpan {
    let place = expression.place
    guard resolver.effort.explains else { return UnresolvedSpan(.notFound, "", at: place) }
    let region = scope.name ?? "the article"
    switch expression.form {
    case .words(let words, let ignoresCase, let ignoresWordEdges):
      let options = Article.SearchOptions(
        ignoresCase: ignoresCase, ignoresWordEdges: ignoresWordEdges)
      let parts = (try? parts(of: words, options, in: scope, at: place)) ?? [words]
      let missing = parts.first { choices(of: $0, options, in: scope).isEmpty }
      guard parts.count == 1 || missing != nil else {
        return UnresolvedSpan(
          .notFound, "\(expression) stands nowhere in \(region): what begins there does not so end",
          at: place)
      }
      return notFound(words: missing ?? parts[0], options, in: scope, at: place)
    case .inside(let inner, let other):
      var copy = self
      guard let narrow = try? copy.narrowed(scope, to: other) else { break }
      return notFound(inner, in: narrow)
    case .chosen(let inner, _): return notFound(inner, in: scope)
    case .through(let operands):
      var copy = self
      guard let start = operands.first else { break }
      guard var upper = (try? copy.choices(of: start, in: scope))?.first?.upper else {
        return notFound(start, in: scope)
      }
      // What does not follow the first place follows none.
      for (before, end) in zip(operands, operands.dropFirst()) {
        guard let next = try? copy.choices(of: end, in: scope.from(upper)).first else {
          return notFollowing(end, after: before, from: upper, in: scope)
        }
        upper = next.upper
      }
    case .marks:
      return UnresolvedSpan(.notFound, "there are no quotation marks in \(region)", at: place)
    case .hits:
      return UnresolvedSpan(
        .notFound,
        resolver.hits.isEmpty
          ? "there are no hits yet: `find` comes first" : "no hit is in \(region)",
        at: place)
    case .pattern: break
    default: return UnresolvedSpan(.notFound, "\(expression) is not in \(region)", at: place)
    }
    return UnresolvedSpan(.notFound, "\(expression) matches nothing in \(region)", at: place)
  }

  /// The error for words that stand nowhere in a scope: says what comes nearest.
  func notFound(
    words: String, _ options: Article.SearchOptions, in scope: Scope, at place: Place
  ) -> UnresolvedSpan {
    guard resolver.effort.explains else { return UnresolvedSpan(.notFound, "", at: place) }
    let region = scope.name ?? "the article"
    let message = "\(words.excerpt.quoted) is not in \(region)"
    var anyCase = options
    anyCase.ignoresCase = true
    if let other = choices(of: words, anyCase, in: scope).first {
      return UnresolvedSpan(
        .notFound,
        "\(message); in another case it is \(standing(at: other.lower)), which `i` finds: "
          + "\(words.excerpt.quoted)i", at: place)
    }
    var anyEdge = options
    anyEdge.ignoresWordEdges = true
    if let other = choices(of: words, anyEdge, in: scope).first {
      return UnresolvedSpan(
        .notFound,
        "\(message) as a word; within a longer one it is \(standing(at: other.lower)), which `~` "
          + "finds: \(words.excerpt.quoted)~", at: place)
    }
    let elsewhere = scope.name == nil ? [] : choices(of: words, options, in: everywhere)
    if let other = elsewhere.first {
      return UnresolvedSpan(
        .notFound, "\(message); it is \(standing(at: other.lower))", at: place)
    }
    guard let nearest = article.nearestPassage(to: words, in: scope.range)?.range else {
      return UnresolvedSpan(.notFound, message, at: place)
    }
    return UnresolvedSpan(
      .notFound,
      "\(message); the nearest words are \(article.text(in: nearest).excerpt.quoted), "
        + standing(at: nearest.lower), at: place)
  }

  /// The error for a B of `A .. B` that does not follow.
  func notFollowing(
    _ end: SpanExpression, after start: SpanExpression, from offset: ScalarOffset, in scope: Scope
  ) -> UnresolvedSpan {
    guard resolver.effort.explains else { return UnresolvedSpan(.notFound, "", at: end.place) }
    var copy = self
    let region = scope.name.map { " in \($0)" } ?? ""
    if let found = try? copy.choices(of: end, in: scope), let before = found.last {
      return UnresolvedSpan(
        .notFound,
        "no \(end.description.excerpt) follows \(start.description.excerpt)\(region); the last is "
          + standing(at: before.lower), at: end.place)
    }
    return notFound(end, in: scope.from(offset))
  }

  /// "in 6.1", for a message.
  func standing(at offset: ScalarOffset) -> String {
    article.layout.address(of: offset).map { "in \($0)" } ?? "at @\(offset)"
  }
}

extension String {
  /// The string on one line, shortened in the middle where it is long, for a message.
  package var excerpt: String {
    let line = onOneLine
    guard line.count > 72 else { return line }
    return line.prefix(40) + "…" + line.suffix(24)
  }
}
