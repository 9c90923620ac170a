/// How many columns of a terminal a text takes.
///
/// The answer depends on the text alone, never on the locale, so that what a script prints is the
/// same everywhere. Widths follow UAX #11 (East Asian Width W and F are two columns) and UTS #51
/// (an emoji sequence is two columns whatever it is made of).
///
/// The line editor counts by the C library's tables, as libedit does, and so otherwise what is younger
/// than these or has become wide since, format characters, and half a flag.
package enum DisplayWidth {
  /// The columns of `text`; controls count as none, so make them ``visible`` first.
  package static func of(_ text: some StringProtocol) -> Int {
    // Plain ASCII takes a column a byte, and is most of what is measured.
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of one grapheme cluster.
  ///
  /// An emoji sequence takes two; else each code point of the cluster takes its own, as terminals
  /// count those of the Indic scripts.
  package static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isASCII, scalars.count == 1 { return first.value < 0x20 || first == "\u{7F}" ? 0 : 1 }
    if first.properties.isEmojiPresentation { return 2 }
    if scalars.count > 1, isOnePicture(scalars, first) { return 2 }
    return scalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// Whether code points are an emoji sequence: with a skin tone, U+FE0F or a joiner.
  private static func isOnePicture(
    _ scalars: Character.UnicodeScalarView, _ first: Unicode.Scalar
  ) -> Bool {
    scalars.contains { $0 == "\u{FE0F}" || (0x1F3FB...0x1F3FF).contains($0.value) }
      || !first.isASCII && first.properties.isEmoji && scalars.contains("\u{200D}")
  }

  /// The columns of a code point by itself.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    // The later parts of a Hangul syllable stand inside its first.
    case _
    where (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value):
      0
    case _ where isWide(scalar) || scalar.properties.isEmojiPresentation: 2
    default: 1
    }
  }

  /// Whether Unicode 16 gives the character East Asian Width W or F.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value >= 0x1100 else { return false }
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  /// The wide ranges of EastAsianWidth.txt (Unicode 16), neighbours joined; emoji are left to their
  /// own property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F,
    0x2E80...0x2E99, 0x2E9B...0x2EF3, 0x2F00...0x2FD5, 0x2FF0...0x303E, 0x3041...0x3096,
    0x3099...0x30FF, 0x3105...0x312F, 0x3131...0x318E, 0x3190...0x31E5, 0x31EF...0x321E,
    0x3220...0x3247, 0x3250...0xA48C, 0xA490...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE52, 0xFE54...0xFE66, 0xFE68...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE4, 0x16FF0...0x16FF1, 0x17000...0x187F7,
    0x18800...0x18CD5, 0x18CFF...0x18D08, 0x1AFF0...0x1AFF3, 0x1AFF5...0x1AFFB, 0x1AFFD...0x1AFFE,
    0x1B000...0x1B122, 0x1B132...0x1B132, 0x1B150...0x1B152, 0x1B155...0x1B155, 0x1B164...0x1B167,
    0x1B170...0x1B2FB, 0x1D300...0x1D356, 0x1D360...0x1D376, 0x1F200...0x1F202, 0x1F210...0x1F23B,
    0x1F240...0x1F248, 0x1F250...0x1F251, 0x1F260...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
