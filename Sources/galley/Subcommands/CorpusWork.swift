import Editline
import Standoff

/// A job on the files that paths lead to, or on other things in pieces: worked on by all cores, told of
/// in order.
@MainActor
struct CorpusWork<Thing: Sendable> {
  private let pieces: [ArraySlice<Thing>]
  private let work: WatchedWork

  /// Takes things that were found, in the pieces in which they are worked on; the job is called
  /// `name` where it shows how far it is, and `writes` where it may change files.
  init(on pieces: [ArraySlice<Thing>], called name: String, writes: Bool = false) {
    work = WatchedWork(called: name, writes: writes)
    self.pieces = pieces
  }

  /// Carries out `work` on things that stand side by side, and gives `take` what comes of it; `end` as
  /// for ``WatchedWork``.
  func results<Value: Sendable>(
    _ work: @escaping @Sendable (ArraySlice<Thing>) -> Value, take: (Value) -> Void,
    end: () -> Void = {}
  ) {
    self.work.results(of: pieces, size: \.count, work, take: take, end: end)
  }
}

extension CorpusWork<Corpus.Item> {
  /// Finds the files.
  init(_ paths: [String], article: String? = nil, called name: String, writes: Bool = false) {
    Interruption.listen()
    self.init(on: Corpus(at: paths, article: article).pieces, called: name, writes: writes)
  }
}
