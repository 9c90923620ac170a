/// Text for law tests: short pieces of many scripts and odd characters, put together at random.
public enum RandomText {
  /// Letters, accents, quotes, dashes, line ends, emoji, flags, Hangul parts and a byte order mark.
  public static let pieces: [String] = [
    "a", "B", "e", "k", "K", "é", "e\u{301}", "\u{301}", "ö", "Ö", "ß", "ſ", "İ", "ı", "7", "42",
    " ", "  ", "\u{A0}", "\t", "\n", "\r\n", "\n\n", "\r", "\u{2028}", "\u{3000}", ".", "!", "? ",
    ": ", ", ", "…", "\"", "“", "”", "„", "«", "»", "'", "’", "‘", "-", "–", "—", "--", "\u{2212}",
    "(", ")", "[", "]", "서울", "은", "\u{1100}\u{1161}\u{11A8}", "각", "\u{1161}", "北京", "。",
    "カ", "カ\u{3099}", "ガ", "ไทย", "ที่", "नि", "क्ष", "👍", "👍🏽", "👩‍👩‍👧", "🇰🇷", "🇺", "\u{200D}",
    "\u{FEFF}", "\u{0}", "\u{10FFFF}", "𝒳", "\u{212A}", "\u{212B}", "Å", "The ", "the ", "Xing ",
  ]

  /// A text of up to `length` pieces.
  public static func make(_ seed: inout Seed, length: Int, from pieces: [String] = pieces) -> String
  {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &seed) {
      if let piece = pieces.randomElement(using: &seed) {
        text.append(contentsOf: piece.unicodeScalars)
      }
    }
    return String(text)
  }
}
