import Standoff

/// The forms of a span that are numbers: addresses, offsets and what stands in brackets.
extension LineReader {
  /// Reads `7`, `7-9`, `7.2`, `7.2-4` or `7.2.3-9`.
  mutating func address() throws(DiagnosticError) -> SpanExpression {
    let start = offset
    var path = [digits() ?? 0]
    while path.count < 3, next == ".", scalar(offset + 1)?.isDigit == true {
      offset += 1
      path.append(digits() ?? 0)
    }
    var last: Int?
    if next == "-", scalar(offset + 1)?.isDigit == true {
      offset += 1
      last = digits()
    }
    tokenEnd = offset
    guard isBreak(offset) || next == ")" || next == "[" || next == ";" else {
      let end = max(offset + 1, wordEnd(from: offset))
      let typed = String(scalars: scalars[start..<min(end, scalars.count)])
      throw DiagnosticError(
        .syntax, "`\(typed)` is no address; they look like 7, 7-9, 7.2, 7.2-4 or 7.2.3-9",
        at: place(of: start..<end))
    }
    let typed = String(scalars: scalars[start..<offset])
    if path.contains(0) || last == 0 {
      throw DiagnosticError(
        .syntax, "`\(typed)` is no address: paragraphs, sentences and words are counted from 1",
        at: place(of: start..<offset))
    }
    if let last, let first = path.last, last < first {
      throw DiagnosticError(
        .syntax, "`\(typed)` runs backwards", at: place(of: start..<offset))
    }
    return SpanExpression(.address(SpanAddress(path, through: last)))
  }

  /// Reads `@120-133`, with `="words"` where it follows.
  mutating func offsets() throws(DiagnosticError) -> SpanExpression {
    let start = offset
    offset += 1
    let lower = digits()
    var upper: Int?
    if lower != nil, next == "-" {
      offset += 1
      upper = digits()
    }
    tokenEnd = offset
    guard let lower, let upper else {
      throw DiagnosticError(
        .syntax, "after `@` stand two code-point offsets, as in `@120-133`",
        at: place(of: start..<max(offset, start + 1)))
    }
    guard lower <= upper else {
      throw DiagnosticError(
        .syntax, "`@\(lower)-\(upper)` runs backwards", at: place(of: start..<offset))
    }
    var words: String?
    if next == "=" {
      offset += 1
      tokenEnd = offset
      guard startsString else {
        throw DiagnosticError(
          .syntax, "after `=` stand the words in quotes, as in `@120-133=\"words\"`",
          at: place(of: offset..<offset + 1))
      }
      words = try string(expecting: .text).text
    }
    return SpanExpression(.offsets(TextRange(lower, upper), words: words))
  }

  /// Reads `[2]`, `[-1]`, `[2,4-6]` or `[all]`.
  mutating func selection() throws(DiagnosticError) -> SpanExpression.Selection {
    let start = offset
    offset += 1
    tokenEnd = offset
    skipBlanks()
    expect(.choice(["all"]), over: offset..<offset, touching: true)
    var items: [SpanExpression.Selection.Item] = []
    if next == "a", scalar(offset + 1) == "l", scalar(offset + 2) == "l" {
      offset += 3
      skipBlanks()
      guard next == "]" else { throw badSelection(from: start) }
      offset += 1
      tokenEnd = offset
      return .all
    }
    while true {
      skipBlanks()
      guard let item = selectionItem() else { throw badSelection(from: start) }
      items.append(item)
      skipBlanks()
      if next == "]" { break }
      guard next == "," else { throw badSelection(from: start) }
      offset += 1
    }
    offset += 1
    tokenEnd = offset
    if items.count == 1, case .one(let number) = items[0] { return .one(number) }
    return .several(items)
  }

  private mutating func selectionItem() -> SpanExpression.Selection.Item? {
    if next == "-" {
      offset += 1
      guard let number = digits(), number > 0 else { return nil }
      return .one(-number)
    }
    guard let first = digits(), first > 0 else { return nil }
    guard next == "-" else { return .one(first) }
    offset += 1
    guard let last = digits(), last >= first else { return nil }
    return .through(first, last)
  }

  private func badSelection(from start: Int) -> DiagnosticError {
    var end = offset
    while end < scalars.count, scalars[end] != "]", scalars[end] != "\n" { end += 1 }
    let stop = scalar(end) == "]" ? end + 1 : end
    return DiagnosticError(
      .syntax,
      "in brackets stand numbers from 1, as in `[2]`, `[-1]` or `[2,4-6]`, or `[all]`",
      at: place(of: start..<max(stop, start + 1)))
  }

  /// Reads digits; a number too large for anything becomes the largest there is.
  private mutating func digits() -> Int? {
    guard next?.isDigit == true else { return nil }
    var value = 0
    while let scalar = next, scalar.isDigit {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(scalar.value) - 48)
      value = overflow || carry ? Int.max : sum
      offset += 1
      if value == Int.max { while next?.isDigit == true { offset += 1 } }
    }
    return value
  }
}

extension Unicode.Scalar {
  /// Whether the code point is one of the digits 0 to 9.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
