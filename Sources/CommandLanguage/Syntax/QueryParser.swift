package import Standoff

extension LineReader {
  /// Reads a query: conditions side by side, `or`, `not`, parentheses.
  ///
  /// Reading stops at the end of the command, at a `)` and at a comparison such as `>=`.
  ///
  /// - Throws: `missing-argument` if there is no condition, `unknown-condition` for a word that is
  ///   neither a keyword nor a name of the schema.
  package mutating func query() throws(DiagnosticError) -> QueryExpression {
    skipBlanks()
    let start = offset
    var parts = [try conjunction()]
    while keyword("or") { parts.append(try conjunction()) }
    guard parts.count > 1 else { return parts[0] }
    return QueryExpression(.any(parts), at: place(of: start..<tokenEnd))
  }

  private mutating func conjunction() throws(DiagnosticError) -> QueryExpression {
    skipBlanks()
    let start = offset
    var parts: [QueryExpression] = []
    while !isOverQuery { parts.append(try negation()) }
    guard let first = parts.first else {
      expectHere(.condition)
      throw missing("a condition such as `claim`, `by s1` or `in 5-9`")
    }
    expectHere(.condition)
    guard parts.count > 1 else { return first }
    return QueryExpression(.all(parts), at: place(of: start..<tokenEnd))
  }

  private var isOverQuery: Bool {
    var ahead = self
    ahead.skipBlanks()
    guard !ahead.isEnd, let next = ahead.next else { return true }
    return ")<>=!".unicodeScalars.contains(next) || ahead.upcoming == "or"
  }

  /// Whether no reference follows on a relation; at the cursor of a completion one may be typed yet.
  private var standsAlone: Bool {
    var ahead = self
    ahead.skipBlanks()
    return upcomingIsOption || upcoming.map(Self.conditionWords.contains) == true
      || isOverQuery && !(ahead.isEnd && ahead.cursorIsAhead)
  }

  /// The words that begin conditions, and so name no annotation behind a relation.
  static let conditionWords: Set<String> = [
    "in", "overlapping", "without", "text", "note", "ref", "not",
  ]

  private mutating func negation() throws(DiagnosticError) -> QueryExpression {
    skipBlanks()
    let start = offset
    var isNegative = false
    while keyword("not") { isNegative.toggle() }
    let isDoubled = tokenEnd > start && !isNegative
    skipBlanks()
    guard !isOverQuery else {
      expectHere(.condition)
      throw missing("a condition after `not`")
    }
    let condition = try condition()
    guard isNegative else {
      return isDoubled
        ? QueryExpression(condition.form, at: place(of: start..<tokenEnd)) : condition
    }
    return QueryExpression(.not(condition), at: place(of: start..<tokenEnd))
  }

  private mutating func condition() throws(DiagnosticError) -> QueryExpression {
    skipBlanks()
    let start = offset
    if next == "(" {
      _ = try openParenthesis()
      let inner = try query()
      try closeParenthesis(openedAt: start)
      return QueryExpression(inner.form, at: place(of: start..<tokenEnd))
    }
    let form: QueryExpression.Form
    if upcomingIsOption, let name = optionName() {
      form = try valueCondition(name)
    } else {
      form = try wordCondition()
    }
    return QueryExpression(form, at: place(of: start..<tokenEnd))
  }

  /// Reads what stands after `name=`.
  private mutating func valueCondition(
    _ name: Word
  ) throws(DiagnosticError) -> QueryExpression.Form {
    if name.text == "ref" { return .reference(try value(of: "ref").text) }
    switch vocabulary.field(name.text) {
    case .relation(let relation):
      return .relation(relation, to: try referenceList(relation: relation))
    case .attribute(let attribute):
      return .attribute(attribute, value: try value(of: attribute).text)
    case nil: throw unknown(name, ["ref"])
    }
  }

  private mutating func wordCondition() throws(DiagnosticError) -> QueryExpression.Form {
    skipBlanks()
    let end = conditionWordEnd
    expect(.condition, over: offset..<end)
    let word = Word(
      text: String(scalars: scalars[offset..<end]), place: place(of: offset..<max(end, offset + 1)))
    guard end > offset else { throw surplus() }
    offset = end
    tokenEnd = end
    switch word.text {
    case "in": return .inside(try scopeForm())
    case "overlapping": return .overlapping(try scopeForm())
    case "without": return .without(try field())
    case "text":
      guard let pattern = try matchedPattern() else {
        throw DiagnosticError(
          .syntax, "after `text` stands `~` and an expression, as in `text ~ /Quad/`",
          at: word.place)
      }
      return .text(pattern)
    case "note": return .note(try matchedPattern())
    case "ref":
      return .not(QueryExpression(.without(.reference), at: word.place))
    default: break
    }
    if !vocabulary.isField(word.text), let label = vocabulary.label(word.text) {
      return .label(label)
    }
    switch vocabulary.field(word.text) {
    case .relation(let relation):
      if standsAlone {
        return .not(QueryExpression(.without(.relation(relation)), at: word.place))
      }
      return .relation(relation, to: try referenceList(relation: relation))
    case .attribute(let attribute): return .attribute(attribute, value: nil)
    case nil: break
    }
    throw unknown(word, ["in", "overlapping", "without", "text", "note", "ref", "not", "or"])
  }

