import Standoff

/// A job on the files that paths lead to: found, worked on by all cores, told of in order.
@MainActor
struct CorpusWork {
  private let pieces: [ArraySlice<Corpus.Item>]
  private let work: WatchedWork

  /// Finds the files; the job is called `name` where it shows how far it is.
  init(_ paths: [String], article: String? = nil, called name: String) {
    work = WatchedWork(called: name)
    pieces = Corpus(at: paths, article: article).pieces
  }

  /// Carries out `work` on files that stand side by side, and gives `take` what comes of it.
  func results<Value: Sendable>(
    _ work: @escaping @Sendable (ArraySlice<Corpus.Item>) -> Value, take: (Value) -> Void
  ) {
    self.work.results(of: pieces, size: \.count, work, take: take)
  }
}
