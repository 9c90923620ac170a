/// The text that is annotated: its bytes, which never change, and what is known about them.
///
/// A copy shares everything with the original. What is costly to know, such as where paragraphs
/// stand, is found out when it is first asked for.
public struct Article: Sendable {
  /// The largest article, in bytes: 2 GiB.
  static let byteLimit = 1 << 31

  /// Where the article was read from, as the user gave it; `nil` for text from elsewhere.
  public let path: String?
  let contents: ArticleContents

  /// Creates an article from the bytes of its file.
  ///
  /// Checks that they are UTF-8 and counts the code points, at some gigabytes a second. A byte order
  /// mark stays where it is and counts as a code point; NUL is a character like others.
  /// - Throws: `invalid-utf-8` with the line, column and byte at which the text goes wrong;
  ///   `article-too-large` above 2 GiB.
  public init(bytes: [UInt8], path: String? = nil) throws(DiagnosticError) {
    try Self.check(byteCount: bytes.count, path: path)
    if let offset = bytes.span.firstInvalidUTF8(in: 0..<bytes.count) {
      throw Self.invalid(bytes, at: offset, path: path)
    }
    self.path = path
    contents = ArticleContents(bytes)
  }

  /// The article as UTF-8, byte for byte as it was read.
  public var bytes: [UInt8] { contents.bytes }
  /// How many bytes the article has.
  public var byteCount: Int { contents.bytes.count }
  /// How many code points the article has, a byte order mark included.
  public var scalarCount: Int { contents.scalars.count }
  /// The fingerprint of the bytes, see ``contentHash(of:)``; computed once.
  public var hash: UInt64 { contents.hash.value { contentHash(of: contents.bytes) } }
  /// The lines, paragraphs, sentences and words of the article, found when first asked for.
  public var layout: ArticleLayout { ArticleLayout(of: self) }

  /// Whether another article has the very bytes, wherever it was read from.
  package func hasSameText(as other: Article) -> Bool {
    contents === other.contents || Words64.areEqual(bytes.span, other.bytes.span)
  }

  /// Throws if an article of `byteCount` bytes is too large.
  static func check(byteCount: Int, path: String?) throws(DiagnosticError) {
    guard byteCount > byteLimit else { return }
    let megabytes = byteCount / 1_000_000
    throw DiagnosticError(
      .articleTooLarge,
      "\(path ?? "the article") has \(megabytes) MB, and an article may have 2147 MB at most; "
        + "divide it",
      at: Place(source: path))
  }

  private static func invalid(_ bytes: [UInt8], at offset: Int, path: String?) -> DiagnosticError {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == .lineFeed } + 1
    let lineStart = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    let byte = offset < bytes.count ? hexadecimal(bytes[offset]) : "the end"
    return DiagnosticError(
      .invalidUTF8,
      "\(path ?? "the article") is not UTF-8: \(byte) at line \(line), column \(column) "
        + "(byte \(offset)) starts no character; convert the file, for example with "
        + "iconv -f ISO-8859-1 -t UTF-8",
      at: Place(source: path, line: line, column: column))
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}

extension DiagnosticName {
  /// A file that should be UTF-8 holds bytes that are not.
  public static let invalidUTF8 = DiagnosticName("invalid-utf-8")
  /// An article has more than 2 GiB.
  public static let articleTooLarge = DiagnosticName("article-too-large")
}
