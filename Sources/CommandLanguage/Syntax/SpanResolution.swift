package import Standoff

/// What an expression stands for in an article.
package struct SpanResolution: Hashable, Sendable {
  /// The spans in text order, each in pieces in text order; more than one for a bulk act alone.
  package var spans: [[TextRange]]
  /// Whether `article` was meant: an annotation of the whole article.
  package var isArticle = false
  /// What the echo says: that a span was widened to whole characters, or trimmed.
  package var notes: [String] = []
  /// What may be worth knowing: that further hits differ in case alone.
  package var hints: [String] = []
}

extension SpanExpression {
  /// The expression in which what stands at `place` is the `number`th of its occurrences.
  ///
  /// This is what picking a number from the candidates of an ``UnresolvedSpan`` means.
  package func choosing(_ number: Int, at place: Place) -> SpanExpression {
    if self.place == place {
      return SpanExpression(.chosen(self, .one(number)), at: place)
    }
    var copy = self
    switch form {
    case .through(let operands):
      copy.form = .through(operands.map { $0.choosing(number, at: place) })
    case .joined(let operands):
      copy.form = .joined(operands.map { $0.choosing(number, at: place) })
    case .inside(let inner, let scope):
      copy.form = .inside(
        inner.choosing(number, at: place), scope.choosing(number, at: place))
    case .chosen(let inner, let selection):
      copy.form = .chosen(inner.choosing(number, at: place), selection)
    default: break
    }
    return copy
  }
}

extension SpanExpression {
  /// The expression looked for in a sentence that has it once, for each such sentence.
  ///
  /// - Parameter places: where the expression stands, in text order.
  func alone(among places: [[TextRange]], in article: Article) -> [SpanExpression] {
    let layout = article.layout
    let addresses = places.map { $0.hull.flatMap { layout.address(of: $0.lower) } }
    let counts = Dictionary(addresses.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
    return zip(places, addresses).compactMap { ranges, address in
      guard let address, counts[address] == 1, let hull = ranges.hull,
        let sentence = layout.sentences(in: address.paragraph).dropFirst(address.sentence - 1)
          .first,
        sentence.contains(hull)
      else { return nil }
      let scope = SpanAddress([address.paragraph, address.sentence])
      return SpanExpression(.inside(self, SpanExpression(.address(scope))), at: place)
    }
  }
}

extension DiagnosticName {
  /// Nothing in the article is what an expression asks for.
  package static let notFound = DiagnosticName("not-found")
  /// An expression may mean several places.
  package static let ambiguous = DiagnosticName("ambiguous")
  /// The words at an offset are others than those given.
  package static let mismatch = DiagnosticName("mismatch")
  /// A span without words.
  package static let empty = DiagnosticName("empty")
}
