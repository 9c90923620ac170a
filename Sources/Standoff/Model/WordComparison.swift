/// Compares the words that `T` lines quote with those of the article, while the lines are read: the
/// words are passed over once, and where they fit they tell where the line ends.
///
/// Lines of a file mostly follow the text, so that the next place in it is found near the last.
struct WordComparison {
  private let article: Article
  private let scalars: TextIndex
  /// The block of the article's index in which the last words began.
  private var block = 0

  /// Longer words that are not ASCII are left to the rules, for the counts of code points are summed
  /// up in bytes.
  private static let longest = 1024

  /// Begins with no line.
  init(with article: Article) {
    self.article = article
    scalars = article.contents.scalars
  }

  /// The place of the line feed that ends the words at `start`, where they are those of the article in
  /// `piece`, and what is known of them; `nil` where they are not, or that is not certain.
  ///
  /// Words that fit are UTF-8. `text` is that of the article.
  @inline(__always)
  mutating func lineFeed(
    after start: Int, in bytes: Span<UInt8>, quoting piece: StandoffLine.Piece,
    from text: Span<UInt8>
  ) -> (place: Int, words: QuotedWords)? {
    guard piece.start < piece.end, Int(piece.end) <= scalars.count else { return nil }
    let place = scalars.byte(ofScalar: Int(piece.start), in: text, near: &block)
    guard let (count, all) = Self.common(bytes, start, text, place), count > 0 else { return nil }
    let end = start &+ count
    let scalars = Int(piece.end &- piece.start)
    guard bytes[end] == .lineFeed,
      all & Words64.high == 0
        ? count == scalars
        : Self.areCharacters(bytes, start..<end, count: scalars)
          && text[place &+ count] & 0xC0 != 0x80
    else { return nil }
    return (end, words(text, place, place &+ count))
  }

  /// How many bytes from `own` on are those from `other` on in the article, up to a control, and all
  /// of them joined by OR; `nil` where either ends before that is known.
  @inline(__always)
  private static func common(
    _ bytes: Span<UInt8>, _ own: Int, _ text: Span<UInt8>, _ other: Int
  ) -> (count: Int, all: UInt64)? {
    let most = min(bytes.count &- own, text.count &- other) &- 8
    var (count, all) = (0, UInt64(0))
    while count <= most {
      let word = Words64.loadUnchecked(bytes, at: own &+ count)
      let stops =
        word ^ Words64.loadUnchecked(text, at: other &+ count) | Words64.controls(word)
      if stops != 0 {
        let same = stops.trailingZeroBitCount / 8
        return (count &+ same, all | word & Words64.lowest(same))
      }
      all |= word
      count &+= 8
    }
    return nil
  }

  /// Whether words that end where a character does are so many code points and hold no line
  /// separator; eight bytes more can be read.
  private static func areCharacters(
    _ bytes: Span<UInt8>, _ words: Range<Int>, count: Int
  ) -> Bool {
    guard words.count <= longest else { return false }
    var leads: UInt64 = 0
    var start = words.lowerBound
    while start < words.upperBound {
      var word = Words64.load(bytes, at: start)
      let left = words.upperBound &- start
      // What follows the words is taken for ASCII, and counted out below.
      if left < 8 { word &= Words64.lowest(left) }
      leads &+= Words64.leads(word)
      if word & Words64.high != 0 {
        var ends = Words64.separatorEnds(word)
        while ends != 0 {
          let place = start &+ ends.trailingZeroBitCount / 8
          if bytes.endsLineSeparator(place, in: words) { return false }
          ends &= ends &- 1
        }
      }
      start &+= 8
    }
    return Words64.sumOfMany(leads) == count &+ start &- words.upperBound
  }

  /// What is known of words that fit and are not the last of the article.
  @inline(__always)
  private func words(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> QuotedWords {
    let (first, last) = (text[start], text[end &- 1])
    let before = start > 0 ? text[start &- 1] : .space
    if first > 0x20, last > 0x20, first | last | before | text[end] < 0x80 {
      return first.isLetter && last.isPlainEnd ? .bareEdged : .evenEdged
    }
    return article.hasCertainEdges(start..<end) ? .evenEdged : .fitting
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
  /// Whether the last byte of U+0085, 2028 or 2029 stands at `place` in `range`, which is UTF-8.
  fileprivate func endsLineSeparator(_ place: Int, in range: Range<Int>) -> Bool {
    switch self[place] {
    case 0x85: place > range.lowerBound && self[place - 1] == 0xC2
    case 0xA8, 0xA9:
      place - 2 >= range.lowerBound && self[place - 1] == 0x80 && self[place - 2] == 0xE2
    default: false
    }
  }
}
