/// Where the characters that people see begin and end (extended grapheme clusters, UAX #29).
///
/// The standard library finds them in a `String` from its start. Here the start is a place nearby
/// that is certainly between two characters whatever stands further left, so that a question costs
/// the same anywhere in an article.
extension Article {
  /// How far to look for a certain place, in bytes.
  ///
  /// Only a run without any plain letter or blank is longer, and is then cut at this length.
  private static let reach = 4096

  /// Whether a byte offset stands between two characters; the ends of the article do.
  func isCharacterBoundary(_ offset: Int) -> Bool {
    if offset > 0, offset < byteCount, bytes[offset] < 0x80, bytes[offset] != 0x0A,
      bytes[offset - 1] < 0x80
    {
      return true
    }
    guard let (next, end) = scalar(at: offset), let (previous, _) = scalar(before: offset) else {
      return true
    }
    if let certain = certainBoundary(previous, next) { return certain }
    let start = certainStart(before: offset)
    var place = start
    for character in String(decoding: bytes[start..<end], as: UTF8.self) {
      if place >= offset { break }
      place += character.utf8.count
    }
    return place == offset
  }

  /// The end of the character that starts at `offset`, which stands between two characters.
  func characterEnd(from offset: Int) -> Int {
    guard let (_, firstEnd) = scalar(at: offset) else { return byteCount }
    let end = certainEnd(after: offset)
    if end == firstEnd { return end }
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    return offset + (text.first?.utf8.count ?? 0)
  }

  /// The start of the character that ends at `offset`, which stands between two characters.
  func characterStart(before offset: Int) -> Int {
    guard let (last, lastStart) = scalar(before: offset) else { return 0 }
    guard let (previous, _) = scalar(before: lastStart) else { return lastStart }
    if let certain = certainBoundary(previous, last), certain { return lastStart }
    let start = certainStart(before: lastStart)
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    return offset - (text.last?.utf8.count ?? 0)
  }

  /// The nearest place before or at `offset` that is certainly between two characters.
  func certainStart(before offset: Int) -> Int {
    var start = offset
    while let (next, _) = scalar(at: start), let (previous, previousStart) = scalar(before: start) {
      if let certain = certainBoundary(previous, next), certain { break }
      if offset - start >= Self.reach { return startOfFlag(near: start) }
      start = previousStart
    }
    return start
  }

  /// The place itself or, in a run of flags, one that stands between two of them.
  ///
  /// Regional indicators pair from the start of their run, however far that is.
  private func startOfFlag(near offset: Int) -> Int {
    var start = offset
    while let (scalar, previous) = scalar(before: start), scalar.isRegionalIndicator {
      start = previous
    }
    return (offset - start) % 8 == 0 ? offset : offset - 4
  }

  /// The nearest place after `offset` that is certainly between two characters.
  func certainEnd(after offset: Int) -> Int {
    guard var (previous, end) = scalar(at: offset) else { return byteCount }
    while let (next, nextEnd) = scalar(at: end) {
      if let certain = certainBoundary(previous, next), certain { break }
      if end - offset > Self.reach { break }
      previous = next
      end = nextEnd
    }
    return end
  }

  /// Whether a place is certainly between two characters, whatever stands further left.
  func isCertainBoundary(_ offset: Int) -> Bool {
    guard let (next, _) = scalar(at: offset), let (previous, _) = scalar(before: offset) else {
      return true
    }
    return certainBoundary(previous, next) ?? false
  }

  /// Whether two neighbours certainly belong to two characters (`true`) or to one (`false`); `nil`
  /// where what stands further left decides.
  private func certainBoundary(_ previous: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool? {
    if next.value < 0x80 {
      if previous.value < 0x80 { return !(previous == "\r" && next == "\n") }
      return previous.mayClingToNext ? nil : true
    }
    guard next.isSelfContained else { return nil }
    if previous.isSelfContained { return true }
    return next.isHangul || previous.mayClingToNext ? nil : true
  }

  /// The stretch, made wider where an end of it stands inside a character.
  public func widenedToGraphemes(_ range: TextRange) -> TextRange {
    textRange(of: widened(byteRange(of: range)))
  }

  /// The bytes, made more where an end stands inside a character.
  func widened(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    // A character longer than the reach takes several steps.
    while !isCharacterBoundary(lower) { lower = character(around: lower).lowerBound }
    while !isCharacterBoundary(upper) { upper = character(around: upper).upperBound }
    return lower..<upper
  }

  /// What is known within reach of the character that a place inside it belongs to.
  private func character(around offset: Int) -> Range<Int> {
    let (start, end) = (certainStart(before: offset), certainEnd(after: offset))
    var place = start
    for character in String(decoding: bytes[start..<end], as: UTF8.self) {
      let next = place + character.utf8.count
      if next > offset { return place..<next }
      place = next
    }
    return start..<end
  }
}

extension Unicode.Scalar {
  /// Whether it is half of a flag.
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// Whether a character break stands before it and after it, unless its neighbour is special.
  ///
  /// A deliberately small choice of plain letters, digits, blanks and punctuation of the scripts
  /// that articles are mostly written in: none attaches to its neighbour, none is an emoji.
  package var isSelfContained: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF, 0x370...0x482, 0x48A...0x52F,
      0x5D0...0x5EA, 0x620...0x64A, 0xE01...0xE30, 0xE40...0xE46, 0x2010...0x2027,
      0x2030...0x203B, 0x203D...0x2048, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FE,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9D:
      true
    default: false
    }
  }

  /// Whether it may attach to what follows it even when that is a plain letter.
  fileprivate var mayClingToNext: Bool {
    switch value {
    case 0..<0x600: false
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0xD4E, 0x11000...0x11FFF: true
    default: false
    }
  }
}
