/// A regular expression, as it is written between slashes in a span expression.
///
/// The syntax is Perl's, as [PCRE2](https://www.pcre.org/current/doc/html/pcre2syntax.html) reads it,
/// but for `\C`. It is matched code point by code point, so that `.` is a code point; a match that
/// cuts a character is made wider afterwards. `\w`, `\d`, `\s` and `\b` go by Unicode. `^` and `$` stand
/// at the ends of lines, too, which are LF, CR LF and CR; `.` matches none of these.
public struct Pattern: Sendable {
  /// The expression without its slashes.
  public let source: String
  /// Whether capital and small letters are the same.
  public let ignoresCase: Bool
  let code: PatternCode

  /// The longest expression, in code points.
  private static let longest = 4096

  /// Reads an expression.
  ///
  /// - Throws: `syntax` with what is wrong with it and where.
  public init(parsing source: String, ignoringCase: Bool = false) throws(DiagnosticError) {
    self.source = source
    ignoresCase = ignoringCase
    guard source.unicodeScalars.count <= Self.longest else {
      throw DiagnosticError(
        .syntax,
        "\(Self.excerpt(of: source)) is too long; \(Self.longest) code points are the limit")
    }
    do throws(PatternCode.Failure) {
      code = try PatternCode(source, ignoresCase: ignoringCase)
    } catch {
      let before = String(decoding: source.utf8.prefix(error.offset), as: UTF8.self)
      throw DiagnosticError(
        .syntax,
        "\(Self.excerpt(of: source)) is not a regular expression: \(error.message), behind "
          + "code point \(before.unicodeScalars.count)")
    }
  }

  /// The expression between slashes, or its beginning.
  var excerpt: String { Self.excerpt(of: source) }

  private static func excerpt(of source: String) -> String {
    source.unicodeScalars.count > 60 ? "/\(source.prefix(60))…/" : "/\(source)/"
  }
}

extension Pattern: Hashable {
  /// Whether both were written alike.
  public static func == (left: Pattern, right: Pattern) -> Bool {
    left.source.utf8.elementsEqual(right.source.utf8) && left.ignoresCase == right.ignoresCase
  }

  /// Feeds the expression to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(ignoresCase)
  }
}

extension DiagnosticName {
  /// Something typed cannot be read: a command, a span, an expression, a line of a file.
  public static let syntax = DiagnosticName("syntax")
}
