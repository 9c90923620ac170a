/// What is known of the words that a `T` line quotes, told from their bytes alone; each of these says
/// what those before it say, too.
///
/// Of nearly all lines of nearly all files nothing is out of the ordinary, and the rules of the validator
/// need not look at them one by one. It is found out in one pass over the words while the file is read;
/// of a line that was put in later nothing is known.
enum QuotedWords: UInt8, Comparable {
  /// Nothing is certain.
  case unknown
  /// The line is in one piece and quotes the very words at its place, and nothing else; the words hold
  /// nothing at which any program ends a line.
  case fitting
  /// They begin and end between two characters, without blanks at the edges.
  case evenEdged
  /// They begin and end without marks.
  case bareEdged

  static func < (left: QuotedWords, right: QuotedWords) -> Bool { left.rawValue < right.rawValue }
}
