package import Standoff

extension LineReader {
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
    let expression = try scoped()
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
    return try form(after: nil)
  }

  /// Reads one form as ``spanForm()`` does, but a comma may follow, as in a list of references.
  mutating func wordsForm() throws(DiagnosticError) -> SpanExpression {
    try form(after: nil, isListed: true)
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
  var isTouchingValue: Bool { tokenEnd == offset && scalar(offset - 1) == "=" }

  /// Reads an expression with all its operators, up to what cannot be one.
  mutating func scoped() throws(DiagnosticError) -> SpanExpression {
    let start = upcomingOffset
    let inner = try sum()
    note(inner, from: start)
    guard try takeOperator("in") else { return inner }
    let scope = try form(after: nil)
    if scope.isBulk {
      throw DiagnosticError(
        .syntax, "what stands right of `in` is one stretch, not several", at: scope.place)
    }
    if let other = try upcomingOperator() {
      throw DiagnosticError(
        .syntax, "`\(other)` cannot follow `in …`; put what belongs together in parentheses",
        at: nextPlace)
    }
    let whole = SpanExpression(.inside(inner, scope), at: place(of: start..<tokenEnd))
    note(whole, from: start)
    return whole
  }

  private mutating func sum() throws(DiagnosticError) -> SpanExpression {
    let start = upcomingOffset
    var operands = [try stretch()]
    while try takeOperator("+") { operands.append(try stretch()) }
    guard operands.count > 1 else { return operands[0] }
    try requireSingle(operands, around: "+")
    return SpanExpression(.joined(operands), at: place(of: start..<tokenEnd))
  }

  private mutating func stretch() throws(DiagnosticError) -> SpanExpression {
    let start = upcomingOffset
    var operands = [try form(after: nil)]
    note(operands[0], from: start)
    while try takeOperator("..") {
      operands.append(try form(after: operands[0]))
    }
    guard operands.count > 1 else { return operands[0] }
    try requireSingle(operands, around: "..")
    let whole = SpanExpression(.through(operands), at: place(of: start..<tokenEnd))
    note(whole, from: start)
    return whole
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

  /// Whether what stands here joins or narrows the span before it, or is meant to.
  package var upcomingIsOperator: Bool {
    guard let word = upcoming else { return false }
    return word == "in" || ["..", "+", "…"].contains(where: word.hasPrefix)
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
}
