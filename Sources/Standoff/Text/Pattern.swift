/// A regular expression, as it is written between slashes in a span expression.
///
/// The syntax is that of Swift's `Regex`, which is Perl's for what people commonly write. It is
/// matched code point by code point, so that `.` is a code point; a match that cuts a character is
/// made wider afterwards. `^` and `$` stand at the ends of lines, too.
public struct Pattern: Hashable, Sendable {
  /// The expression without its slashes.
  public let source: String
  /// Whether capital and small letters are the same.
  public let ignoresCase: Bool

  /// The longest expression, in code points, and how deep its brackets may stand in one another.
  ///
  /// The parser of the standard library calls itself for each level and would run out of stack.
  private static let longest = 4096
  private static let deepest = 64

  /// Reads an expression.
  ///
  /// - Throws: `syntax` with what is wrong with it; `runaway-pattern` where it could take for ever,
  ///   see ``PatternRisk``.
  public init(parsing source: String, ignoringCase: Bool = false) throws(DiagnosticError) {
    self.source = source
    ignoresCase = ignoringCase
    let excerpt = source.unicodeScalars.count > 60 ? "\(source.prefix(60))…" : source
    guard source.unicodeScalars.count <= Self.longest, Self.depth(of: source) <= Self.deepest else {
      throw DiagnosticError(
        .syntax,
        "/\(excerpt)/ is too long or its brackets too deep; \(Self.longest) code points and "
          + "\(Self.deepest) levels are the limit")
    }
    do {
      _ = try Regex(source)
    } catch {
      throw DiagnosticError(
        .syntax, "/\(excerpt)/ is not a regular expression: \(Self.sentence(of: error))")
    }
    if let place = PatternRisk(source).place { throw Self.runaway(source, excerpt, at: place) }
  }

  private static func runaway(
    _ source: String, _ excerpt: String, at place: Int
  ) -> DiagnosticError {
    let sign = String(source.unicodeScalars.dropFirst(place).prefix(1))
    return DiagnosticError(
      .runawayPattern,
      "/\(excerpt)/ could keep the search busy for ever: the \(sign) at code point \(place + 1) repeats "
        + "a group that repeats within itself; leave one of the two out")
  }

  /// The expression in the standard library's form; `Regex` is not `Sendable`, so each
  /// ``PatternSearch`` makes its own.
  func makeRegex() -> Regex<AnyRegexOutput>? {
    // What was read once can be read again.
    guard let regex = try? Regex(source) else { return nil }
    return regex.matchingSemantics(.unicodeScalar).anchorsMatchLineEndings()
      .ignoresCase(ignoresCase)
  }

  /// How many brackets are open at once at most, escaped ones included.
  private static func depth(of source: String) -> Int {
    var open = 0
    var depth = 0
    for byte in source.utf8 {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") { open = max(0, open - 1) }
      depth = max(depth, open)
    }
    return depth
  }

  /// What a parser says, as a part of a sentence.
  private static func sentence(of error: any Error) -> String {
    var text = String(describing: error)
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension DiagnosticName {
  /// Something typed cannot be read: a command, a span, an expression, a line of a file.
  public static let syntax = DiagnosticName("syntax")
}
