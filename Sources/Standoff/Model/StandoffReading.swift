/// The reading of a standoff file, line after line, each compared with the article at once.
///
/// The lines go into a store that is handed in, for one that was kept here would be copied in the end,
/// and a copy counts the references of all columns.
struct StandoffReading {
  private var comparison: WordComparison
  private var line = StandoffLine()
  /// The rows of the `T` lines that are used, in the order of the file.
  private var textBounds: [UInt32] = []
  private var row: UInt32 = 0

  /// Begins with no line.
  init(on article: Article) { comparison = WordComparison(with: article) }

  /// Reads the lines of a file that is not too large into a store that has none yet; they end at U+000A
  /// alone.
  ///
  /// - Parameter likely: how many lines are likely, see ``likelyLines(in:)``.
  mutating func read(
    _ bytes: [UInt8], on article: Article, likely: Int, into store: inout LineStore
  ) {
    textBounds.reserveCapacity(likely * 2 / 3 + 16)
    LargePages.ask(for: &textBounds, upTo: likely / 3)
    let span = bytes.span
    let words = article.contents.bytes
    let text = words.span
    var start = 0
    while start < span.count {
      if let usual = UsualLine(span, from: start),
        let (end, words) = end(of: usual, at: start, in: span, on: text)
      {
        take(usual, span, start..<end, words, into: &store)
        start = end
      } else {
        let end =
          ByteSearch.first(of: .lineFeed, in: span, from: start).map { $0 + 1 } ?? span.count
        take(span, start..<end, into: &store)
        start = end
      }
      row += 1
    }
    store.seal()
    store.order = LineOrder(rows: store.rowCount)
    // Handed over, so that they are sorted where they are.
    store.text = TextOrder.taking(Self.handOver(&textBounds), in: store)
  }

  /// How many lines a file is likely to have, for which there is room at once.
  ///
  /// Of a short file they are counted, for whoever reads thousands of them. Lines of long files are rarely
  /// shorter than is taken of these, and room that is not used is never touched.
  static func likelyLines(in bytes: [UInt8]) -> Int {
    if bytes.isEmpty { return 0 }
    guard bytes.count <= 1 << 16 else { return bytes.count / 40 }
    return ByteSearch.count(of: .lineFeed, in: bytes.span) + 1
  }

  /// Where a line ends that begins in a usual shape, and what is known of its words; `nil` where a line
  /// feed alone does not end it or it is not UTF-8.
  @inline(__always)
  private mutating func end(
    of usual: UsualLine, at start: Int, in bytes: Span<UInt8>, on text: Span<UInt8>
  ) -> (end: Int, words: QuotedWords)? {
    if usual.kind == .textBound,
      let (place, words) = comparison.lineFeed(
        after: usual.rest, in: bytes, quoting: usual.piece, from: text)
    {
      return (place &+ 1, words)
    }
    var (place, all) = (usual.rest, UInt64(0))
    while place &+ 8 <= bytes.count {
      let word = Words64.loadUnchecked(bytes, at: place)
      let found = Words64.zeroBytes(word ^ Words64.repeating(.lineFeed))
      all |= word
      if found != 0 {
        place &+= found.trailingZeroBitCount / 8
        guard bytes[place &- 1] != .carriageReturn,
          all & Words64.high == 0 || bytes.firstInvalidUTF8(in: start..<place) == nil
        else { return nil }
        return (place &+ 1, .unknown)
      }
      place &+= 8
    }
    return nil
  }

  /// Takes a line of a usual shape.
  @inline(__always)
  private mutating func take(
    _ usual: UsualLine, _ bytes: Span<UInt8>, _ range: Range<Int>, _ words: QuotedWords,
    into store: inout LineStore
  ) {
    let (id, isTaken) = store.idTable.define(usual.id, as: row)
    store.take(usual, bytes, range, words, as: row, isUsed: !isTaken)
    if isTaken {
      addRival(id, to: &store)
    } else if usual.kind == .textBound {
      textBounds.append(row)
    }
  }

  /// Takes a line of any shape.
  private mutating func take(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into store: inout LineStore
  ) {
    line.read(bytes, range, isUTF8: false)
    let (id, isTaken) =
      line.id.isEmpty ? (.none, false) : store.idTable.define(bytes, line.id, as: row)
    store.take(
      line, bytes, at: UInt32(truncatingIfNeeded: range.lowerBound), isUsed: !isTaken)
    if isTaken {
      addRival(id, to: &store)
    } else if line.kind.isTextBound {
      textBounds.append(row)
    }
  }

  private func addRival(_ id: UInt32, to store: inout LineStore) {
    store.rivals[id, default: []].append(row)
    if store.problems[row] == nil {
      store.problems[row] = LineProblem(kind: .duplicateID, byte: 0)
    }
  }

  private static func handOver(_ rows: inout [UInt32]) -> [UInt32] {
    var taken: [UInt32] = []
    swap(&taken, &rows)
    return taken
  }
}
