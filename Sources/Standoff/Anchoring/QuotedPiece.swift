/// One stretch of a span with the words that its line quotes, and what is known of where it stands.
struct QuotedPiece {
  /// The number of the span.
  let span: Int
  /// Where it stood.
  let old: TextRange
  /// Its words.
  let utf8: [UInt8]
  /// Its words, to be looked for; `nil` for none.
  let words: TokenIndex.Words?
  /// Where it stands, in bytes.
  var found: Range<Int>?
  /// How sure that is; see ``AnchorScore``.
  var score = 0.0
  /// Whether others may be placed by it.
  var isSure = false
  /// Whether another place might be meant as well.
  var isDoubtful = false
}
