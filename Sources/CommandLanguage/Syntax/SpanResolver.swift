package import Standoff

/// Finds what span expressions stand for in one article.
///
/// A resolver is a value that holds what expressions may refer to besides the text. Resolving costs
/// a search of the article, or of the scope that `in` names, for each operand.
package struct SpanResolver: Sendable {
  /// Looks up where an annotation lies, by handle, name or id, or by `$`.
  package typealias Lookup =
    @Sendable (_ name: String, Place) throws(DiagnosticError) -> [TextRange]

  /// The article that is searched.
  package let article: Article
  /// What the last `find` found.
  package let hits: [[TextRange]]
  /// How much is looked for and told.
  package var effort = Effort()
  let lookup: Lookup

  /// Creates a resolver; without `lookup` no annotation is known.
  package init(
    _ article: Article, hits: [[TextRange]] = [], lookup: @escaping Lookup = Self.noAnnotations
  ) {
    self.article = article
    self.hits = hits
    self.lookup = lookup
  }

  /// How much a search does: all there is to do, unless a glance is enough.
  package struct Effort: Sendable {
    /// The most places of some words that are looked for; `nil` for all.
    package var limit: Int?
    /// Whether an error says what comes nearest and lists the candidates.
    package var explains = true
    /// The place of the words whose end is still being typed, so that it need not be a word's.
    package var unfinished: Place?

    /// Creates the effort of a command that is carried out.
    package init() {}
  }

  /// The lookup of an article without annotations.
  package static let noAnnotations: Lookup = { name, place throws(DiagnosticError) in
    throw DiagnosticError(
      .notFound,
      name == "$" ? "nothing has been tagged yet" : "no annotation is called `\(name)`", at: place)
  }

  /// The spans that an expression stands for: one, or with `[all]` and lists several.
  ///
  /// - Parameters:
  ///   - expression: What to find.
  ///   - edges: What the label wants done to the edges of every piece.
  /// - Returns: The spans with what the echo has to say.
  /// - Throws: Why it stands for nothing, with candidates where it is ambiguous.
  package func resolve(
    _ expression: SpanExpression, edges: SpanEdges = .asTagged
  ) throws(UnresolvedSpan) -> SpanResolution {
    var search = SpanSearch(self)
    let found = try search.spans(of: expression)
    var spans: [[TextRange]] = []
    for ranges in found {
      spans.append(try finished(ranges, edges: edges, at: expression.place))
    }
    return SpanResolution(
      spans: spans.inTextOrder, isArticle: expression.form == .article, notes: search.notes,
      hints: search.hints)
  }

  /// All that an expression may mean, numbered, as `find` lists it.
  ///
  /// - Parameters:
  ///   - expression: What to find; it need not be unique.
  ///   - edges: What a label wants done to the edges of every piece.
  /// - Returns: The hits in text order with the hints that belong to them.
  /// - Throws: `not-found` where there is none, and the other errors of ``resolve(_:edges:)``.
  package func find(
    _ expression: SpanExpression, edges: SpanEdges = .asTagged
  ) throws(UnresolvedSpan) -> (hits: [SpanHit], hints: [String]) {
    var search = SpanSearch(self)
    var spans: [[TextRange]] = []
    for ranges in try search.occurrences(of: expression) {
      spans.append(try finished(ranges, edges: edges, at: expression.place))
    }
    let hits = spans.inTextOrder.enumerated().map { SpanHit($1, number: $0 + 1, in: article) }
    return (hits, search.hints)
  }

  /// Where the first of the places ends that an expression may mean; `nil` where it means none.
  package func firstEnd(of expression: SpanExpression) -> ScalarOffset? {
    var search = SpanSearch(self)
    return try? search.firstEnd(of: expression)
  }

  /// Pieces joined where they touch or only a line break parts them, and trimmed as `edges` says.
  private func finished(
    _ ranges: [TextRange], edges: SpanEdges, at place: Place
  ) throws(UnresolvedSpan) -> [TextRange] {
    let pieces = article.joining(ranges)
    guard edges == .insideMarks else { return pieces }
    var trimmed: [TextRange] = []
    for piece in pieces {
      guard let inner = article.trimmedOfMarks(piece) else {
        throw UnresolvedSpan(
          .empty, "“\(article.text(in: piece).onOneLine)” is nothing but marks", at: place)
      }
      trimmed.append(inner)
    }
    return article.joining(trimmed)
  }
}

extension [[TextRange]] {
  /// The spans by their first starts, each once.
  fileprivate var inTextOrder: [[TextRange]] {
    var seen: Set<[TextRange]> = []
    return filter { seen.insert($0).inserted }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
