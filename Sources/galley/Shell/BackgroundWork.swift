import Glibc
import Synchronization

/// Work on a thread of its own that can be given up.
///
/// What is given up goes on until it is done, and nobody learns what came of it; so it must be pure.
struct BackgroundWork {
  /// How many pieces of work go on, given up or not.
  private static let running = Atomic<Int>(0)

  /// Whether something that was given up goes on still.
  static var isBusy: Bool { running.load(ordering: .relaxed) > 0 }

  /// A descriptor that ends the wait when there is something to read.
  var descriptor: Int32?

  /// Carries out `work` and waits for what comes of it; `nil` where it was given up.
  ///
  /// - Parameter isWanted: is asked every few milliseconds.
  func value<Value: Sendable>(
    of work: @escaping @Sendable () -> Value, while isWanted: () -> Bool
  ) -> Value? {
    var ends: [Int32] = [-1, -1]
    // Without another thread it is done here, to its end.
    guard pipe(&ends) == 0 else { return work() }
    let (done, end) = (ends[0], ends[1])
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    defer { close(done) }
    let result = Result<Value>()
    Self.running.add(1, ordering: .relaxed)
    let isStarted = QuietThread.start {
      let value = work()
      result.value.withLock { $0 = value }
      Self.running.subtract(1, ordering: .relaxed)
      close(end)
    }
    guard isStarted else {
      Self.running.subtract(1, ordering: .relaxed)
      close(end)
      return work()
    }
    while true {
      var waits = [done, descriptor ?? -1].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = poll(&waits, 2, 10)
      if waits[0].revents != 0 { return result.value.withLock { $0 } }
      if waits[1].revents != 0 || !isWanted() { return nil }
    }
  }

  private final class Result<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
