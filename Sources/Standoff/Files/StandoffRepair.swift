/// A standoff file with all put right that has one right answer, and no other thing touched.
///
/// That is: a byte order mark, CR LF, blank lines, a missing line end, offsets that count another
/// unit, the order of the lines. What the lines say stays the same.
package struct StandoffRepair: Sendable {
  /// The findings of which it may put right what they are about.
  package static let names: Set<DiagnosticName> = [
    .blankLine, .byteOrderMark, .carriageReturn, .wrongUnit,
  ]

  /// The bytes of the file, put right.
  package private(set) var bytes: [UInt8]
  /// What was put right, each a phrase: `CR LF at the end of 3 lines`.
  package private(set) var steps: [String] = []

  private let article: Article

  /// Puts a file on an article right.
  package init(of bytes: [UInt8], on article: Article) {
    self.bytes = bytes
    self.article = article
    takeMarkOff()
    endLastLine()
    endLinesInLineFeeds()
    takeBlankLinesOut()
    countInCodePoints()
    putInOrder()
  }

  private mutating func takeMarkOff() {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    bytes.removeFirst(3)
    steps.append("a byte order mark")
  }

  private mutating func endLastLine() {
    guard let last = bytes.last, last != .lineFeed else { return }
    bytes.append(.lineFeed)
    steps.append("a missing line end at the end of the file")
  }

  /// Where several CRs stand before a line end, all but the last belong to the words.
  private mutating func endLinesInLineFeeds() {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == .lineFeed, kept.last == .carriageReturn, kept.dropLast().last != .carriageReturn {
        kept.removeLast()
      }
      kept.append(byte)
    }
    guard kept.count < bytes.count else { return }
    steps.append("CR LF at the end of \(counted(bytes.count - kept.count, "line"))")
    bytes = kept
  }

  private mutating func takeBlankLinesOut() {
    let set = AnnotationSet(parsing: bytes, of: article)
    guard set.malformed.contains(where: { $0.name == .blankLine }) else { return }
    // A blank line may be part of words that run over it; the validator knows.
    let findings = Validator().findings(in: set, schema: .news)
    let blank = Set(findings.filter { $0.name == .blankLine }.compactMap(\.place.line))
    guard !blank.isEmpty else { return }
    bytes = (0..<set.lineCount).filter { !blank.contains($0 + 1) }.flatMap { set.line($0) }
    steps.append(counted(blank.count, "blank line"))
  }

  /// Where the words prove that the whole file counts otherwise, converts its offsets.
  ///
  /// A line whose words stand in neither place is left as it is; one whose words stand only where
  /// code points say speaks against it.
  private mutating func countInCodePoints() {
    let set = AnnotationSet(parsing: bytes, of: article)
    let review = Review(of: set, schema: .news, source: nil)
    var misfits = MisfitList(of: set)
    misfits.explain(articleHash: nil, in: set)
    guard let unit = misfits.unit else { return }
    var offsets: [UInt32: String] = [:]
    for row in set.store.text {
      guard article.reads(row, countedIn: unit, of: set) else {
        guard misfits.contains(row) else { return }
        continue
      }
      let pieces = review.pieces(of: row)
      let places = pieces.compactMap { unit.range(of: $0, in: article) }
      if places != pieces {
        offsets[row] = places.map { "\($0.lower) \($0.upper)" }.joined(separator: ";")
      }
    }
    guard !offsets.isEmpty else { return }
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count)
    for row in set.store.order {
      let line = set.store.bytes(of: row)
      guard let text = offsets[row] else {
        written += line
        continue
      }
      let range = review.bytes(of: .offsets, in: row)
      written += line.prefix(range.lowerBound)
      written += text.utf8
      written += line.dropFirst(range.upperBound)
    }
    bytes = written
    let lines = counted(offsets.count, "line")
    steps.append("the offsets of \(lines), which counted \(unit.kind.name)")
  }

  /// Lines that cannot be used belong nowhere, so a file that has some is left in its order.
  private mutating func putInOrder() {
    let set = AnnotationSet(parsing: bytes, of: article)
    guard set.malformed.isEmpty else { return }
    let rows = set.store.canonicalRows()
    guard !set.store.order.elementsEqual(rows) else { return }
    bytes = rows.flatMap { set.store.bytes(of: $0) }
    steps.append("the order of the lines")
  }
}

extension OffsetUnit.Kind {
  /// What is counted, for a sentence.
  fileprivate var name: String {
    switch self {
    case .utf16: "UTF-16 units"
    case .bytes: "bytes"
    case .withoutMark: "from behind the article’s byte order mark"
    case .lineEndsAsOne: "each CR LF as one"
    }
  }
}
