internal import Synchronization

/// The sentences of the paragraphs that were asked about.
struct SentenceCache: ~Copyable, Sendable {
  private let known = Mutex<[Int: [TextRange]]>([:])

  /// The sentences of the paragraph numbered `paragraph`; `find` is called if they are not known.
  func sentences(of paragraph: Int, _ find: () -> [TextRange]) -> [TextRange] {
    if let sentences = known.withLock({ $0[paragraph] }) { return sentences }
    let sentences = find()
    known.withLock { $0[paragraph] = sentences }
    return sentences
  }
}
