/// The characters of an article that may be written in more than one way.
///
/// A search looks for the bytes of a few characters of its words. That finds all but those places
/// where the article writes the same character otherwise: decomposed, as a compatibility singleton
/// such as the Kelvin sign, or, where case does not count, as an odd letter such as the long s. All
/// of these are listed here, so that a search can look at them one by one. In most articles they are
/// few; an article that is decomposed throughout pays with eight bytes a character.
struct IrregularCharacters: Sendable {
  /// Where they start, in bytes, in text order.
  private(set) var offsets: [UInt32] = []
  /// For each, a number that is the same for the same characters, case aside.
  private(set) var keys: [UInt32] = []

  /// Finds them in one pass that skips plain text.
  init(of article: Article) {
    let bytes = article.bytes
    var place = 0
    while let start = ByteSearch.firstNonASCII(in: bytes, from: place),
      let (scalar, end) = article.scalar(at: start)
    {
      if scalar.isRegular, scalar.isSelfContained, Self.isAlone(scalar, start, end, article) {
        place = end
        continue
      }
      place = appendCluster(around: start, notBefore: place, of: article)
    }
  }

  /// The number of a character: the same for all ways to write it, case aside.
  static func key(of character: Character) -> UInt32 {
    UInt32(truncatingIfNeeded: Character(folding: character).hashValue)
  }

  private static func isAlone(
    _ scalar: Unicode.Scalar, _ start: Int, _ end: Int, _ article: Article
  ) -> Bool {
    if let (next, _) = article.scalar(at: end), !(next.value < 0x80 || next.isSelfContained) {
      return false
    }
    guard let (previous, _) = article.scalar(before: start) else { return true }
    return previous.value < 0x80 || previous.isSelfContained
  }

  /// Lists the irregular characters among those that cling together around `offset`; the place
  /// after them.
  private mutating func appendCluster(
    around offset: Int, notBefore limit: Int, of article: Article
  ) -> Int {
    let start = max(limit, article.certainStart(before: offset))
    let end = article.certainEnd(after: offset)
    var place = start
    for character in String(decoding: article.bytes[start..<end], as: UTF8.self) {
      // A run that is too long to be read at once may end inside its last character.
      if place + character.utf8.count == end, place > offset, !article.isCertainBoundary(end) {
        return place
      }
      let scalars = character.unicodeScalars
      if scalars.count > 1 || !(scalars.first?.isRegular ?? true) {
        offsets.append(UInt32(truncatingIfNeeded: place))
        keys.append(Self.key(of: character))
      }
      place += character.utf8.count
    }
    return max(end, offset + 1)
  }
}

extension Unicode.Scalar {
  /// Whether it is the only single code point for its character, and has no letters of the other
  /// case but its own capital, title and small letter.
  ///
  /// A choice of blocks, large enough for most articles; a test holds it against all of Unicode.
  var isRegular: Bool {
    switch value {
    case 0xB5, 0x17F, 0x23A, 0x23E, 0x300...0x36F, 0x374, 0x37E, 0x37F, 0x387, 0x3C2, 0x3CF...0x3FF,
      0x483...0x489,
      0x1E9B, 0x1E9E:
      false
    case 0..<0x500, 0x531...0x556, 0x561...0x587, 0x5D0...0x5EA, 0x620...0x64A, 0x660...0x6D5,
      0xE01...0xE5B, 0x1E00...0x1EFF, 0x2010...0x205E, 0x20A0...0x20C0, 0x3001...0x3029,
      0x3041...0x30FF, 0x3131...0x318E, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFF01...0xFF9D, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }
}
