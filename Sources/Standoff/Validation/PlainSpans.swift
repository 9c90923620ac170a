/// The `T` lines about whose words nothing is out of the ordinary, told from their bytes alone.
///
/// Nearly all lines of nearly all files are such, and the rules need not look at them one by one. A
/// line of whose words this is not certain in one pass over them is left to the rules.
struct PlainSpans {
  /// The lines in one piece that quote the very words at their place, and nothing else; the words
  /// hold nothing at which any program ends a line.
  private(set) var fitting: RowSet
  /// Those of ``fitting`` that begin and end between two characters with neither blanks nor, where
  /// the label is trimmed of marks, marks at the edges, and share their extent with no other line.
  private(set) var plain: RowSet

  /// Longer words are left to the rules, for the counts of code points are summed up in bytes.
  private static let longest = 1024

  /// Creates the sets without any line.
  init(rows count: Int) {
    fitting = RowSet(rows: count)
    plain = RowSet(rows: count)
  }

  /// Looks at all annotations in the order of the text.
  init(in set: AnnotationSet, _ schema: SchemaFacts) {
    self.init(rows: set.store.rowCount)
    let text = set.article.contents.bytes
    let article = text.span
    let index = set.article.contents.scalars
    let store = set.store
    let file = store.arena.base
    let base = file.span
    var block = 0
    var previous: TextOrder.Entry?
    var sharesExtent = false
    for chunk in store.text.chunks {
      for entry in chunk {
        if let previous {
          let isSame = previous.start == entry.start && previous.end == entry.end
          if isSame || sharesExtent { plain.remove(previous.row) }
          sharesExtent = isSame
        }
        previous = entry
        guard store.kinds[entry.row] == .textBound, entry.start < entry.end,
          Int(entry.end) <= index.count
        else { continue }
        let place = index.byte(ofScalar: Int(entry.start), in: article, near: &block)
        let start = Int(store.offsets[entry.row])
        let end = start + Int(store.lengths[entry.row])
        guard end <= base.count, let words = Self.words(base, start..<end),
          Self.areEqual(base, words, article, place, scalars: Int(entry.end - entry.start))
        else { continue }
        fitting.insert(entry.row)
        let trimsMarks = schema.traits(of: store.labels[entry.row]).trimsMarks
        if Self.hasPlainEdges(article, place..<place + words.count, trimsMarks: trimsMarks) {
          plain.insert(entry.row)
        }
      }
    }
    if sharesExtent, let previous { plain.remove(previous.row) }
  }

  /// What stands after the second tab of a line that a line feed alone ends.
  @inline(__always)
  private static func words(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let end = line.upperBound - 1
    guard end > line.lowerBound, bytes[end] == .lineFeed, bytes[end - 1] != .carriageReturn,
      let first = ByteSearch.first(of: .tab, in: bytes, from: line.lowerBound),
      let second = ByteSearch.first(of: .tab, in: bytes, from: first + 1), second < end
    else { return nil }
    return second + 1..<end
  }

  /// Whether the words are those of the article from `place` on, have so many code points, and hold
  /// no line separator; `false` also where that is not certain.
  @inline(__always)
  private static func areEqual(
    _ bytes: Span<UInt8>, _ words: Range<Int>, _ article: Span<UInt8>, _ place: Int, scalars: Int
  ) -> Bool {
    // The last step may read up to seven bytes too many.
    guard words.count <= longest, words.count >= scalars, words.upperBound + 8 <= bytes.count,
      place + words.count + 8 <= article.count
    else { return false }
    var (odd, high, leads) = (UInt64(0), UInt64(0), UInt64(0))
    var offset = 0
    while offset < words.count {
      let own = Words64.load(bytes, at: words.lowerBound + offset)
      let other = Words64.load(article, at: place + offset)
      let left = words.count - offset
      let mask = left < 8 ? (1 << UInt64(8 * left)) - 1 : UInt64.max
      guard (own ^ other) & mask == 0 else { return false }
      let word = own & mask
      odd |= Words64.controls(own) & mask
      high |= word & Words64.high
      leads &+= Words64.leads(own) & mask
      offset += 8
    }
    guard odd == 0, Words64.sumOfMany(leads) == scalars else { return false }
    return high == 0 || !bytes.holdsLineSeparator(words)
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

extension Span<UInt8> {
  /// Whether U+0085, 2028 or 2029 stands in `range`, which is UTF-8.
  fileprivate func holdsLineSeparator(_ range: Range<Int>) -> Bool {
    for index in range.dropFirst() where self[index] >= 0x80 {
      switch self[index] {
      case 0x85: if self[index - 1] == 0xC2 { return true }
      case 0xA8, 0xA9:
        if index - 2 >= range.lowerBound, self[index - 1] == 0x80, self[index - 2] == 0xE2 {
          return true
        }
      default: continue
      }
    }
    return false
  }
}
