/// Annotations that do not quote the words they mark.
///
/// brat fills them in; until then nothing tells whether the offsets are still right.
struct MissingWords: Rule {
  static let names: [DiagnosticName] = [.missingWords]

  func finish(_ review: inout Review) {
    for row in review.misfits.rows(.noWords) {
      let pieces = review.pieces(of: row)
      review.report(
        .missingWords, severity: .warning,
        Self.message(review.id(of: row), review.excerpt(of: pieces)), .offsetsAndWords,
        of: row, fix: review.spelled(pieces))
    }
  }
}

extension MissingWords {
  private static func message(_ id: String, _ words: String) -> String {
    "\(id) does not quote its words, so nothing shows whether it stands right; put a tab and "
      + "\(abridged(words)) after the offsets"
  }
}

extension DiagnosticName {
  /// An annotation does not quote the words it marks.
  public static let missingWords = DiagnosticName("missing-words")
}
