/// An expression ready to be looked for in any number of articles and scopes.
///
/// All of it is one search with one account of the work, so that whoever looks in many places keeps
/// the search.
package struct PatternSearch {
  private let pattern: Pattern
  private let matcher: PatternCode.Matcher?

  /// Prepares to look for `pattern`.
  package init(_ pattern: Pattern) {
    self.pattern = pattern
    matcher = PatternCode.Matcher(pattern.code)
  }

  /// The places where the expression matches, as ``Article/occurrences(matching:in:)`` has them.
  package func occurrences(
    in article: Article, _ scope: TextRange? = nil
  ) throws(DiagnosticError) -> [Article.Occurrence] {
    var found: [Article.Occurrence] = []
    var last = 0
    for matched in try matches(in: article, scope, upTo: .max) {
      let wide = article.widened(matched)
      guard wide.lowerBound >= last else { continue }
      last = wide.upperBound
      found.append(
        Article.Occurrence(
          range: article.textRange(of: wide), isExact: true, isWidened: wide != matched))
    }
    return found
  }

  /// Whether the expression matches somewhere.
  package func isFound(
    in article: Article, _ scope: TextRange? = nil
  ) throws(DiagnosticError) -> Bool {
    try !matches(in: article, scope, upTo: 1).isEmpty
  }

  private func matches(
    in article: Article, _ scope: TextRange?, upTo limit: Int
  ) throws(DiagnosticError) -> [Range<Int>] {
    let window = scope.map { article.byteRange(of: $0) } ?? 0..<article.byteCount
    guard let matcher else { throw givenUp("there is no memory for it", in: article, at: 0) }
    do throws(PatternCode.Matcher.Interruption) {
      return try matcher.matches(in: article.bytes, window, upTo: limit)
    } catch {
      switch error {
      case .work(let steps, let place):
        throw givenUp(
          "it took more than \(steps / 1_000_000) million steps", in: article, at: place)
      case .memory(let place):
        let megabytes = PatternCode.Matcher.memory >> 20
        throw givenUp("it takes more than \(megabytes) MB of memory", in: article, at: place)
      case .other(let reason, let place): throw givenUp(reason, in: article, at: place)
      }
    }
  }

  private func givenUp(_ why: String, in article: Article, at byte: Int) -> DiagnosticError {
    let place = article.textRange(of: byte..<byte).lower
    let address = article.layout.address(of: place).map { "\($0)" } ?? "@\(place)"
    return DiagnosticError(
      .runawayPattern,
      "\(pattern.excerpt) was given up at \(address): \(why); say what ends each part that repeats, "
        + "or look in less of the article with `in`")
  }
}

extension Article {
  /// The places where an expression matches, from left to right and without overlap.
  ///
  /// A match that cuts a character is made wider; blanks at its edges stay, see ``trimmed(_:)``.
  /// Matches of nothing are left out. Within `scope` the expression sees the scope alone, so that `^`
  /// stands at its start.
  /// - Throws: `runaway-pattern` for an expression that takes more than fifty million steps and a
  ///   hundred for each byte of the text, as `(a+)+b` can, or more than 64 MB of memory. What counts as
  ///   a step is the same on every machine.
  public func occurrences(
    matching pattern: Pattern, in scope: TextRange? = nil
  ) throws(DiagnosticError) -> [Occurrence] {
    try PatternSearch(pattern).occurrences(in: self, scope)
  }
}

extension DiagnosticName {
  /// A regular expression that takes more work than a search may have.
  public static let runawayPattern = DiagnosticName("runaway-pattern")
}
