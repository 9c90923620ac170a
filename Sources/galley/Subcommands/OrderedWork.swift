import Glibc
import Synchronization

/// The same work on many things, on all cores, with what comes of it in the order of the things.
///
/// Only a few results exist at a time: threads wait where they are too far ahead of the one who takes
/// them. So memory depends on the largest things, not on their number.
struct OrderedWork {
  /// How many threads work.
  var threadCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  /// Whether the work that threads are at is done before ``results(of:_:take:while:)`` returns, though
  /// nobody wants what comes of it: what is being written is to be written whole.
  var endsWhatIsBegun = false
  /// How many results a thread may be ahead.
  private static let lead = 8

  /// Carries out `work` on each of `things` and gives the results to `take`, one after the other.
  ///
  /// - Parameter isWanted: is asked before every result, and ten times a second in between; where it
  ///   says no, the rest is left undone.
  func results<Thing: Sendable, Value: Sendable>(
    of things: [Thing], _ work: @escaping @Sendable (Thing) -> Value, take: (Value) -> Void,
    while isWanted: () -> Bool
  ) {
    let room = threadCount * Self.lead
    let bench = Bench<Value>(room: room)
    let run: @Sendable () -> Void = {
      defer { bench.ended.raise() }
      while true {
        bench.slots.wait()
        let index = bench.next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < things.count, !bench.isClosed.load(ordering: .relaxed) else { return }
        bench.put(work(things[index]), at: index)
      }
    }
    var started = 0
    // One thing alone is not worth a thread.
    for _ in 0..<min(threadCount, things.count) where things.count > 1 {
      if QuietThread.start(run) { started += 1 }
    }
    guard started > 0 else {
      for thing in things where isWanted() { take(work(thing)) }
      return
    }
    defer {
      bench.isClosed.store(true, ordering: .relaxed)
      for _ in 0..<started { bench.slots.raise() }
      if endsWhatIsBegun { for _ in 0..<started { bench.ended.wait() } }
    }
    for index in things.indices {
      while true {
        guard isWanted() else { return }
        if let value = bench.take(at: index) {
          bench.slots.raise()
          take(value)
          break
        }
        bench.filled.waitBriefly()
      }
    }
  }

  /// Where results lie until they are taken.
  private final class Bench<Value: Sendable>: Sendable {
    /// How many results may still be begun.
    let slots: CountingSemaphore
    /// How many were put down since the last look.
    let filled = CountingSemaphore(0)
    /// How many threads have ended.
    let ended = CountingSemaphore(0)
    /// The next thing to be worked on.
    let next = Atomic(0)
    /// Whether nobody wants the rest.
    let isClosed = Atomic(false)

    private let values: Mutex<[Int: Value]>

    init(room: Int) {
      slots = CountingSemaphore(room)
      values = Mutex([:])
    }

    func put(_ value: Value, at index: Int) {
      values.withLock { $0[index] = value }
      filled.raise()
    }

    func take(at index: Int) -> Value? { values.withLock { $0.removeValue(forKey: index) } }
  }
}
