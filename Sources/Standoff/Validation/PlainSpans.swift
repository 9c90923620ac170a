/// The `T` lines about whose words nothing is out of the ordinary, told from their bytes alone.
///
/// Nearly all lines of nearly all files are such, and the rules need not look at them one by one. A
/// line of whose words this is not certain in one pass over them is left to the rules.
struct PlainSpans {
  /// The lines in one piece that quote the very words at their place, and nothing else; the words
  /// hold nothing at which any program ends a line.
  private(set) var fitting: RowSet
  /// Those of ``fitting`` that begin and end between two characters with neither blanks nor, where
  /// the label is trimmed of marks, marks at the edges.
  private(set) var plain: RowSet
  /// The lines that share their extent with another.
  private(set) var sharing: RowSet

  /// Longer words are left to the rules, for the counts of code points are summed up in bytes.
  private static let longest = 1024

  /// Creates the sets without any line.
  init(rows count: Int) {
    fitting = RowSet(rows: count)
    plain = RowSet(rows: count)
    sharing = RowSet(rows: count)
  }

  /// Looks at all annotations, in the order of their rows: that of the file is mostly that of the
  /// text, and where it is not, the article is read here and there rather than all columns.
  init(in set: AnnotationSet, _ schema: SchemaFacts) {
    self.init(rows: set.store.rowCount)
    let text = set.article.contents.bytes
    let article = text.span
    let index = set.article.contents.scalars
    let store = set.store
    let file = store.arena.base
    let base = file.span
    var block = 0
    for row in 0..<UInt32(store.rowCount) where store.kinds[row] == .textBound {
      let (lower, upper) = (store.firsts[row], store.seconds[row])
      guard lower < upper, Int(upper) <= index.count else { continue }
      let start = Int(store.offsets[row])
      let end = start + Int(store.length(of: row))
      guard end <= base.count, let words = Self.words(base, start..<end) else { continue }
      let place = index.byte(ofScalar: Int(lower), in: article, near: &block)
      guard Self.areEqual(base, words, article, place, scalars: Int(upper - lower)) else {
        continue
      }
      fitting.insert(row)
      let trimsMarks = schema.traits(of: store.labels[row]).trimsMarks
      let piece = place..<place + words.count
      if Self.hasPlainEdges(article, piece, trimsMarks: trimsMarks)
        || !trimsMarks && set.article.hasCertainEdges(piece)
      {
        plain.insert(row)
      }
    }
    findSharedExtents(store.text)
  }

  private mutating func findSharedExtents(_ text: TextOrder) {
    var previous: TextOrder.Entry?
    for chunk in text.chunks {
      for entry in chunk {
        if let previous, previous.start == entry.start, previous.end == entry.end {
          sharing.insert(previous.row)
          sharing.insert(entry.row)
        }
        previous = entry
      }
    }
  }

  /// What stands after the second tab of a line that a line feed alone ends.
  @inline(__always)
  private static func words(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let end = line.upperBound - 1
    guard end > line.lowerBound, bytes[end] == .lineFeed, bytes[end - 1] != .carriageReturn,
      let first = ByteSearch.first(of: .tab, in: bytes, from: line.lowerBound),
      // A label, a start and an end have at least five bytes.
      let second = ByteSearch.first(of: .tab, in: bytes, from: first + 6), second < end
    else { return nil }
    return second + 1..<end
  }

  /// Whether the words are those of the article from `place` on, have so many code points, and hold
  /// no line separator; `false` also where that is not certain.
  @inline(__always)
  private static func areEqual(
    _ bytes: Span<UInt8>, _ words: Range<Int>, _ article: Span<UInt8>, _ place: Int, scalars: Int
  ) -> Bool {
    // The last step reads up to seven bytes too many.
    guard words.count <= longest, words.count >= scalars, words.upperBound + 8 <= bytes.count,
      place + words.count + 8 <= article.count
    else { return false }
    var (odd, all) = (UInt64(0), UInt64(0))
    var (own, other) = (words.lowerBound, place)
    let lastWhole = words.upperBound - 8
    while own <= lastWhole {
      let word = Words64.load(bytes, at: own)
      guard word == Words64.load(article, at: other) else { return false }
      odd |= Words64.controls(word)
      all |= word
      own += 8
      other += 8
    }
    if own < words.upperBound {
      let mask: UInt64 = (1 << UInt64(8 * (words.upperBound - own))) - 1
      let word = Words64.load(bytes, at: own)
      guard (word ^ Words64.load(article, at: other)) & mask == 0 else { return false }
      odd |= Words64.controls(word) & mask
      all |= word & mask
    }
    guard odd == 0 else { return false }
    return all & Words64.high == 0
      ? words.count == scalars : isPlain(bytes, words, scalars: scalars)
  }

  /// Whether words, after which eight bytes more can be read, have so many code points and hold no line
  /// separator.
  private static func isPlain(
    _ bytes: Span<UInt8>, _ words: Range<Int>, scalars: Int
  ) -> Bool {
    var (separators, leads) = (UInt64(0), UInt64(0))
    for start in stride(from: words.lowerBound, to: words.upperBound, by: 8) {
      let count = min(8, words.upperBound - start)
      let mask: UInt64 = count < 8 ? (1 << UInt64(8 * count)) - 1 : .max
      let word = Words64.load(bytes, at: start)
      separators |= Words64.separatorEnds(word) & mask
      leads &+= Words64.leads(word) & mask
    }
    guard Words64.sumOfMany(leads) == scalars else { return false }
    return separators == 0 || !bytes.holdsLineSeparator(words)
  }

  /// Whether there is no blank at either end, nor half a character, nor a mark that is to be trimmed;
  /// `false` also where that is not certain.
  @inline(__always)
  private static func hasPlainEdges(
    _ article: Span<UInt8>, _ range: Range<Int>, trimsMarks: Bool
  ) -> Bool {
    guard !range.isEmpty else { return false }
    let (first, last) = (article[range.lowerBound], article[range.upperBound - 1])
    let before = range.lowerBound > 0 ? article[range.lowerBound - 1] : .space
    guard first > 0x20, last > 0x20, (first | last | before | article[range.upperBound]) < 0x80
    else { return false }
    return !trimsMarks || first.isLetter && last.isPlainEnd
  }
}

extension Article {
  /// Whether a stretch begins and ends certainly between two characters, and not with a blank.
  fileprivate func hasCertainEdges(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, let (first, _) = scalar(at: range.lowerBound),
      let (last, _) = scalar(before: range.upperBound)
    else { return false }
    return !first.isBlank && !last.isBlank && isCertainBoundary(range.lowerBound)
      && isCertainBoundary(range.upperBound)
  }
}

extension Span<UInt8> {
  /// Whether U+0085, 2028 or 2029 stands in `range`, which is UTF-8.
  func holdsLineSeparator(_ range: Range<Int>) -> Bool {
    range.contains { endsLineSeparator($0, in: range) }
  }

  /// Whether the last byte of such a character stands at `place`.
  private func endsLineSeparator(_ place: Int, in range: Range<Int>) -> Bool {
    switch self[place] {
    case 0x85: place > range.lowerBound && self[place - 1] == 0xC2
    case 0xA8, 0xA9:
      place - 2 >= range.lowerBound && self[place - 1] == 0x80 && self[place - 2] == 0xE2
    default: false
    }
  }
}