  private var conditionWordEnd: Int {
    let limit = wordEnd(from: offset)
    var end = offset
    while end < limit, !scalars[end].endsName { end += 1 }
    return end
  }

  /// Reads what `in` and `overlapping` refer to.
  private mutating func scopeForm() throws(DiagnosticError) -> SpanExpression {
    if let word = upcoming, word == "where" || word == "(where" || vocabulary.label(word) != nil {
      throw DiagnosticError(
        .syntax,
        "a span stands here, such as `5`, `c1` or `\"words\"`, and not what a query finds",
        at: nextPlace)
    }
    let form = try spanForm()
    guard !form.isBulk else {
      throw DiagnosticError(
        .syntax, "one stretch is needed here, not several; choose one, as in `[1]`",
        at: form.place)
    }
    return form
  }

  /// Reads `~ /regex/` or `~ "words"` if it stands here.
  private mutating func matchedPattern() throws(DiagnosticError) -> SpanExpression? {
    guard keyword("~") else { return nil }
    let form = try spanForm()
    switch form.form {
    case .words, .pattern: return form
    default:
      throw DiagnosticError(
        .syntax, "after `~` stands `/regex/` or `\"words\"`", at: form.place)
    }
  }

  private mutating func field() throws(DiagnosticError) -> QueryExpression.Field {
    skipBlanks()
    let end = conditionWordEnd
    expect(.field, over: offset..<end)
    guard end > offset, !isEnd else {
      throw missing("the name of an attribute or a relation")
    }
    let word = Word(
      text: String(scalars: scalars[offset..<end]), place: place(of: offset..<end))
    offset = end
    tokenEnd = end
    if word.text == "note" { return .note }
    if word.text == "ref" { return .reference }
    switch vocabulary.field(word.text) {
    case .relation(let relation): return .relation(relation)
    case .attribute(let attribute): return .attribute(attribute)
    case nil: break
    }
    let near = nearest(to: word.text, among: vocabulary.fields + ["note", "ref"])
    throw DiagnosticError(
      .unknownCondition,
      "`\(word.text)` is no attribute or relation that an annotation could be without"
        + (near.map { "; `\($0)` is" } ?? ""), at: word.place, fix: near)
  }

  private func unknown(_ word: Word, _ keywords: [String]) -> DiagnosticError {
    let lower = word.text.lowercased()
    if let advice = Self.advice[lower] {
      return DiagnosticError(.unknownCondition, "`\(word.text)` \(advice)", at: word.place)
    }
    if keywords.contains(lower) {
      return DiagnosticError(
        .unknownCondition, "`\(word.text)` is written `\(lower)`", at: word.place, fix: lower)
    }
    if Substring(word.text).isHandle {
      return DiagnosticError(
        .unknownCondition,
        "`\(word.text)` is no condition: annotations are named without `where`", at: word.place)
    }
    let near = nearest(to: word.text, among: vocabulary.words + keywords)
    return DiagnosticError(
      .unknownCondition,
      "`\(word.text)` is no label, attribute or relation of the schema"
        + (keywords.isEmpty ? "" : ", nor a condition")
        + (near.map { "; `\($0)` is" } ?? ""), at: word.place, fix: near)
  }
}

extension LineReader {
  /// The advice for words that people try and that no query has.
  fileprivate static let advice = [
    "and": "is not written: conditions side by side all hold",
    "has": "is not written: `ref`, an attribute or a relation alone holds where there is one",
    "with": "is not written: `ref`, an attribute or a relation alone holds where there is one",
    "..": "joins spans in parentheses alone here, as in `in (2 .. 4)`",
    "+": "joins spans in parentheses alone here, as in `in (2 + 4)`",
  ]
}

extension DiagnosticName {
  /// A query asks for something that neither the language nor the schema knows.
  package static let unknownCondition = DiagnosticName("unknown-condition")
}
