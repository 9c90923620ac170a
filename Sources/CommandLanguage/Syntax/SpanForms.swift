import Standoff

/// The forms of a span that are words, expressions, names or groups, and what may follow them.
extension LineReader {
  /// Reads one form with its suffixes, behind `left ..` where there is that.
  mutating func form(
    after left: SpanExpression?, isListed: Bool = false
  ) throws(DiagnosticError) -> SpanExpression {
    if !isTouchingValue { skipBlanks() }
    let start = offset
    if startsSpan, next != "$" { expect(.span(after: left), over: start..<start) }
    var expression = try bareForm(after: left)
    expression.place = place(of: start..<tokenEnd)
    if next == "[" {
      let selection = try selection()
      expression = SpanExpression(
        .chosen(expression, selection), at: place(of: start..<tokenEnd))
    }
    guard isBreak(offset) || next == ")" || next == ";" || isListed && next == "," else {
      throw touching()
    }
    return expression
  }

  private func touching() -> DiagnosticError {
    let place = place(of: offset..<offset + 1)
    switch next {
    case "i", "~", "[":
      return DiagnosticError(
        .syntax, "suffixes stand in the order `i`, `~`, `[…]`; `i` and `~` belong to words",
        at: place)
    case ".", "+":
      return DiagnosticError(.syntax, "blanks belong around `..` and `+`", at: place)
    case let letter? where letter.properties.isAlphabetic:
      return DiagnosticError(
        .syntax,
        "`\(letter)` is no suffix: `i` finds either case, `~` parts of words, `[…]` chooses one",
        at: place)
    default:
      return DiagnosticError(.syntax, "a blank belongs between two parts of a span", at: place)
    }
  }

  private mutating func bareForm(
    after left: SpanExpression?
  ) throws(DiagnosticError) -> SpanExpression {
    switch next {
    case "\"", "“": return try words(after: left)
    case "/": return try pattern()
    case "(": return try group()
    case "@": return try offsets()
    case let other where other?.isDigit == true: return try address()
    default: return try named(after: left)
    }
  }

  private mutating func words(after left: SpanExpression?) throws(DiagnosticError) -> SpanExpression
  {
    let string = try string(expecting: .words(after: left))
    guard string.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw DiagnosticError(
        .syntax, "there are no words between the quotes", at: place(of: string.range))
    }
    let ignoresCase = take("i")
    let ignoresWordEdges = take("~")
    return SpanExpression(
      .words(string.text, ignoresCase: ignoresCase, ignoresWordEdges: ignoresWordEdges))
  }

  private mutating func pattern() throws(DiagnosticError) -> SpanExpression {
    let start = offset
    offset += 1
    var body = ""
    while let scalar = next, scalar != "/", scalar != "\n" {
      if scalar == "\\", let escaped = self.scalar(offset + 1), escaped != "\n" {
        if escaped != "/" { body.unicodeScalars.append(scalar) }
        body.unicodeScalars.append(escaped)
        offset += 2
      } else {
        body.unicodeScalars.append(scalar)
        offset += 1
      }
    }
    guard next == "/" else {
      throw DiagnosticError(
        .syntax, "the expression that opens here has no closing `/`", at: place(of: start..<offset))
    }
    offset += 1
    tokenEnd = offset
    guard !body.isEmpty else {
      throw DiagnosticError(
        .syntax, "there is nothing between the slashes", at: place(of: start..<offset))
    }
    return SpanExpression(.pattern(body, ignoresCase: take("i")))
  }

  private mutating func group() throws(DiagnosticError) -> SpanExpression {
    let start = try openParenthesis()
    let inner = try scoped()
    try closeParenthesis(openedAt: start)
    return inner
  }

  private mutating func named(after left: SpanExpression?) throws(DiagnosticError) -> SpanExpression
  {
    let start = offset
    guard !isBreak(start), !isEnd else {
      expect(.span(after: left), over: start..<start, touching: true)
      throw DiagnosticError(
        .syntax, "a span is missing here", at: place(of: start..<start + 1))
    }
    var end = start
    let limit = wordEnd(from: start)
    while end < limit, !scalars[end].endsName { end += 1 }
    expect(.span(after: left), over: start..<end)
    let typed = String(scalars: scalars[start..<end])
    if next == "'" || next == "‘" { throw apostrophes(from: start) }
    guard end > start else {
      throw DiagnosticError(
        .syntax, "a span cannot begin with `\(String(scalars: scalars[start..<start + 1]))`",
        at: place(of: start..<start + 1))
    }
    offset = end
    tokenEnd = end
    switch typed {
    case "$": return SpanExpression(.last)
    case "marks": return SpanExpression(.marks)
    case "article": return SpanExpression(.article)
    case "hits": return SpanExpression(.hits)
    case "in", "..", "+":
      throw DiagnosticError(
        .syntax, "a span is missing before `\(typed)`", at: place(of: start..<end))
    default: break
    }
    if typed.hasSuffix(":"), typed.utf8.count > 1, next == "\"" || next == "“" {
      throw DiagnosticError(
        .syntax,
        "a label before words names an annotation, and stands before parentheses if there are any: `\(typed)(…)`",
        at: place(of: start..<end))
    }
    guard typed.unicodeScalars.first?.properties.isAlphabetic == true,
      typed.unicodeScalars.allSatisfy(\.isNameLetter)
    else {
      throw DiagnosticError(
        .syntax,
        "\(typed.quoted) without its quotes names no annotation; words of the article stand in them",
        at: place(of: start..<end), fix: typed.quoted)
    }
    return SpanExpression(.reference(typed))
  }

  /// The error for `'Xing'`, with the spelling that serves.
  private func apostrophes(from start: Int) -> DiagnosticError {
    var end = start + 1
    while let scalar = scalar(end), scalar != "\n", scalar != "'", scalar != "’" { end += 1 }
    let isClosed = scalar(end).map { $0 != "\n" } ?? false
    let stop = isClosed ? end + 1 : wordEnd(from: start)
    let words = String(scalars: scalars[start + 1..<(isClosed ? end : stop)])
    return DiagnosticError(
      .syntax, "an apostrophe is an ordinary character; words stand between `\"` and `\"`",
      at: place(of: start..<stop), fix: words.isEmpty ? nil : words.quoted)
  }

  private mutating func take(_ suffix: Unicode.Scalar) -> Bool {
    guard next == suffix else { return false }
    offset += 1
    tokenEnd = offset
    return true
  }
}

extension Unicode.Scalar {
  /// Whether a handle, name or id ends before this code point.
  var endsName: Bool {
    switch self {
    case "[", "]", "(", ")", ",", "=", "\"", "“", "~": true
    default: isBlank
    }
  }
}
