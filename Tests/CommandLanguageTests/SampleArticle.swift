/// The articles that transcripts are held on.
enum SampleArticle {
  /// The bytes of the article of this name.
  static func bytes(_ name: String) -> [UInt8]? { texts[name].map { Array($0.utf8) } }

  /// A byte order mark, CR LF, curly and nested quotes, Hangul, an emoji with joiners, an accent
  /// composed here and decomposed there, abbreviations.
  private static let ferry =
    "\u{FEFF}Last boat from Gull Island\r\n\r\n"
    + "The harbour board will stop the night ferry in April, its chair Ida Moss said on Monday, and "
    + "the last boat will sail at nine.\r\n\r\n"
    + "“There is no money left for the night boat,” Moss told the Courier. “Islanders knew this, and "
    + "the board is sorry.”\r\n\r\n"
    + "Tom Reyes, who runs the café beside the pier, disagreed. “The board never asked us,” he said; "
    + "his cafe\u{301} 👩‍👩‍👧 would lose half its trade 👍🏽, he added, and “nobody in 서울 would call "
    + "that a ‘service’.”\r\n\r\n"
    + "서울에서 온 김 선장은 배가 늦었다고 말했다. 서울은 멀다.\r\n\r\n"
    + "Moss said the board would meet again on 1 June. Moss’s deputy, the U.S. engineer Mr. Kim, "
    + "said 3.5 million was missing, and that Moss knew.\r\n"

  /// Hard-wrapped, with blank lines between paragraphs, and no last line end.
  private static let notice =
    "The mill will close in May, the\nowner Ada Brook said. Nobody was\nasked.\n\n"
    + "Brook said the mill had run at a\nloss since 2019.\n\n"
    + "“We are sorry,” she said, “but the\nmill must close.”"

  /// What an article should never hold: terminal escapes, bidirectional controls, NUL, a byte order
  /// mark inside, a line separator.
  private static let hostile =
    "A \u{1B}[31mred\u{1B}[0m herring \u{7}rang.\n"
    + "The \u{202E}evil\u{202C} word and a \u{0}nul, a\u{2028}break and \u{9B}31m.\n"

  private static let texts = ["ferry": ferry, "notice": notice, "hostile": hostile]
}
