/// What became of an annotation when its article was corrected.
public struct SpanFate: Hashable, Sendable {
  /// The kinds of fate.
  public enum Kind: String, CaseIterable, Sendable {
    /// The same words in the same place.
    case kept
    /// The same words, code point for code point, in another place.
    case moved
    /// The words were changed: other letters, or no more than another kind of mark or blank.
    case changed
    /// The words are not there any more, or where they went cannot be told.
    case lost
  }

  /// The annotation.
  public let id: AnnotationID
  /// Its label.
  public let label: String
  /// What became of it.
  public let kind: Kind
  /// The words in the old edition; pieces are joined by one space.
  public let oldWords: String
  /// The words in the new edition; empty where they are lost.
  public let newWords: String
  /// Where it stood.
  public let oldRanges: [TextRange]
  /// Where it stands; none where it is lost.
  public let newRanges: [TextRange]
  /// How sure that is, from 0 to 1, and 0 where it is lost.
  ///
  /// Of changed words only those have 1 that are the same but for kinds of marks, dashes and blanks and
  /// the composition of accents.
  public let score: Double
  /// Whether another place might be meant as well: without the old text, for the words stand elsewhere and
  /// are there as likely, or nearly, or they are short and have moved otherwise than what is beside them.
  public let isDoubtful: Bool
}
