/// How an article is laid out: lines, paragraphs, their sentences, and the words of these.
///
/// All are numbered from 1, as in the margin of `show`. Lines and paragraphs are found in one pass
/// when first asked for, the sentences of a paragraph when it is first asked about.
public struct ArticleLayout: Sendable {
  /// The number of the rules for paragraphs, sentences and words; it changes whenever they do, so
  /// that a journal can tell what `7.2` meant.
  public static let rulesVersion = 1

  /// A line longer than this, in code points, shows that lines are paragraphs.
  private static let longestWrappedLine = 120

  private let article: Article

  init(of article: Article) { self.article = article }

  // MARK: Lines

  /// How many lines there are: one more than there are line feeds.
  public var lineCount: Int { lineStarts.count }

  /// The line numbered `number`, without its line feed; `nil` where there is none.
  public func line(_ number: Int) -> TextRange? {
    guard number >= 1, number <= lineCount else { return nil }
    return article.textRange(of: lineBytes(number - 1))
  }

  /// The line and the column of a place, the nearest end where it lies outside the article.
  ///
  /// The column counts code points. Only a line feed ends a line.
  public func line(at offset: ScalarOffset) -> (line: Int, column: Int) {
    let scalar = min(max(offset.value, 0), article.scalarCount)
    let byte = article.byteOffset(of: ScalarOffset(scalar))?.value ?? 0
    let starts = lineStarts
    let line = starts.partitioningIndex { Int($0) > byte }
    let start = article.scalarOffset(of: ByteOffset(Int(starts[line - 1]))).value
    return (line, scalar - start + 1)
  }

  private var lineStarts: [UInt32] {
    article.contents.lineStarts.value { Self.lineStarts(in: article.bytes) }
  }

  private func lineBytes(_ index: Int) -> Range<Int> {
    let starts = lineStarts
    let start = Int(starts[index])
    let end = index + 1 < starts.count ? Int(starts[index + 1]) - 1 : article.byteCount
    return start..<end
  }

  private static func lineStarts(in bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    var offset = 0
    while let feed = ByteSearch.first(of: .lineFeed, in: bytes, from: offset) {
      starts.append(UInt32(truncatingIfNeeded: feed + 1))
      offset = feed + 1
    }
    return starts
  }

  // MARK: Paragraphs

  /// The paragraphs in order.
  ///
  /// Each holds at least one character that is not a blank. The first call costs a pass over the
  /// article.
  public var paragraphs: [Paragraph] {
    article.contents.paragraphs.value { makeParagraphs() }
  }

  /// The paragraph numbered `number`, without blanks at its edges; `nil` where there is none.
  public func paragraph(_ number: Int) -> TextRange? {
    let paragraphs = paragraphs
    return number >= 1 && number <= paragraphs.count ? paragraphs[number - 1].range : nil
  }

  /// The number of the paragraph that a place lies in; `nil` between paragraphs.
  public func paragraphNumber(at offset: ScalarOffset) -> Int? {
    let paragraphs = paragraphs
    let number = paragraphs.partitioningIndex { $0.range.lower > offset }
    guard number > 0, offset < paragraphs[number - 1].range.upper else { return nil }
    return number
  }

  /// The paragraphs that a stretch touches, by their places in the list.
  package func paragraphs(touching range: TextRange) -> Range<Int> {
    let paragraphs = paragraphs
    let start = paragraphs.partitioningIndex { $0.range.upper > range.lower }
    return start..<max(start, paragraphs.partitioningIndex { $0.range.lower >= range.upper })
  }

  private func makeParagraphs() -> [Paragraph] {
    let lines = lineStarts.count
    let isWrapped = !(0..<lines).contains { isLong(lineBytes($0)) }
    var paragraphs: [Paragraph] = []
    var pending: Range<Int>?
    func close() {
      guard let bytes = pending, let trimmed = article.trimmed(bytes) else { return }
      paragraphs.append(Paragraph(range: article.textRange(of: trimmed), bytes: trimmed))
      pending = nil
    }
    for line in 0..<lines {
      let bytes = lineBytes(line)
      guard article.trimmed(bytes) != nil else {
        close()
        continue
      }
      if isWrapped, let open = pending {
        pending = open.lowerBound..<bytes.upperBound
      } else {
        close()
        pending = bytes
      }
    }
    close()
    return paragraphs
  }

  /// Whether a line is too long to have been wrapped by hand; carriage returns and the byte order
  /// mark do not count.
  private func isLong(_ line: Range<Int>) -> Bool {
    guard line.count > Self.longestWrappedLine else { return false }
    var count = article.textRange(of: line).count
    guard count > Self.longestWrappedLine else { return false }
    if line.lowerBound == 0, article.scalar(at: 0)?.scalar == "\u{FEFF}" { count -= 1 }
    return count - article.bytes[line].count { $0 == .carriageReturn } > Self.longestWrappedLine
  }

  // MARK: Sentences and words

  /// The sentences of a paragraph in order; none where there is no such paragraph.
  ///
  /// Together they cover all that is not blank.
  public func sentences(in paragraph: Int) -> [TextRange] {
    let paragraphs = paragraphs
    guard paragraph >= 1, paragraph <= paragraphs.count else { return [] }
    return article.contents.sentences.sentences(of: paragraph) {
      Sentence.ranges(in: paragraphs[paragraph - 1], of: article)
    }
  }

  /// The words of a sentence in order; none where there is no such sentence.
  ///
  /// A word is a run without blanks that holds a letter or digit, without its outer punctuation.
  public func words(in paragraph: Int, sentence: Int) -> [TextRange] {
    let sentences = sentences(in: paragraph)
    guard sentence >= 1, sentence <= sentences.count else { return [] }
    return Sentence(range: sentences[sentence - 1]).words(of: article)
  }

  /// Where a place is, for people: `6.1` is the first sentence of the sixth paragraph.
  ///
  /// A blank between two sentences counts as the earlier one; between paragraphs there is no address.
  public func address(of offset: ScalarOffset) -> Address? {
    guard let paragraph = paragraphNumber(at: offset) else { return nil }
    let sentence = sentences(in: paragraph).partitioningIndex { $0.lower > offset }
    return Address(paragraph: paragraph, sentence: max(1, sentence))
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element passes the test; all elements after one that passes do, too.
  @inlinable package func partitioningIndex(where passes: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
