package import Standoff

extension LineReader {
  /// How deep parentheses may stand in each other.
  static var deepest: Int { 64 }

  /// Whether what stands here can only be the beginning of a span.
  ///
  /// That is a string, `/…/`, an address, `@…`, `$` or a parenthesis; handles and names look like
  /// any word.
  package var startsSpan: Bool {
    var ahead = self
    ahead.skipBlanks()
    switch ahead.next {
    case "\"", "“", "/", "@", "$", "(": return true
    case let other: return other?.isDigit == true
    }
  }

  /// Reads a span expression with its operators.
  ///
  /// - Throws: `syntax` with the place of what cannot be read, `missing-argument` if nothing stands
  ///   here.
  package mutating func span() throws(DiagnosticError) -> SpanExpression {
    try requireSpan()
    let expression = try scoped(depth: 0)
    skipBlanks()
    if next == ")" {
      throw DiagnosticError(
        .syntax, "this parenthesis closes nothing", at: place(of: offset..<offset + 1))
    }
    return expression
  }

  /// Reads one form with its suffixes, or a parenthesised expression: what a value after `=` and
  /// the right of `in` may be.
  package mutating func spanForm() throws(DiagnosticError) -> SpanExpression {
    try requireSpan()
    return try form(after: nil, depth: 0)
  }

  /// Reads one form as ``spanForm()`` does, but a comma may follow, as in a list of references.
  mutating func wordsForm() throws(DiagnosticError) -> SpanExpression {
    try form(after: nil, depth: 0, isListed: true)
  }

  /// Checks that the command goes on here, or right here where a value belongs after its `=`.
  private mutating func requireSpan() throws(DiagnosticError) {
    if !isTouchingValue { skipBlanks() }
    guard isBreak(offset) || isEnd else { return }
    expect(.span(after: nil), over: offset..<offset, touching: isTouchingValue)
    throw missing("a span")
  }

  /// Whether the last thing read was the `=` of an option, so that no blank may come before the
  /// next.
  private var isTouchingValue: Bool { tokenEnd == offset && scalar(offset - 1) == "=" }

  // MARK: Operators

  private mutating func scoped(depth: Int) throws(DiagnosticError) -> SpanExpression {
    let start = upcomingOffset
    let inner = try sum(depth: depth)
    guard try takeOperator("in") else { return inner }
    let scope = try form(after: nil, depth: depth)
    if scope.isBulk {
      throw DiagnosticError(
        .syntax, "what stands right of `in` is one stretch, not several", at: scope.place)
    }
    if let other = try upcomingOperator() {
      throw DiagnosticError(
        .syntax, "`\(other)` cannot follow `in …`; put what belongs together in parentheses",
        at: nextPlace)
    }
    return SpanExpression(.inside(inner, scope), at: place(of: start..<tokenEnd))
  }

  private mutating func sum(depth: Int) throws(DiagnosticError) -> SpanExpression {
    let start = upcomingOffset
    var operands = [try stretch(depth: depth)]
    while try takeOperator("+") { operands.append(try stretch(depth: depth)) }
    guard operands.count > 1 else { return operands[0] }
    try requireSingle(operands, around: "+")
    return SpanExpression(.joined(operands), at: place(of: start..<tokenEnd))
  }

  private mutating func stretch(depth: Int) throws(DiagnosticError) -> SpanExpression {
    let start = upcomingOffset
    var operands = [try form(after: nil, depth: depth)]
    while try takeOperator("..") {
      operands.append(try form(after: operands[0], depth: depth))
    }
    guard operands.count > 1 else { return operands[0] }
    try requireSingle(operands, around: "..")
    return SpanExpression(.through(operands), at: place(of: start..<tokenEnd))
  }

  private func requireSingle(
    _ operands: [SpanExpression], around name: String
  ) throws(DiagnosticError) {
    for operand in operands where operand.isBulk {
      throw DiagnosticError(
        .syntax, "`[all]` and lists cannot stand beside `\(name)`; choose one, as in `[1]`",
        at: operand.place)
    }
  }

  private var upcomingOffset: Int {
    var ahead = self
    ahead.skipBlanks()
    return ahead.offset
  }

  private mutating func takeOperator(_ name: String) throws(DiagnosticError) -> Bool {
    expectHere(.choice(["..", "+", "in"]))
    guard try upcomingOperator() == name else { return false }
    skipBlanks()
    offset += name.unicodeScalars.count
    tokenEnd = offset
    return true
  }

  /// The operator that stands here.
  ///
  /// - Throws: `syntax` if it is one without a blank after it.
  private func upcomingOperator() throws(DiagnosticError) -> String? {
    guard let word = upcoming else { return nil }
    if word == ".." || word == "+" || word == "in" { return word }
    if word == "…" || word.hasPrefix("...") {
      throw DiagnosticError(
        .syntax, "an ellipsis stands inside a string; between two spans it is `..`", at: nextPlace)
    }
    guard word.hasPrefix("..") || word.hasPrefix("+") else { return nil }
    throw DiagnosticError(
      .syntax, "blanks belong around `\(word.hasPrefix("+") ? "+" : "..")`", at: nextPlace)
  }

  // MARK: Forms

  private mutating func form(
    after left: SpanExpression?, depth: Int, isListed: Bool = false
  ) throws(DiagnosticError) -> SpanExpression {
    if !isTouchingValue { skipBlanks() }
    let start = offset
    if startsSpan, next != "$" { expect(.span(after: left), over: start..<start) }
    var expression = try bareForm(after: left, depth: depth)
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
    default:
      return DiagnosticError(.syntax, "a blank belongs between two parts of a span", at: place)
    }
  }

  private mutating func bareForm(
    after left: SpanExpression?, depth: Int
  ) throws(DiagnosticError) -> SpanExpression {
    switch next {
    case "\"", "“": return try words(after: left)
    case "/": return try pattern()
    case "(": return try group(depth: depth)
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

  private mutating func group(depth: Int) throws(DiagnosticError) -> SpanExpression {
    let start = offset
    guard depth < Self.deepest else {
      throw DiagnosticError(
        .syntax, "parentheses stand more than \(Self.deepest) deep",
        at: place(of: start..<start + 1))
    }
    offset += 1
    tokenEnd = offset
    skipBlanks()
    let inner = try scoped(depth: depth + 1)
    skipBlanks()
    guard next == ")" else {
      throw DiagnosticError(
        .syntax, "the parenthesis that opens here is not closed", at: place(of: start..<start + 1))
    }
    offset += 1
    tokenEnd = offset
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
