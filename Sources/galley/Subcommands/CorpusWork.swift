import Editline
import Glibc
import Standoff

/// A job on the files that paths lead to: found, worked on by all cores, told of in order.
///
/// On a terminal it shows how far it is; Ctrl-C ends it, and the process.
@MainActor
struct CorpusWork {
  private let pieces: [ArraySlice<Corpus.Item>]
  private let name: String
  private let watch = Watch()

  /// Finds the files; the job is called `name` where it shows how far it is.
  init(_ paths: [String], article: String? = nil, called name: String) {
    Interruption.listen()
    pieces = Corpus(at: paths, article: article).pieces
    self.name = name
  }

  /// Carries out `work` on files that stand side by side, and gives `take` what comes of it.
  func results<Value: Sendable>(
    _ work: @escaping @Sendable (ArraySlice<Corpus.Item>) -> Value, take: (Value) -> Void
  ) {
    let total = pieces.reduce(0) { $0 + $1.count }
    var done = 0
    var next = 0
    OrderedWork().results(of: pieces, work) { value in
      watch.erase()
      take(value)
      done += pieces[next].count
      next += 1
    } while: {
      guard watch.watch(name, done: done, of: max(done + 1, total)) else {
        Termination.end(by: SIGINT)
      }
      return true
    }
    watch.erase()
  }
}
