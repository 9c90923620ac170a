import Standoff

/// A condition of a query whose spans and references are looked up.
indirect enum QueryCondition {
  case all([QueryCondition])
  case any([QueryCondition])
  case not(QueryCondition)
  case label(String)
  case attribute(AttributeValues.Question)
  /// A relation to one of some annotations; `nil` is any.
  case relation(String, Set<AnnotationID>?)
  /// A reference to an entry or a database; `nil` is any.
  case reference(String?)
  case inside([TextRange], isArticle: Bool)
  case overlapping([TextRange], but: Set<AnnotationID>)
  case words([TextRange])
  case pattern(PatternSearch)
  case note(Text?)

  /// What the text of a note is compared with.
  enum Text {
    case words(String, Article.SearchOptions)
    case pattern(PatternSearch)
  }

  /// Looks up what a query refers to.
  ///
  /// - Parameter labels: those that stand beside it and have to be met as well.
  init(
    _ query: QueryExpression, beside labels: [String] = [], values: AttributeValues,
    spans: SpanResolver, lookup: QueryEvaluator.Lookup
  ) throws(DiagnosticError) {
    var labels = labels
    if case .all(let parts) = query.form { labels += parts.compactMap(\.label) }
    func condition(_ part: QueryExpression) throws(DiagnosticError) -> QueryCondition {
      try QueryCondition(part, beside: labels, values: values, spans: spans, lookup: lookup)
    }
    func conditions(_ parts: [QueryExpression]) throws(DiagnosticError) -> [QueryCondition] {
      var ready: [QueryCondition] = []
      for part in parts { ready.append(try condition(part)) }
      return ready
    }
    func ranges(_ span: SpanExpression) throws(DiagnosticError) -> [TextRange] {
      do throws(UnresolvedSpan) {
        return try spans.resolve(span).spans.flatMap(\.self)
      } catch { throw error.error }
    }
    switch query.form {
    case .all(let parts): self = .all(try conditions(parts))
    case .any(let parts): self = .any(try conditions(parts))
    case .not(let part): self = .not(try condition(part))
    case .label(let name): self = .label(name)
    case .attribute(let name, let value):
      let spellings = try value.map { value throws(DiagnosticError) in
        try values.spellings(of: value, for: name, on: labels, at: query.place)
      }
      self = .attribute(values.question(name, values: spellings))
    case .relation(let name, let targets):
      var ids: Set<AnnotationID> = []
      for target in targets { ids.formUnion(try lookup(target)) }
      self = .relation(name, ids)
    case .reference(let key): self = .reference(key)
    case .without(.attribute(let name)):
      self = .not(.attribute(values.question(name, values: nil)))
    case .without(.relation(let name)): self = .not(.relation(name, nil))
    case .without(.reference): self = .not(.reference(nil))
    case .without(.note): self = .not(.note(nil))
    case .inside(let span):
      self = .inside(try ranges(span), isArticle: span.form == .article)
    case .overlapping(let span):
      self = .overlapping(try ranges(span), but: Set(try span.reference.map(lookup) ?? []))
    case .text(let span):
      switch try Text(span) {
      case .words(let words, let options):
        self = .words(spans.article.occurrences(of: words, options).map(\.range))
      case .pattern(let search): self = .pattern(search)
      }
    case .note(let span):
      self = .note(try span.map { span throws(DiagnosticError) in try Text(span) })
    }
  }
}

extension QueryCondition.Text {
  /// Reads what stands behind `~`.
  fileprivate init(_ span: SpanExpression) throws(DiagnosticError) {
    switch span.form {
    case .pattern(let pattern, let ignoresCase):
      do throws(DiagnosticError) {
        self = .pattern(PatternSearch(try Pattern(parsing: pattern, ignoringCase: ignoresCase)))
      } catch {
        throw DiagnosticError(.syntax, error.diagnostic.message, at: span.place)
      }
    case .words(let words, let ignoresCase, let ignoresWordEdges):
      self = .words(
        words,
        Article.SearchOptions(ignoresCase: ignoresCase, ignoresWordEdges: ignoresWordEdges))
    default:
      throw DiagnosticError(.syntax, "after `~` stands `/regex/` or `\"words\"`", at: span.place)
    }
  }
}

extension QueryExpression {
  /// The label that it asks for, if it asks for one.
  fileprivate var label: String? { if case .label(let name) = form { name } else { nil } }
}

extension SpanExpression {
  /// The annotation whose extent the expression is, if it is one.
  fileprivate var reference: ReferenceExpression? {
    switch form {
    case .reference(let name): ReferenceExpression(.named(name), at: place)
    case .last: ReferenceExpression(.last, at: place)
    default: nil
    }
  }
}

extension [TextRange] {
  /// Whether one of the ranges, which are in text order and do not overlap, lies within `whole`.
  func hasOne(within whole: TextRange) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lower < whole.lower { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].upper <= whole.upper
  }
}

extension String {
  /// Whether both are the same code points; `==` would also fold accents.
  func isSpelled(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
