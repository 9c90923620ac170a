/// The ways to go on, in the order in which they are listed.
package struct CompletionReply: Sendable {
  /// The candidates; where there are very many, the first of them.
  package var candidates: [Candidate]
  /// How many there are besides.
  package var more: Int
  /// The part of the request's text that a candidate replaces; the cursor lies in it or at its end.
  package var replacing: Range<String.Index>

  /// Creates a reply.
  package init(candidates: [Candidate], more: Int = 0, replacing: Range<String.Index>) {
    self.candidates = candidates
    self.more = more
    self.replacing = replacing
  }
}
