import Standoff

/// Parentheses of spans and queries, which may stand in each other but not without end.
extension LineReader {
  /// How deep parentheses may stand in each other, so that no input can exhaust the stack.
  private static var deepest: Int { 64 }

  /// Reads the `(` that stands here; returns where it stands.
  mutating func openParenthesis() throws(DiagnosticError) -> Int {
    let start = offset
    guard depth < Self.deepest else {
      throw DiagnosticError(
        .syntax, "parentheses stand more than \(Self.deepest) deep",
        at: place(of: start..<start + 1))
    }
    depth += 1
    offset += 1
    tokenEnd = offset
    return start
  }

  /// Reads the `)` that belongs to the parenthesis at `start`.
  mutating func closeParenthesis(openedAt start: Int) throws(DiagnosticError) {
    skipBlanks()
    guard next == ")" else {
      throw DiagnosticError(
        .syntax, "the parenthesis that opens here is not closed",
        at: place(of: start..<start + 1))
    }
    depth -= 1
    offset += 1
    tokenEnd = offset
  }
}
