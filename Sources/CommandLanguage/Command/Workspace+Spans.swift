package import Standoff

extension Workspace {
  /// What an expression stands for, and what is worth saying of it.
  package struct Resolution {
    /// The spans in text order.
    package var spans: [[TextRange]]
    /// What the echo says beside.
    package var remarks: [StyledText]
  }

  /// Finds what an expression stands for; where several places may be meant, a person picks.
  ///
  /// - Throws: `not-found`, `ambiguous` with the places listed, and the other errors of spans.
  package func resolve(
    _ expression: SpanExpression, edges: SpanEdges = .asTagged
  ) throws(DiagnosticError) -> Resolution {
    let resolver = try resolver
    var expression = expression
    while true {
      let answer = try carryOut("searching") { [expression] in
        resolver.answer { resolver throws(UnresolvedSpan) in
          try resolver.resolve(expression, edges: edges)
        }
      }
      do throws(UnresolvedSpan) {
        let found = try answer.get()
        return Resolution(
          spans: found.spans, remarks: (found.notes + found.hints).map { StyledText($0, .faint) })
      } catch {
        guard interlocutor != nil, !error.candidates.isEmpty else { throw error.error }
        guard
          let hit = pick(
            from: error.candidates.map { Hit($0) }, question: error.diagnostic.message)
        else {
          // The candidates have just been listed.
          var diagnostic = error.diagnostic
          diagnostic.notes = []
          throw DiagnosticError(diagnostic)
        }
        let chosen = expression.choosing(hit.number, at: error.diagnostic.place)
        guard chosen != expression else { throw error.error }
        expression = chosen
      }
    }
  }

  /// All that an expression may mean, in text order.
  ///
  /// - Parameter edges: what a label wants done to the edges of every piece.
  package func find(
    _ expression: SpanExpression, edges: SpanEdges = .asTagged
  ) throws(DiagnosticError) -> [[TextRange]] {
    let resolver = try resolver
    let answer = try carryOut("searching") {
      resolver.answer { resolver throws(UnresolvedSpan) in
        try resolver.find(expression, edges: edges).hits.map(\.ranges)
      }
    }
    do throws(UnresolvedSpan) {
      return try answer.get()
    } catch {
      throw error.error
    }
  }

  /// Spans numbered, with the words around them.
  package func hits(for spans: [[TextRange]]) throws(DiagnosticError) -> [Hit] {
    let article = try article
    return spans.enumerated().map { Hit(SpanHit($1, number: $0 + 1, in: article)) }
  }

  /// A resolver that knows the annotations by handle, name and id.
  package var resolver: SpanResolver {
    get throws(DiagnosticError) {
      let session = try current
      let directory = try directory
      return SpanResolver(session.article, hits: hits) { name, place throws(DiagnosticError) in
        let id = try directory.id(named: name, at: place)
        return directory.annotations[id]?.ranges ?? []
      }
    }
  }
}

extension SpanResolver {
  /// What comes of a search, as a value.
  fileprivate func answer<Value>(
    _ search: (SpanResolver) throws(UnresolvedSpan) -> Value
  ) -> Result<Value, UnresolvedSpan> {
    do throws(UnresolvedSpan) { return .success(try search(self)) } catch { return .failure(error) }
  }
}
