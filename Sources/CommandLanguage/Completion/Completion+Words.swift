import Standoff

/// Words of the article, and what else a span may be.
extension Completion {
  /// Adds what is a span by itself or, after `..`, the likely ends.
  mutating func addSpans(after left: SpanExpression?, _ expected: Expected) {
    guard let left else {
      add(
        [("marks", "what stands between quotation marks"), ("article", "the whole article")],
        expected)
      if !workspace.hits.isEmpty { add([("hits", "what was found last")], expected) }
      return addAnnotations(nil, from: .unknown, expected)
    }
    guard expected.typed.isEmpty, let session = workspace.session, let start = end(of: left) else {
      return
    }
    for end in EndCompletion(after: start, in: session.article).ends {
      candidates.append(
        Candidate(text: end.words.quoted, note: note(on: end, in: session.article)))
    }
  }

  /// Adds how the words begun inside a quote go on; after `..`, from what stands left of it on.
  ///
  /// What was typed stays as it is; closing the quote is left to the typist.
  mutating func addWords(after left: SpanExpression?, _ expected: Expected) {
    guard let session = workspace.session else { return }
    range = expected.range.lowerBound..<cursor
    let raw = String(scalars: line[range])
    guard !raw.endsInsideEscape else { return }
    let article = session.article
    let everywhere = TextRange(0, article.scalarCount)
    var (typed, left) = (expected.typed, left)
    if let parts = typed.partsAtLastEllipsis,
      article.places(beginning: typed, in: everywhere, upTo: 1).isEmpty
    {
      let head = SpanExpression(.words(parts.head))
      left = left.map { SpanExpression(.through([$0, head])) } ?? head
      typed = parts.tail
    }
    guard let left else {
      return add(WordCompletion(of: typed, in: article, scope: everywhere), raw, expected)
    }
    guard let start = end(of: left) else { return }
    if typed.allSatisfy(\.isBlank) {
      for end in EndCompletion(after: start, in: article).ends {
        candidates.append(
          Candidate(
            text: raw + end.words.spelled(inside: expected.quote), display: end.words,
            note: note(on: end, in: article), suffix: ""))
      }
      return
    }
    // A span seldom reaches beyond its paragraph.
    let paragraph = article.layout.paragraphNumber(at: start)
    let near = paragraph.flatMap { article.layout.paragraph($0)?.upper } ?? start
    for end in [near, everywhere.upper] where candidates.isEmpty && end > start {
      let scope = TextRange(start, end)
      add(WordCompletion(of: typed, in: article, scope: scope, endsSpan: true), raw, expected)
    }
  }

  private mutating func add(_ words: WordCompletion, _ raw: String, _ expected: Expected) {
    guard let article = workspace.session?.article else { return }
    // Only the tail behind an ellipsis is looked for here, and it cannot be replaced alone.
    let isWhole = raw.partsAtLastEllipsis == nil
    let ways = words.continuations.filter { isWhole || !$0.isRespelled }
    more += max(0, ways.count - Self.most)
    for way in ways.prefix(Self.most) {
      let whole = article.text(in: way.range).withSingleBlanks
      let place = article.layout.address(of: way.range.lower).map { "\($0)" } ?? ""
      candidates.append(
        Candidate(
          text: way.isRespelled
            ? whole.spelled(inside: expected.quote)
            : raw + way.rest.spelled(inside: expected.quote),
          display: whole, note: way.count == 1 ? place : "\(place) and \(way.count - 1) more",
          suffix: ""))
    }
  }

  private func note(on end: EndCompletion.End, in article: Article) -> String {
    let last = ScalarOffset(max(0, end.place.value - 1))
    let place = article.layout.address(of: last).map { "\($0)  " } ?? ""
    return switch end.kind {
    case .clause: place + "to the end of the clause"
    case .sentence: place + "to the end of the sentence"
    case .quotation: place + "to the closing mark"
    case .paragraph: place + "to the end of the paragraph"
    }
  }

  /// Where the first place of an expression ends.
  private func end(of expression: SpanExpression) -> ScalarOffset? {
    guard let resolver = try? workspace.resolver else { return nil }
    return resolver.firstEnd(of: expression)
  }
}

extension String {
  /// Whether it ends with a backslash that begins an escape, or inside the braces of one.
  fileprivate var endsInsideEscape: Bool {
    var scalars = unicodeScalars[...]
    if let brace = scalars.lastIndex(of: "{"), !scalars[brace...].contains("}"),
      scalars[..<brace].last == "u"
    {
      scalars = scalars[..<brace].dropLast()
    } else if scalars.last == "u" {
      scalars = scalars.dropLast()
    }
    return !scalars.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2)
  }

  /// What stands before the last ellipsis and what after it; `nil` without words before one.
  fileprivate var partsAtLastEllipsis: (head: String, tail: String)? {
    let pieces = partedAtEllipses
    guard pieces.count > 1, let tail = pieces.last else { return nil }
    let head = pieces.dropLast(2).joined()
    guard head.contains(where: { !$0.isBlank }) else { return nil }
    return (head, String(tail.unicodeScalars.drop(while: \.properties.isWhitespace)))
  }
}
