import Editline
import Glibc

/// Work on many things, by all cores, told of in order.
///
/// On a terminal it shows how far it is; Ctrl-C ends it, and the process. Files that are being written
/// then are written first.
@MainActor
struct WatchedWork {
  private let name: String
  private let writes: Bool
  private let watch = Watch()

  /// Begins; the job is called `name` where it shows how far it is, and `writes` where it may change
  /// files.
  init(called name: String, writes: Bool = false) {
    Interruption.listen()
    self.name = name
    self.writes = writes
  }

  /// Carries out `work` on each of `things`, and gives `take` what comes of it.
  ///
  /// - Parameters:
  ///   - size: as how many a thing counts where it is shown how far the work is.
  ///   - end: is called when all is done, or Ctrl-C has ended it, and what was begun is done.
  func results<Thing: Sendable, Value: Sendable>(
    of things: [Thing], size: (Thing) -> Int = { _ in 1 },
    _ work: @escaping @Sendable (Thing) -> Value, take: (Value) -> Void,
    end: () -> Void = {}
  ) {
    let total = things.reduce(0) { $0 + size($1) }
    var done = 0
    var next = 0
    var isInterrupted = false
    OrderedWork(endsWhatIsBegun: writes).results(of: things, work) { value in
      watch.erase()
      take(value)
      done += size(things[next])
      next += 1
    } while: {
      isInterrupted = !watch.watch(name, done: done, of: max(done + 1, total))
      return !isInterrupted
    }
    watch.erase()
    end()
    if isInterrupted { Termination.end(by: SIGINT) }
  }
}
