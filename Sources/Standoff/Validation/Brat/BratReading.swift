/// What brat's own parser makes of a standoff file: which lines it uses, which it sets aside, which
/// make it give up the whole document, and what it writes when it saves.
///
/// ```swift
/// let reading = BratReading(of: bytes, on: article)
/// if !reading.opens { print(reading.findings(source: "envoy.ann")) }
/// ```
/// The parser is that of nlplab/brat (`server/src/annotation.py`), which breaks lines where Python
/// does. A line that makes it give up hides nothing here: the verdict on each other line is the one
/// it gives without that line.
public struct BratReading: Sendable {
  /// What becomes of a line.
  public enum Verdict: Hashable, Sendable {
    /// The line is used.
    case accepted
    /// The line is kept as it came and used for nothing.
    case refused(BratRefusal)
    /// The document cannot be opened.
    case crash(BratCrash)
  }

  /// A line as brat breaks them, with its verdict.
  public struct Line: Hashable, Sendable {
    /// What becomes of it.
    public internal(set) var verdict: Verdict
    /// What brat writes for it, without a line end; `nil` where it writes it into another group.
    public internal(set) var written: String?
    /// Where the part stands that the verdict is about: all of a line that is used.
    public internal(set) var place: Place
    /// The id as it is written; where there is none, what stands in its place.
    let id: String
    /// What stands in the file, without the line end.
    let original: String
    /// Whether U+000A alone ends it.
    let endsPlainly: Bool
    /// What should stand in place of the part, where that is known.
    var fix: String?

    /// Whether brat cannot open the document for it.
    public var crashes: Bool { if case .crash = verdict { true } else { false } }
  }

  /// The lines in the order of the file.
  public private(set) var lines: [Line] = []

  /// Whether brat opens the document.
  public var opens: Bool { !lines.contains(where: \.crashes) }

  /// The file as brat saves it; `nil` where it does not open the document.
  public var encoded: [UInt8]? {
    guard opens else { return nil }
    return lines.compactMap(\.written).flatMap { Array($0.utf8) + [.lineFeed] }
  }

  /// Reads the bytes of a standoff file as brat does.
  ///
  /// Takes time linear in the bytes.
  public init(of bytes: [UInt8], on article: Article) {
    if let place = bytes.span.firstInvalidUTF8(in: 0..<bytes.count) {
      lines = [Self.undecodable(bytes, at: place)]
      return
    }
    let file = BratLine.all(in: String(decoding: bytes, as: UTF8.self))
    var document = BratDocument(parser: BratParser(article: article))
    lines = file.map { document.read($0) }
    document.mergeGroups(in: &lines)
    document.checkTriggers(in: &lines, of: file)
  }

  private static func undecodable(_ bytes: [UInt8], at byte: Int) -> Line {
    let before = bytes[..<byte]
    let start = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    let text = String(decoding: bytes[start...].prefix { $0 != .lineFeed }, as: UTF8.self)
    let place = Place(
      line: before.count { $0 == .lineFeed } + 1, column: 1 + before[start...].scalarCount,
      excerpt: text)
    return Line(
      verdict: .crash(.encoding), written: nil, place: place, id: "", original: text,
      endsPlainly: true)
  }
}
