import Standoff

/// Words with their ellipses, and regular expressions.
extension SpanSearch {
  /// How many ellipses a string may hold.
  private static var mostEllipses: Int { 32 }

  /// The places of words in which an ellipsis is only itself.
  func choices(
    of words: String, _ options: Article.SearchOptions, in scope: Scope
  ) -> [Candidate] {
    guard !scope.range.isEmpty else { return [] }
    return article.occurrences(of: words, options, in: scope.range).compactMap { occurrence in
      article.trimmed(occurrence.range).map { Candidate([$0], isExact: occurrence.isExact) }
    }
  }

  /// Words cut at the ellipses that stand for `..`: those the article does not have there.
  ///
  /// They are judged from left to right; each is kept as it is where the article has the words up
  /// to it, itself and the words up to the next.
  func parts(
    of words: String, _ options: Article.SearchOptions, in scope: Scope, at place: Place
  ) throws(UnresolvedSpan) -> [String] {
    let pieces = words.partedAtEllipses
    guard pieces.count > 1 else { return [words] }
    guard pieces.count / 2 <= Self.mostEllipses else {
      throw UnresolvedSpan(
        .syntax, "a string holds at most \(Self.mostEllipses) ellipses", at: place)
    }
    var parts: [String] = [pieces[0]]
    for index in stride(from: 1, to: pieces.count - 1, by: 2) {
      let (left, right) = (parts.last ?? "", pieces[index + 1])
      // The one character and the three dots are the same ellipsis to whoever types it.
      let literal = [pieces[index], "…", "..."].lazy.map { left + $0 + right }
        .first { !choices(of: $0, options, in: scope).isEmpty }
      if let literal {
        parts[parts.count - 1] = literal
      } else {
        parts.append(right)
      }
    }
    parts = parts.map(\.withoutOuterBlanks)
    guard !parts.contains("") else {
      throw UnresolvedSpan(
        .syntax,
        "an ellipsis at the edge of a string stands for nothing, and the article has no "
          + words.excerpt.quoted, at: place)
    }
    return parts
  }

  /// `"A … B"` where A is unique.
  mutating func elision(
    _ parts: [String], _ options: Article.SearchOptions, of expression: SpanExpression,
    in scope: Scope
  ) throws(UnresolvedSpan) -> Candidate {
    let starts = choices(of: parts[0], options, in: scope)
    let targets = parts.map { Target.literal($0, options) }
    let whole = try stretches(targets, in: scope)
    let exact = starts.filter(\.isExact)
    let start = starts.count == 1 ? starts.first : exact.count == 1 ? exact.first : nil
    if let start {
      var rest = scope.from(start.lower)
      rest.name = scope.name
      if let found = try stretches(targets, in: rest).first, found.lower == start.lower {
        return found
      }
    }
    guard let first = starts.first else {
      throw notFound(words: parts[0], options, in: scope, at: expression.place)
    }
    guard !whole.isEmpty else {
      if let part = parts.first(where: { choices(of: $0, options, in: everywhere).isEmpty }) {
        throw notFound(words: part, options, in: scope, at: expression.place)
      }
      let rest = parts.dropFirst().joined(separator: " … ")
      throw UnresolvedSpan(
        .notFound,
        "\(parts[0].excerpt.quoted) is \(standing(at: first.lower)), but "
          + "\(rest.excerpt.quoted) does not follow it", at: expression.place)
    }
    throw ambiguous(
      expression,
      because: "\(parts[0].excerpt.quoted), its beginning, stands \(starts.count) times",
      among: whole, in: scope)
  }

  /// The matches of a regular expression: widened to whole characters, without blank edges.
  mutating func matches(
    of pattern: String, ignoringCase ignoresCase: Bool, in scope: Scope, at place: Place
  ) throws(UnresolvedSpan) -> [Candidate] {
    guard !scope.range.isEmpty else { return [] }
    let found: [Article.Occurrence]
    do throws(DiagnosticError) {
      let compiled = try Pattern(parsing: pattern, ignoringCase: ignoresCase)
      found = try article.occurrences(matching: compiled, in: scope.range)
    } catch {
      throw UnresolvedSpan(error.diagnostic.name, error.diagnostic.message, at: place)
    }
    return found.compactMap { occurrence in
      article.trimmed(occurrence.range).map { Candidate([$0], isWidened: occurrence.isWidened) }
    }
  }

  /// Counts the further hits that differ in case alone.
  mutating func hintAtCase(_ expression: SpanExpression, in scope: Scope, found: Int) {
    guard resolver.effort.explains else { return }
    switch expression.form {
    case .inside(let inner, let other):
      if let narrow = try? narrowed(scope, to: other) {
        hintAtCase(inner, in: narrow, found: found)
      }
    case .words(let words, ignoresCase: false, let ignoresWordEdges):
      let options = Article.SearchOptions(
        ignoresCase: true, ignoresWordEdges: ignoresWordEdges)
      let more = choices(of: words, options, in: scope).count - found
      guard more > 0 else { return }
      let hint =
        "\(more) more \(more == 1 ? "hit differs" : "hits differ") in case alone: "
        + "\(words.onOneLine.quoted)i"
      if !hints.contains(hint) { hints.append(hint) }
    default: return
    }
  }

  /// Adds a note for the echo, once.
  mutating func note(_ note: String) {
    if !notes.contains(note) { notes.append(note) }
  }
}

extension String {
  /// The string without the blanks at its edges.
  fileprivate var withoutOuterBlanks: String {
    let scalars = Array(unicodeScalars)
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    let end = scalars.lastIndex { !$0.properties.isWhitespace } ?? start - 1
    return String(scalars: scalars[start..<max(start, end + 1)])
  }

  /// The string cut at its ellipses: words, ellipsis, words, ellipsis, … words.
  ///
  /// `…` and runs of three or more dots are ellipses; neighbouring ones are one.
  var partedAtEllipses: [String] {
    var pieces: [String] = [""]
    let scalars = Array(unicodeScalars)
    var index = 0
    while index < scalars.count {
      var end = index
      while end < scalars.count, scalars[end] == "." || scalars[end] == "…" { end += 1 }
      let run = scalars[index..<end]
      if run.count >= 3 || run.contains("…") {
        pieces += [String(scalars: run), ""]
      } else {
        end = max(end, index + 1)
        pieces[pieces.count - 1].unicodeScalars.append(contentsOf: scalars[index..<end])
      }
      index = end
    }
    return pieces
  }
}
