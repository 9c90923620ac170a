/// The ways to go on, in the order in which they are listed.
package struct CompletionReply: Sendable {
  /// The candidates.
  package var candidates: [Candidate]
  /// The part of the request's text that a candidate replaces; the cursor lies in it or at its end.
  package var replacing: Range<String.Index>

  /// Creates a reply.
  package init(candidates: [Candidate], replacing: Range<String.Index>) {
    self.candidates = candidates
    self.replacing = replacing
  }
}
